"""How files for machines are written: JSON with exact numbers, and CSV that a spreadsheet opens and does not run."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal

_encoded = json.JSONEncoder(ensure_ascii=False).encode
_RUN = frozenset("=+-@")
_CONTROLS = ("\t", "\r", "\n")
_RUN_LATER = re.compile("([;\\t\\r\\n][^\\S\\r\\n]*)(?=[=+@\uff0b\uff0d\uff1d\uff20-])")


class Json(str):
    """A value as it stands in JSON."""

    __slots__ = ()

    @classmethod
    def inner(cls, value: Mapping[str, object], depth: int) -> str:
        """What stands between the braces of a mapping inside so many others; "" of an empty one."""
        margin = _margin(depth)
        return _json(value, margin)[1 : -len(margin) - 1] if value else ""

    @classmethod
    def together(cls, inner: Sequence[str], depth: int) -> Json:
        """One mapping of the insides of several, as `inner` gives them."""
        return cls(f"{{{','.join(inner)}{_margin(depth)}}}" if inner else "{}")


def _margin(depth: int) -> str:
    return "\n" + "  " * depth


def to_json(value: object) -> bytes:
    """JSON with two spaces, keys as given, numbers exactly as in the data, and a line's end."""
    return (_json(value, "\n") + "\n").encode()


def to_csv(columns: Sequence[str], records: Sequence[Mapping[str, object]]) -> bytes:
    """CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel misreads letters beyond ASCII.

    None and what a record does not have is an empty cell; the items of a list stand in one cell with spaces between.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(record.get(column)) for column in columns] for record in records)
    return out.getvalue().encode("utf-8-sig")


def _json(value: object, margin: str) -> str:
    """A value as JSON; a Decimal is written digit for digit, which the json module cannot do. margin: of its lines."""
    inner = margin + "  "
    match value:
        case Json():
            return value
        case Mapping() if value:
            pairs = (f"{_encoded(key)}: {_json(item, inner)}" for key, item in value.items())
            return f"{{{inner}{f',{inner}'.join(pairs)}{margin}}}"
        case list() | tuple() if value:
            return f"[{inner}{f',{inner}'.join(_json(item, inner) for item in value)}{margin}]"
        case Decimal():
            return format(value, "f")
        case _:
            return _encoded(value)


def cell(value: object) -> str:
    """A value as it stands in a cell of a CSV file, before the quotes that some need."""
    match value:
        case None:
            return ""
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case list() | tuple():
            return _harmless(" ".join(map(str, value)))
        case _:
            return _harmless(str(value))


def _harmless(text: str) -> str:
    """A text with an apostrophe before all that a spreadsheet could take for a formula.

    What decides is the first character that is neither space nor invisible, in wide letters too: ` =1+1`, `＝1+1`. One
    that takes a semicolon, a tab or a line's end for the end of a cell begins another there: `Harbour;=1+1`.
    """
    text = _RUN_LATER.sub(r"\1'", text)
    seen = (char for char in text if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf"))
    first = unicodedata.normalize("NFKC", next(seen, ""))
    runs = first in _RUN or text.startswith(_CONTROLS)
    return f"'{text}" if runs else text
