"""What a spreadsheet displays of a number or a date under the format of its cell."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]')


def displayed(value: Any, format: str) -> tuple[str, bool]:
    """The text of a cell, and whether it is a number, then with a point before decimals and nothing between thousands.

    0.386 under `0.0%` is 38.6%, 45312.7 under `#,##0` is 45313, a day under `mmm-yy` is a month.
    """
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value), False
    if isinstance(value, datetime | date):
        return _date(value, format), False
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(str(value)), format), True
    return str(value).strip(), False


def _date(value: datetime | date, format: str) -> str:
    """A day, or the month or year that its format shows."""
    shown = _LITERAL.sub("", format).casefold()
    text = (value.date() if isinstance(value, datetime) else value).isoformat()
    return text if "d" in shown or "y" not in shown else text[:7] if "m" in shown else text[:4]


def _number(value: Decimal, format: str) -> str:
    section = format.split(";")[0]
    words = "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(section)).strip()
    marks = _LITERAL.sub("", section)
    if not re.search("[0#?]", marks) or "E" in marks.upper() or "/" in marks:
        return f"{_trimmed(value):f}" + (f" {words}" if words else "")
    percent, scale = marks.count("%"), len(re.search(r"(,*)[^0#?,]*\Z", marks)[1])  # type: ignore[index]
    least, most = (len(re.findall(kind, marks.partition(".")[2])) for kind in ("0", "[0#?]"))
    shown = (value.scaleb(2 * percent - 3 * scale)).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    while -int(shown.as_tuple().exponent) > least and shown == shown.quantize(Decimal(1).scaleb(1 - digits(shown))):
        shown = shown.quantize(Decimal(1).scaleb(1 - digits(shown)))
    return f"{shown:f}{'%' * percent}" + (f" {words}" if words else "")


def digits(number: Decimal) -> int:
    """How many digits a number is written with behind its point."""
    return max(0, -int(number.as_tuple().exponent))


def _trimmed(value: Decimal) -> Decimal:
    """A number without zeros at its end, as a cell without a format shows it."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
