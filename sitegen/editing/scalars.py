"""Fields as YAML text, in one line or one a line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.reading.slips import in_quotes

Fields = Mapping[str, "str | Fields"]
"""Keys and what stands behind them, in the order in which they are written."""

LONGEST = 150
"""The most characters of a line that holds a whole entry; a longer one has a key a line."""

_PLAIN = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`=“”„‟‘’‚‛«»‹›](?:[^\n]*\S)?|-(?=[^\s\-,\[\]{}])[^\n]*""")
_BROKEN = re.compile(r":(?:\s|\Z)|\s#|[,\[\]{}]|\{\{|[\u00a0\u3000\u202f]")


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line, in quotes only where it needs them."""
    line = " ".join(text.split())
    return line if _PLAIN.fullmatch(line) and _BROKEN.search(line) is None else in_quotes(line)


def flow(fields: Fields) -> str:
    """Fields in braces."""
    return f"{{{', '.join(f'{key}: {value(each)}' for key, each in fields.items())}}}"


def block(fields: Fields, indent: int) -> list[str]:
    """Fields one a line, each behind so many spaces."""
    return [f"{' ' * indent}{key}: {value(each)}" for key, each in fields.items()]


def pair(key: str, fields: str | Fields, indent: int, step: int, lines: bool) -> list[str]:
    """The lines of a key and what stands behind it. step: how much deeper its fields stand. lines: whether one a line.

    key: as it is written, in quotes if it needs them.
    """
    one = f"{' ' * indent}{key}: {value(fields)}"
    if isinstance(fields, str) or (not lines and len(one) <= LONGEST):
        return [one]
    return [f"{' ' * indent}{key}:", *block(fields, indent + step)]


def item(fields: Fields, indent: int, lines: bool) -> list[str]:
    """The lines of an item of a list. lines: whether its fields stand one a line."""
    one = f"{' ' * indent}- {flow(fields)}"
    if not lines and len(one) <= LONGEST:
        return [one]
    first, *rest = block(fields, indent + 2)
    return [f"{' ' * indent}- {first.lstrip()}", *rest]


def value(given: str | Fields) -> str:
    """A text or fields in one line."""
    return scalar(given) if isinstance(given, str) else flow(given)
