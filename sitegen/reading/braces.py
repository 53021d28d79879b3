"""What other programs write between two braces: told by its name, with what to write instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.reading.dialects import BRACES


class Dialect(NamedTuple):
    """what: the thing between braces, as its program calls it. hint: what to write instead."""

    what: str
    hint: str


def dialect(source: str) -> Dialect | None:
    """What the source of an expression is in another program; None if it may be an expression of ours."""
    for pattern, what, hint in BRACES:
        if match := re.fullmatch(pattern, source, re.DOTALL):
            return Dialect(what, match.expand(hint))
    return None
