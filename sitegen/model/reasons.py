"""What is a reason: words that say something to a reader."""

from __future__ import annotations

import re

_FEWEST = 3
_EMPTY = frozenset(
    ("todo", "tbd", "tba", "fixme", "n/a", "none", "nil", "null", "reason", "why", "yes", "test", "see above")
)
_PASTED = ("why it is ", "why there is ")  # what the hints of warnings have in its place


def is_reason(text: str) -> bool:
    """Whether a text says why; a dash, a letter, "TODO" and the words of a hint do not."""
    words = text.strip().strip(".!?…").lower()
    letters = re.findall(r"[^\W\d_]", words)
    if len(letters) < (_FEWEST if words.isascii() else 2) or len(set(letters)) < 2:
        return False
    return words not in _EMPTY and not words.startswith(("todo", "fixme", *_PASTED))
