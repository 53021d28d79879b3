"""Field types of the data files: each reads one text and says in an editor's words what it expected.

Every scalar arrives as text (see `reading.yaml`); a type here is the only thing that gives it meaning.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sitegen.model import Address, Period, parse_series
from sitegen.problems import did_you_mean

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"-?\d{1,3}(([,  '_]\d{3})+(\.\d+)?|(\.\d{3}){2,})", re.ASCII)
_ID = re.compile(r"[a-z0-9-]+")


def wrong(message: str, hint: str = "", code: str = "wrong-type") -> PydanticCustomError:
    """The error of a field: becomes Problem `code` at the place of the value."""
    return PydanticCustomError("sitegen", "{message}", {"message": message, "hint": hint, "code": code})


def _text(value: Any) -> str:
    if value is None:
        raise wrong("nothing stands after the key", "write a value or remove the key")
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise wrong(
            f"{kind} stands where one text is expected", "write the value on one line, in single quotes if in doubt"
        )
    return value


def _number(value: Any) -> Decimal:
    text = _text(value)
    if _NUMBER.fullmatch(text) and len(text) < 40:
        return Decimal(text)
    raise wrong(f'"{_short(text)}" is not a number', _number_hint(text))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


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


def _value(value: Any) -> Decimal | tuple[Decimal, Decimal]:
    if not isinstance(value, dict):
        return _number(value)
    if set(value) != {"low", "high"}:
        raise wrong("a range has the keys low and high", "write {low: 8000, high: 9000}")
    low, high = _number(value["low"]), _number(value["high"])
    if not low < high:
        raise wrong("the low end of a range is below its high end", "exchange the two, or write one number")
    return low, high


def _integer(value: Any) -> int:
    text = _text(value)
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
        raise wrong(f'"{_short(text)}" is not a whole number', "write digits only")
    return int(text)


def _yes_no(value: Any) -> bool:
    text = _text(value)
    if text not in ("yes", "no", "true", "false"):
        raise wrong(f'"{text}" is neither yes nor no', "write yes or no")
    return text in ("yes", "true")


def id_hint(text: str) -> str | None:
    """None for an id; for any other text the id that is nearest to it, which may be empty."""
    return None if _ID.fullmatch(text) else re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _id(value: Any) -> str:
    text = _text(value)
    if (slug := id_hint(text)) is not None:
        hint = f"write {slug}" if slug else "use small letters, digits and hyphens"
        raise wrong(f'"{text}" is not an id', hint, "bad-id")
    return text


def _period(value: Any) -> Period:
    try:
        return Period.parse(_text(value))
    except ValueError as error:
        raise wrong(str(error)) from None


def _calendar(value: Any, cadences: tuple[str, ...], name: str, hint: str) -> Period:
    text = _text(value)
    try:
        period = Period.parse(text)
    except ValueError:
        raise wrong(f'"{text}" is not {name}', hint) from None
    if period.cadence not in cadences:
        raise wrong(f'"{text}" is not {name}', hint)
    return period


def _date(value: Any) -> Period:
    hint = "write a day, a month or a year: 2025-03-20, 2025-03 or 2025"
    return _calendar(value, ("day", "month", "year"), "a date", hint)


def _day(value: Any) -> Period:
    return _calendar(value, ("day",), "a day", "write the day as 2025-03-20")


def _period_key(value: Any) -> str:
    _period(value)
    return str(value)


def _series_id(value: Any) -> tuple[str, str]:
    try:
        return parse_series(_text(value))
    except ValueError as error:
        raise wrong(str(error)) from None


def _series_key(value: Any) -> str:
    _series_id(value)
    return str(value)


def _address(value: Any) -> Address:
    try:
        return Address.parse(_text(value))
    except ValueError as error:
        raise wrong(str(error)) from None


def _url(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s<>\"]+\.[^\s<>\"]+", text):
        raise wrong(f'"{text}" is not a web address', "write the whole address, https://…")
    return text


def _folder_url(value: Any) -> str:
    text = _url(value)
    return text if text.endswith("/") else text + "/"


def _contact(value: Any) -> str:
    text = _text(value)
    return text if text.startswith("mailto:") and "@" in text else _url(text)


def _hex(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise wrong(f'"{text}" is not a colour', 'write six hex digits in quotes, as in "#b3382c"')
    return text.lower()


def _country(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Z]{2}", text):
        raise wrong(f'"{text}" is not a country code', "write the ISO 3166 code of two capital letters, as in CN or DE")
    return text


def one_of(*words: str) -> Any:
    """A validator that takes one of the words and hints at the nearest."""

    def choose(value: Any) -> str:
        text = _text(value)
        if text not in words:
            raise wrong(f'"{text}" is not known here', did_you_mean(text, words))
        return text

    return PlainValidator(choose)


def words(*choices: str) -> Any:
    """The validator and the JSON Schema of a field that takes one of a few words."""
    spelled: list[str | bool] = [*choices]
    spelled += [choice == "yes" for choice in choices if choice in ("yes", "no")]
    return one_of(*choices), WithJsonSchema({"enum": spelled})


def _many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _lines(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_SCALAR = {"type": ["string", "number", "boolean"]}

String = Annotated[str, PlainValidator(_text), WithJsonSchema(_SCALAR)]
Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"})]
NumberOrRange = Annotated[
    Decimal | tuple[Decimal, Decimal],
    PlainValidator(_value),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {
                    "type": "object",
                    "properties": {"low": {"type": "number"}, "high": {"type": "number"}},
                    "required": ["low", "high"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
Integer = Annotated[int, PlainValidator(_integer), WithJsonSchema({"type": "integer"})]
YesNo = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Id = Annotated[str, PlainValidator(_id), WithJsonSchema({"type": ["string", "integer"], "pattern": "^[a-z0-9-]+$"})]
PeriodField = Annotated[Period, PlainValidator(_period), WithJsonSchema({"type": ["string", "integer"]})]
DateField = Annotated[Period, PlainValidator(_date), WithJsonSchema({"type": ["string", "integer"]})]
DayField = Annotated[Period, PlainValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})]
PeriodKey = Annotated[str, PlainValidator(_period_key), WithJsonSchema({"type": "string"})]
SeriesKey = Annotated[str, PlainValidator(_series_key), WithJsonSchema({"type": "string"})]
SeriesField = Annotated[
    tuple[str, str],
    PlainValidator(_series_id),
    WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9-]+\.[a-z0-9-]+$"}),
]
AddressField = Annotated[Address, PlainValidator(_address), WithJsonSchema({"type": "string", "pattern": "@"})]
Url = Annotated[str, PlainValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
FolderUrl = Annotated[str, PlainValidator(_folder_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Contact = Annotated[str, PlainValidator(_contact), WithJsonSchema({"type": "string"})]
Hex = Annotated[str, PlainValidator(_hex), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})]
Country = Annotated[str, PlainValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
OneOrMany = BeforeValidator(_many)
Lines = Annotated[list[String], BeforeValidator(_lines)]
