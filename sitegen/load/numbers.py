"""Numbers of the data files: how they are read, and what was probably meant by those that are none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

from sitegen.load.refusal import any_text, short, wrong
from sitegen.model.amount import DIGITS_AFTER

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(([,  '_]\d{3})+(\.\d+)?|(\.\d{3}){2,})", re.ASCII)


def number(value: Any) -> Decimal:
    """A number of ASCII digits."""
    text = any_text(value)
    if _NUMBER.fullmatch(text) and len(text) < 40:
        return Decimal(text)
    raise wrong(f'"{short(text)}" is not a number', _number_hint(text))


def _number_hint(text: str) -> str:
    """How to write what was probably meant."""
    digits = "".join(str(unicodedata.digit(c, c)) for c in unicodedata.normalize("NFKC", text))
    sign = re.fullmatch(r"(>=|<=|[><≥≤~≈]|about |over )\s*(-?\d+(?:\.\d+)?)", text.strip(), re.ASCII)
    if sign is not None:
        return f"write value: {sign[2]} with bound: {_SIGNS[sign[1]]}"
    if digits != text and _NUMBER.fullmatch(digits):
        return f"write {digits}"
    if _GROUPED.fullmatch(text):
        return "write " + re.sub(r"[,  '_]" if text.count(".") < 2 else r"\.", "", text)
    if _NUMBER.fullmatch(bare := text.removeprefix("+").removesuffix("%").strip().replace("−", "-")):
        return f"write {bare}"
    return "write digits, with a point before decimals"


_SIGNS = {">": "more-than", "<": "less-than", ">=": "at-least", "≥": "at-least", "<=": "at-most", "≤": "at-most"}
_SIGNS |= {"~": "approximate", "≈": "approximate", "about ": "approximate", "over ": "more-than"}


def value_or_range(value: Any) -> Decimal | tuple[Decimal, Decimal]:
    """A number, or the two ends of a range."""
    if not isinstance(value, dict):
        return number(value)
    if set(value) != {"low", "high"}:
        raise wrong("a range has the keys low and high", "write {low: 8000, high: 9000}")
    low, high = number(value["low"]), number(value["high"])
    if not low < high:
        raise wrong("the low end of a range is below its high end", "exchange the two, or write one number")
    return low, high


def integer(value: Any) -> int:
    """A whole number of up to six digits."""
    text = any_text(value)
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
        raise wrong(f'"{short(text)}" is not a whole number', "write digits only")
    return int(text)


def decimals(value: Any) -> int:
    """How many decimals a metric shows."""
    shown = integer(value)
    if shown > DIGITS_AFTER:
        raise wrong(f"{shown} decimals are more than any number here has", f"write {DIGITS_AFTER} or less")
    return shown


def rank(value: Any) -> int:
    """A rank of a published table."""
    if (place := integer(value)) == 0:
        raise wrong("no row has rank 0", "ranks begin with 1")
    return place
