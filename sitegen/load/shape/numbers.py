"""Numbers of the data files: how they are read, and what was probably meant by those that are none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

from sitegen.load.shape.refusal import any_text, short, wrong
from sitegen.model.basics.amount import DIGITS_AFTER

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_COMMA = re.compile(r"(-?(?:\d+|\d{1,3}(?:([. '_])\d{3})(?:\2\d{3})*)),(\d+)", re.ASCII)
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(([, '_]\d{3})+(\.\d+)?|(\.\d{3}){2,})", re.ASCII)


def number(value: Any) -> Decimal:
    """A number of ASCII digits."""
    text = any_text(value)
    if _NUMBER.fullmatch(text) and len(text) < 40:
        return Decimal(text)
    raise wrong(_why_not(text), number_hint(text))


def _why_not(text: str) -> str:
    """What is wrong with a text where a number is to stand."""
    grouped = re.search(r"\d(\s|[',_’])\d", text) if meant(text) is not None else None
    if grouped is None:
        return f'"{short(text)}" is not a number'
    return f"{_SEPARATORS.get(grouped[1], 'a space')} stands in the number"


def number_hint(text: str) -> str:
    """How to write what was probably meant."""
    sign = re.fullmatch(r"(>=|<=|[><≥≤~≈]|about |over )\s*(-?\d+(?:\.\d+)?)", text.strip(), re.ASCII)
    if sign is not None:
        return f"write value: {sign[2]} with bound: {_SIGNS[sign[1]]}"
    if ends := re.fullmatch(r"(\d[\d.,]*)\s*(?:-|–|—|to|～)\s*(\d[\d.,]*)", text.strip(), re.ASCII):
        low, high = (meant(end) or end for end in ends.groups())
        return f"write {{low: {low}, high: {high}}}"
    if text.strip().casefold() in _NOTHING:
        return "take the whole entry out: a hole in the data is a period that is not listed"
    found = meant(text)
    if found is None:
        return _cleaned(text) or "write digits, with a point before decimals"
    return f"write {found}, for decimals stand behind a point" if "," in text and "." in found else f"write {found}"


def _cleaned(text: str) -> str:
    """The hint for digits with a letter among them, in thousands, or with a unit behind them; "" for others."""
    if re.fullmatch(r"\d[\dOolI]*", text, re.ASCII):
        return f"write {text.translate(_LOOK_ALIKE)}: the letters O and l are no digits"
    if thousands := re.fullmatch(r"(\d+)(?:\.(\d{1,3}))?\s*k", text.casefold(), re.ASCII):
        return f"write {thousands[1]}{(thousands[2] or '').ljust(3, '0')}".replace("write 0", "write ")
    if scale := re.fullmatch(
        r"(\d+(?:\.\d+)?)\s*(thousand|million|m|mn|bn|billion)", text.strip().casefold(), re.ASCII
    ):
        return (
            f"write {_whole(Decimal(scale[1]) * _SCALES[scale[2]])}: the number as a whole, in the unit of its metric"
        )
    if money := re.fullmatch(r"[€$£¥]\s*(\d[\d.,]*)", text.strip(), re.ASCII):
        number = meant(money[1])
        return f"write {number}: the unit stands at the metric" if number else ""
    if unit := re.fullmatch(r"(\d(?:[\d., ]*\d)?)\s+[^\d\s][^\d]*", text.strip(), re.ASCII):
        number = meant(unit[1])
        return f"write {number}: the unit stands at the metric" if number else ""
    return ""


def _whole(number: Decimal) -> str:
    """A number without zeros behind its point."""
    return f"{number:f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"


def meant(text: str) -> str | None:
    """The number of a text that writes it in some usual way, such as 54,552 or 612,50 or +5%; None if it is none."""
    digits = "".join(str(unicodedata.digit(c, c)) for c in unicodedata.normalize("NFKC", text))
    if digits != text and _NUMBER.fullmatch(digits):
        return digits
    bare = re.sub(r"\s", " ", text).strip().removeprefix("+").removesuffix("%").strip()
    bare = bare.replace("−", "-").replace("’", "'")
    if _GROUPED.fullmatch(bare):
        return re.sub(r"[, '_]" if bare.count(".") < 2 else r"\.", "", bare)
    if comma := _COMMA.fullmatch(bare):
        return f"{comma[1].replace(comma[2] or ',', '')}.{comma[3]}"
    return bare if _NUMBER.fullmatch(bare) else None


_SEPARATORS = {",": "a comma", "'": "an apostrophe", "’": "an apostrophe", "_": "an underscore"}
_LOOK_ALIKE = str.maketrans("OolI", "0011")
_SCALES = {"thousand": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "bn": 10**9, "billion": 10**9}
_NOTHING = ("n/a", "na", "n.a.", "-", "–", "—", "?", "tbd", "none", "null", "unknown", "~")
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


def month(value: Any) -> int:
    """The number of a month."""
    if not 1 <= (number := integer(value)) <= 12:
        raise wrong(f"{number} is not the number of a month", "write 1 for January to 12 for December")
    return number


def rank(value: Any) -> int:
    """A rank of a published table."""
    if (place := integer(value)) == 0:
        raise wrong("no row has rank 0", "ranks begin with 1")
    return place
