"""Numbers of the data files: how they are read, and what was probably meant by those that are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sitegen.load.shape.refusal import any_text, short, wrong
from sitegen.model.basics.amount import DIGITS_AFTER, DIGITS_BEFORE, too_long
from sitegen.model.basics.said import NOTHING, hedged, zeros
from sitegen.model.basics.unit import SCALES
from sitegen.reading.slips import FAILED, WORKED_OUT

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_COMMA = re.compile(r"(-?(?:\d+|\d{1,3}(?:([. '_])\d{3})(?:\2\d{3})*)),(\d+)", re.ASCII)
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(([, '_]\d{3})+(\.\d+)?|(\.\d{3}){2,})", re.ASCII)


def number(value: Any) -> Decimal:
    """A number of ASCII digits."""
    text = any_text(value)
    if _NUMBER.fullmatch(text):
        if too_long(found := Decimal(text)):
            raise wrong(f'"{short(text)}" has more digits than any number here', _TOO_LONG)
        return found
    raise wrong(_why_not(text), number_hint(text))


def _why_not(text: str) -> str:
    """What is wrong with a text where a number is to stand."""
    grouped = re.search(r"\d(\s|[',_’])\d", text) if meant(text) is not None else None
    if grouped is None:
        return f'"{short(text)}" is not a number'
    return f"{_SEPARATORS.get(grouped[1], 'a space')} stands in the number"


def number_hint(text: str) -> str:
    """How to write what was probably meant."""
    plain = text.strip()
    if plain.casefold() in _NOTHING:
        return "take the whole entry out: a hole in the data is a period that is not listed"
    if plain.startswith("=") or FAILED.fullmatch(plain):
        return WORKED_OUT
    if (minus := re.fullmatch(r"\((\d[\d.,' ]*)\)", plain)) and (number := meant(minus[1])):
        return f"write -{number} if the brackets stand for a minus, else {number}"
    bound, rest = hedged(plain)
    if bound != "exact" and (about := meant(rest) or _scaled(rest)[0]):
        return f"write value: {about} with bound: {bound}"
    if ends := re.fullmatch(r"(\d(?:[\d.,]*\d)?)\s*(?:-|–|—|to|～|\.\.)\s*(\d[\d.,]*)", plain, re.ASCII):
        low, high = (meant(end) or end for end in ends.groups())
        return f"write {{low: {low}, high: {high}}}"
    found = meant(text)
    if found is None:
        return _cleaned(text) or "write digits, with a point before decimals"
    return f"write {found}, for decimals stand behind a point" if "," in text and "." in found else f"write {found}"


def _cleaned(text: str) -> str:
    """The hint for digits with a letter among them, in thousands, or with a unit behind them; "" for others."""
    if re.fullmatch(r"\d[\dOolI]*", text, re.ASCII):
        return f"write {text.translate(_LOOK_ALIKE)}: the letters O and l are no digits"
    if power := re.fullmatch(r"-?\d+(?:\.\d*)?e([+-]?\d+)", text, re.ASCII | re.IGNORECASE):
        if len(power[1]) > len(str(-DIGITS_BEFORE)) or too_long(long := Decimal(text)):
            return _TOO_LONG
        return f"write {_whole(long)}: all digits of the number"
    whole, other = _scaled(text)
    if whole:
        return f"write {whole}{other}"
    if footnote := re.fullmatch(r"(\d[\d.,]*)\s*(?:[*†‡§¹²³⁰⁴-⁹ᵃ-ᶻ]+|\[\w{1,3}\])", text.strip()):
        number = meant(footnote[1])
        return f"write {number}, without the mark of a footnote" if number else ""
    if unit := re.fullmatch(rf"(?:{_MONEY}\s*)?(\d(?:[\d.,\s]*\d)?)(?:\s+[^\d\s][^\d]*)?", text.strip()):
        number = meant(unit[1])
        return f"write {number}: the unit stands at the metric" if number else ""
    return ""


def _scaled(text: str) -> tuple[str, str]:
    """The number of digits with a word for their zeros, and what to write where the metric leaves them out too."""
    found = re.fullmatch(rf"(?:{_MONEY}\s*)?(-?\d(?:[\d.,']*\d)?)\s*([^\W\d_].*)", text.strip())
    digits = meant(found[1]) if found else None
    places, _ = zeros(found[2]) if found else (0, "")
    if digits is None or not places:
        return "", ""
    word = next((word for word, each in SCALES.items() if each == places), "")
    other = f", or {digits} if its metric counts in {word}s" if word else ", for it is rounded"
    return _whole(Decimal(digits).scaleb(places)), f" with bound: approximate{other}"


def _whole(number: Decimal) -> str:
    """A number without zeros behind its point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def meant(text: str) -> str | None:
    """The number of a text that writes it in some usual way, such as 54,552 or 612,50 or +5%; None if it is none."""
    if any(unicodedata.digit(c, None) is not None and unicodedata.decimal(c, None) is None for c in text):
        return None  # a raised digit is the mark of a footnote, or a power
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
_TOO_LONG = (
    f"a number here has at most {DIGITS_BEFORE} digits before the point and {DIGITS_AFTER} after it; "
    "let its metric count in a larger or smaller unit"
)
_LOOK_ALIKE = str.maketrans("OolI", "0011")
_NOTHING = NOTHING | {"?", "tbd", "null", "unknown", "~"}
_MONEY = r"(?:US)?[€$£¥₹]|[A-Z]{3}"


_THREE = re.compile(r"\d{3}", re.ASCII)


def _without_comma(parts: Mapping[str, Any]) -> str:
    """How to write a range in which YAML took what stands behind a comma for a key."""
    ends: dict[str, str] = {}
    for key, value in parts.items():
        if _THREE.fullmatch(key) and ends:
            ends[next(reversed(ends))] += key
        else:
            ends[key] = str(value)
    return f"write {{{', '.join(f'{key}: {end}' for key, end in ends.items())}}}"


def value_or_range(value: Any) -> Decimal | tuple[Decimal, Decimal]:
    """A number, or the two ends of a range."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(end, str) for end in value):
        raise wrong("a range is no list", f"write {{low: {value[0]}, high: {value[1]}}}")
    if not isinstance(value, dict):
        return number(value)
    if set(value) != {"low", "high"}:
        split = {key for key in value if _THREE.fullmatch(key) and value[key] is None}
        if split and split == set(value) - {"low", "high"}:
            raise wrong("a comma splits a number of this range", _without_comma(value))
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
