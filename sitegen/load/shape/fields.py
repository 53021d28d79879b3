"""Field types of the data files: each reads one text and says in an editor's words what it expected.

Every scalar arrives as text (see `reading.yaml`); a type here is the only thing that gives it meaning.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema, WrapValidator

from sitegen.load.shape import addresses, numbers, patterns, times
from sitegen.load.shape.names import id_hint
from sitegen.load.shape.pairs import pairs, two
from sitegen.load.shape.refusal import any_text, filled, line, plain, short, wrong
from sitegen.model import Address, Period
from sitegen.model.basics.amount import DIGITS_AFTER
from sitegen.model.basics.catalogue import built_in
from sitegen.model.basics.period import When
from sitegen.model.places import COUNTRIES, PLACES, REGIONS, country_of, place_hint, place_id
from sitegen.model.reasons import is_reason
from sitegen.problems import Named, did_you_mean
from sitegen.reading.slips import Cut
from sitegen.words import PLURALS

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*", re.ASCII)


def _language(value: Any) -> str:
    text = any_text(value)
    if not _LANGUAGE.fullmatch(text):
        raise wrong(f'"{short(text)}" is not a language code', "write a code such as en, de, zh-Hans or pt-BR")
    return text


def _yes_no(value: Any) -> bool:
    text = any_text(value)
    if text not in ("yes", "no", "true", "false"):
        raise wrong(f'"{text}" is neither yes nor no', "write yes or no")
    return text in ("yes", "true")


def _id(value: Any) -> str:
    if isinstance(value, Cut) and not value and (tag := re.match(r"\s*#([a-z0-9-]+)\Z", value.rest)):
        raise wrong("# begins a comment, so nothing stands here", f"write {tag[1]}, without the #", "cut-text")
    text = any_text(value)
    if (slug := id_hint(text)) is not None:
        hint = f"write {slug}" if slug else "use small letters, digits and hyphens"
        if file := re.fullmatch(r"(?:[\w./-]*/)?([a-z0-9-]+)(\.(?:ya?ml|md))", text):
            hint = f"an id is written without {file[2]}: write {file[1]}"
            if file[1] in _MANY or re.search(r"(?:^|/)(?:sources|series)/", text):
                hint = f"write the id of one of the things that stand in {text}"
        raise wrong(f'"{text}" is not an id', hint, "bad-id", Named("", text))
    return text


def _unit_id(value: Any) -> str:
    return text if built_in(text := any_text(value)) is not None else _id(value)


def _hex(value: Any) -> str:
    text = any_text(value)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise wrong(f'"{text}" is not a colour', 'write six hex digits in quotes, as in "#b3382c"')
    return text.casefold()


def _place(value: Any) -> str:
    text = any_text(value)
    if id_hint(id := place_id(text)) is not None:
        raise wrong(f'no place "{short(text)}"', place_hint(text, PLACES), "unknown-id")
    return id  # whether there is such a place is known when all files are read


def _country(value: Any) -> str:
    text = any_text(value)
    if (id := place_id(text)) not in COUNTRIES:
        home = country_of(id)
        hint = f"write {home}" if home else "" if id in REGIONS else place_hint(text, COUNTRIES)
        raise wrong(f'"{short(text)}" is not a country code', hint)
    return id


_MANY = ("rankings", "claims", "metrics", "events", "capabilities", "places", "units")
"""Files that hold several things, each under an id of its own."""
_SAID = {"launched": ("on sale",), "available": ("on sale",), "selling": ("on sale",), "sold": ("on sale",)}
_SAID |= {"confirmed": ("announced",), "expected": ("planned",), "stopped": ("withdrawn",), "left": ("withdrawn",)}
_SAID |= {"cancelled": ("withdrawn",), "canceled": ("withdrawn",), "suspended": ("paused",), "true": ("yes",)}
_SAID |= {"false": ("no",), "actual": ("reported",), "forecast": ("estimated",), "estimate": ("estimated",)}
_SAID |= {"preliminary": ("provisional",), "restated": ("revised",), "approx": ("approximate",)}
_SAID |= {"about": ("approximate",), "over": ("more-than",), "under": ("less-than",), "newspaper": ("press",)}
"""What authors write for a word that a key takes; the nearest in letters may mean the opposite."""


def one_of(*words: str) -> Any:
    """A validator that takes one of the words and hints at the nearest."""

    def choose(value: Any) -> str:
        text = any_text(value)
        if text not in words:
            said = next((word for word in _SAID.get(text.casefold(), ()) if word in words), None)
            raise wrong(f'"{text}" is not known here', f"write {said}" if said else did_you_mean(text, words))
        return text

    return PlainValidator(choose)


def words(*choices: str) -> Any:
    """The validator and the JSON Schema of a field that takes one of a few words."""
    spelled: list[str | bool] = [*choices]
    spelled += [choice == "yes" for choice in choices if choice in ("yes", "no")]
    return one_of(*choices), WithJsonSchema({"enum": spelled})


def _reason(value: Any) -> str:
    text = plain(value)
    if not is_reason(text):
        raise wrong(f'"{short(text)}" is no reason', "say why in a few words; readers see them", "reason-missing")
    return text


def _two(value: Any) -> tuple[str, str]:
    one, other = map(_id, two(value))
    if one == other:
        raise wrong(f'"{one}" stands here twice', "write the ids of two that differ", "repeated-id")
    return one, other


def _many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _keys(value: Any) -> Any:
    return {"entity": value} if isinstance(value, str) else value


def _forms(value: Any) -> Any:
    return value if isinstance(value, dict) else {"other": plain(value)}


def _lines(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


SCALAR = {"type": ["string", "number"]}

Reason = Annotated[str, PlainValidator(_reason), WithJsonSchema(SCALAR)]
String = Annotated[str, PlainValidator(plain), WithJsonSchema(SCALAR)]
Text = Annotated[str, PlainValidator(filled), WithJsonSchema(SCALAR)]
Line = Annotated[str, PlainValidator(line), WithJsonSchema(SCALAR)]
Language = Annotated[str, PlainValidator(_language), WithJsonSchema({"type": "string"})]
Number = Annotated[Decimal, PlainValidator(numbers.number), WithJsonSchema({"type": "number"})]
NumberOrRange = Annotated[
    Decimal | tuple[Decimal, Decimal],
    PlainValidator(numbers.value_or_range),
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
Integer = Annotated[int, PlainValidator(numbers.integer), WithJsonSchema({"type": "integer"})]
Decimals = Annotated[
    int, PlainValidator(numbers.decimals), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": DIGITS_AFTER})
]
Month = Annotated[int, PlainValidator(numbers.month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})]
Rank = Annotated[int, PlainValidator(numbers.rank), WithJsonSchema({"type": "integer", "minimum": 1})]
YesNo = Annotated[bool, PlainValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Id = Annotated[str, PlainValidator(_id), WithJsonSchema(patterns.ID)]
TwoIds = Annotated[tuple[str, str], PlainValidator(_two)]
UnitId = Annotated[str, PlainValidator(_unit_id), WithJsonSchema({"type": "string"})]
PeriodField = Annotated[Period, PlainValidator(times.period), WithJsonSchema(patterns.PERIOD)]
WhenField = Annotated[When, PlainValidator(times.when), WithJsonSchema(patterns.WHEN)]
DateField = Annotated[Period, PlainValidator(times.date), WithJsonSchema(patterns.DATE)]
DayField = Annotated[Period, PlainValidator(times.day), WithJsonSchema(patterns.DAY)]
PeriodKey = Annotated[str, PlainValidator(times.period_key), WithJsonSchema(patterns.WHEN)]
DayKey = Annotated[str, PlainValidator(times.day_key), WithJsonSchema(patterns.DAY)]
SeriesKey = Annotated[str, PlainValidator(addresses.series_key), WithJsonSchema(patterns.SERIES)]
SeriesField = Annotated[tuple[str, str], PlainValidator(addresses.series_id), WithJsonSchema(patterns.SERIES)]
AddressField = Annotated[Address, PlainValidator(addresses.address), WithJsonSchema(patterns.ADDRESS)]
AddressOrNumber = Annotated[
    Address | Decimal,
    PlainValidator(addresses.address_or_number),
    WithJsonSchema({**patterns.ADDRESS, "type": ["string", "number"]}),
]
Hidden = Annotated[str, PlainValidator(addresses.hidden), WithJsonSchema(patterns.HIDDEN)]
Url = Annotated[str, PlainValidator(addresses.url), WithJsonSchema(patterns.URL)]
FolderUrl = Annotated[str, PlainValidator(addresses.folder_url), WithJsonSchema(patterns.URL)]
OldAddress = Annotated[str, PlainValidator(addresses.old_address), WithJsonSchema(patterns.OLD_ADDRESS)]
Contact = Annotated[str, PlainValidator(addresses.contact), WithJsonSchema({"type": "string"})]
Hex = Annotated[str, PlainValidator(_hex), WithJsonSchema(patterns.HEX)]
Country = Annotated[str, PlainValidator(_country), WithJsonSchema(patterns.COUNTRY)]
PlaceField = Annotated[str, PlainValidator(_place)]
OneOrMany = BeforeValidator(_many)
OneOrList = BeforeValidator(_several)
Pairs = WrapValidator(pairs)
IdOrKeys = BeforeValidator(_keys)
"""The id of an entity may stand for the keys of which `entity` is the only one."""
Lines = Annotated[list[Line], BeforeValidator(_lines)]
_FORMS = {"type": "object", "properties": dict.fromkeys(PLURALS, SCALAR), "required": ["other"]}
TextOrForms = BeforeValidator(_forms), WithJsonSchema({"anyOf": [SCALAR, {**_FORMS, "additionalProperties": False}]})
"""One text may stand for the plural forms of which `other` is the only one."""
