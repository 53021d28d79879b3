"""What a difference between the page and GitHub's preview is called, and how to fix it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

_GENERAL = (
    "GitHub shows this passage in another way than the page does",
    "leave an empty line above and below it, and begin it in the first column",
)
_ITEM = r"[ \t>]*(?:[-*+]|\d+\.)[ \t]"


class Difference(Struct, frozen=True):
    """Where the two outlines part: the line, what stands above it, and the entries of both from there on."""

    line: str
    above: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    def gains(self, *names: str) -> bool:
        """Whether GitHub shows more blocks of these names than the page."""
        return any(self.theirs.count(name) > self.ours.count(name) for name in names)

    def loses(self, *names: str) -> bool:
        """Whether GitHub shows fewer of them."""
        return any(self.theirs.count(name) < self.ours.count(name) for name in names)

    def begins(self, pattern: str) -> bool:
        """Whether the line reads so from its start."""
        return re.match(pattern, self.line) is not None


_KINDS: Sequence[tuple[Callable[[Difference], bool], str, str]] = (
    (
        lambda d: re.search(r"\|.*`[^`|]*\|[^`]*`|`[^`|]*\|[^`]*`.*\|", d.line) is not None,
        "GitHub ends a cell at the | within this code",
        "write \\| in the place of the |",
    ),
    (
        lambda d: d.begins(r"\s*\|?.*\|") and d.loses("td", "th"),
        "this row has more cells than the head of its table",
        "add a cell to the head and to the line below it, or write a | that is text as \\|",
    ),
    (
        lambda d: d.gains("table"),
        "GitHub shows a table here, and the page does not",
        "leave an empty line above the table, and begin it in the first column",
    ),
    (
        lambda d: d.begins(r"[ \t>]*\d+\)[ \t]"),
        "GitHub shows a list here, and the page does not",
        'write "1." instead of "1)"',
    ),
    (
        lambda d: d.begins(r"(?:`{3,}|~{3,})[ ]*[\w#.+-]+[ \t]+[^\s`]"),
        "words stand behind the language of this code, so that only GitHub shows it as code",
        "leave the language alone behind the signs: ```python",
    ),
    (
        lambda d: d.begins(r"`{3}|~{3}"),
        "GitHub shows all from here on as code, and the page does not",
        "close the code with a line like the one that opens it, without the word behind it",
    ),
    (
        lambda d: d.begins(r"[ \t>]*(?:[-*+]|\d+\.)?[ \t]*(?:`{3}|~{3})") or (d.gains("pre") and d.begins(r"[ \t]+")),
        "GitHub shows a block of code here, and the page does not",
        "end the list or quote above, and begin the code in the first column, between two lines of ```",
    ),
    (
        lambda d: d.begins(r"#{1,6}[^#\s]"),
        "the page shows a heading here, and GitHub does not",
        "for a heading write a space behind the #; for text write \\# at the start of the line",
    ),
    (
        lambda d: d.begins(_ITEM) and not re.match(rf"\s*$|{_ITEM}", d.above) and d.gains("ul", "ol", "li"),
        "GitHub shows a list here, and the page does not",
        "leave an empty line above the list; for text begin the line with another word, or write \\- or 1\\.",
    ),
    (
        lambda d: d.begins(r"[ \t]+" + _ITEM) and d.gains("ul", "ol", "li"),
        "GitHub shows this item one level deeper than the page does",
        "indent what belongs to an item of a list by four spaces",
    ),
    (
        lambda d: d.begins(_ITEM),
        "GitHub shows other lists here than the page does",
        "write all items of a list with the same mark, and end a list with a line of text",
    ),
    (
        lambda d: d.begins(r"\s*</?[a-zA-Z]"),
        "GitHub reads the text within this tag in another way than the page does",
        "leave no empty line between <div> and </div>, or write the passage without tags",
    ),
    (
        lambda d: d.begins(r"[ \t]{4}"),
        "GitHub shows this passage in another way than the page does",
        "indent what belongs to an item of a list by four spaces, and nothing else",
    ),
)


def explained(difference: Difference) -> tuple[str, str]:
    """The message and hint of a difference."""
    return next(((message, hint) for holds, message, hint in _KINDS if holds(difference)), _GENERAL)


def of_sign(sign: str, *, shown: bool) -> tuple[str, str]:
    """Message and hint for a sign that is a mark for one of the two only. shown: whether the page prints it."""
    if shown:
        meant = "~~words~~ for struck words" if sign == "~" else f"the words between two {sign} without a space inside"
        return (
            f'the page prints "{sign}" here, and GitHub takes it for a mark',
            f"write {meant}; for the sign itself \\{sign}",
        )
    hint = f"put a space or a letter beside the mark, and punctuation behind it; for the sign itself write \\{sign}"
    return f'GitHub prints "{sign}" here, and the page takes it for a mark', hint
