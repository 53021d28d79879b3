"""Units: those that a project adds to the catalogue, and what an author writes as a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from babel.numbers import get_currency_precision
from msgspec import structs

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.shown import ConvertShape
from sitegen.load.words.units import meant_unit
from sitegen.model.basics.catalogue import NAMED, built_in, catalogue, is_currency
from sitegen.model.basics.spelling import slug
from sitegen.model.basics.unit import DURATIONS, SCALES, Conversion, Unit
from sitegen.problems import Place
from sitegen.words import PLURALS, locale_of


def units(parsed: Parsed[shapes.UnitsFile], gather: Gather) -> Iterator[Unit]:
    """The units of a project, and its own words for those of the catalogue."""
    for id, shape in parsed.shape.root.items():
        if id in NAMED:
            message = f'"{id}" is known, and its words are those of the language of the site'
            gather.add(parsed.key(id), "wrong-type", message, "take it out")
            continue
        known = built_in(id)
        usual = known is not None and known.divides
        words = tuple((form, text) for form in PLURALS if (text := getattr(shape, form)) is not None)
        for form, text in words:
            if text.split(" ")[0] in SCALES:
                message = f'"{text}" begins with a word for zeros, which stands before the unit of a metric'
                hint = f"write the noun alone here, and unit: {text.split(' ')[0]} {id} in data/metrics.yaml"
                gather.add(parsed.at(id, form), "wrong-type", message, hint)
        yield Unit(id, divides=usual if shape.divides is None else shape.divides, words=words)


def unit_of(text: str, own: Mapping[str, Unit], gather: Gather, place: Place) -> Unit:
    """The unit that an author writes: "loaves", "million EUR", "EUR per kWh"; a problem where there is none."""
    scale, _, rest = text.partition(" ")
    zeros = SCALES.get(scale, 0) if rest else 0
    noun, per, each = (rest if zeros else text).partition(" per ")
    ids = (noun, *([_plural(each, own)] if per else []))
    if "unit" in gather.known and not all(_is_known(id, own) for id in ids):
        meant = meant_unit(text, partial(_is_known, own=own), _currency)
        if meant and meant != text:
            gather.add(place, "unknown-unit", f'no unit "{text}"', f"write {meant}")
            return unit_of(meant, own, Gather({}), place)
    unit = structs.replace(_found(noun, own, gather, place), scale=zeros)
    unit = structs.replace(unit, divides=unit.divides or bool(zeros or per))
    return structs.replace(unit, per=_found(_plural(each, own), own, gather, place)) if per else unit


def conversion(
    parsed: Parsed[Any],
    shape: ConvertShape | None,
    path: tuple[str | int, ...],
    own: Mapping[str, Unit],
    gather: Gather,
) -> Conversion | None:
    """Into which currency a ranking or chart, at a path, brings its values, and by which rates."""
    if shape is None:
        return None
    unit = unit_of(shape.to, own, Gather({}), parsed.at(*path, "to"))  # what is wrong with it is said below
    if not is_currency(unit.id) or str(unit) != unit.id:
        message = f'"{shape.to}" is not the code of a currency'
        gather.add(parsed.at(*path, "to"), "wrong-type", message, "write a code such as EUR: zeros follow the values")
    for index, series in enumerate(shape.rates):
        gather.series_ref(series, parsed.at(*path, "with", index))
    return Conversion(unit, tuple(shape.rates))


def usual_decimals(unit: Unit) -> int | None:
    """How many digits after the point a number of a unit has: those of a currency by ISO 4217; else as it is written.

    What leaves zeros out, as millions of a currency do, has as many as its source gives.
    """
    money = is_currency(unit.id) and not unit.scale
    return get_currency_precision(unit.id) if money else None


def _plural(each: str, own: Mapping[str, Unit]) -> str:
    """The id of a unit that stands behind "per" in the singular: "share", "day"."""
    known = (*own.values(), *(Unit(id) for id in DURATIONS))
    return next((unit.id for unit in known if each not in own and unit.each == each), each)


def _is_known(id: str, own: Mapping[str, Unit]) -> bool:
    return _plural(id, own) in own or built_in(_plural(id, own)) is not None


def _found(id: str, own: Mapping[str, Unit], gather: Gather, place: Place) -> Unit:
    unit = own.get(id) or built_in(id)
    if unit is None and "unit" in gather.known:
        gather.add(place, "unknown-unit", f'no unit "{id}"', _nearest(id, own))
    return unit or Unit(id, divides=False, words=(("other", id),))


def _nearest(id: str, own: Mapping[str, Unit]) -> str:
    """How to write a unit that is not known: the currency whose name it is, the nearest id, or how to add it."""
    wanted = id.casefold()
    if code := _currency(id):
        return f'did you mean "{code}"?'
    ids = (*own, *(each for each in catalogue() if not is_currency(each)))
    exact = next((each for each in ids if each.casefold() == wanted), "")
    exact = exact or (plural if (plural := _plural(id, own)) != id else "")
    if exact:
        return f'did you mean "{exact}"?'
    new = slug(id) or "its-id"
    add = f'add it to data/units.yaml: "{new}: {{one: …, other: {id}}}"' + (
        "" if new == id else f", and write {new} here"
    )
    near = get_close_matches(id, ids, n=1, cutoff=0.7)
    return f'did you mean "{near[0]}"? If not, {add}' if near else f"{add}, or write one such as EUR or km"


def _currency(name: str) -> str:
    """The code of the one currency that has a name; "" where none or several have it."""
    wanted = name.casefold()
    codes = [code for code, names in _money().items() if wanted in names[0]]
    codes = codes or [code for code, names in _money().items() if wanted in names[1]]
    return codes[0] if len(codes) == 1 else ""


def _money() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """What a currency is called in English, by its code, and what it may be: "usd", "us dollar"; and "dollar"."""
    english = locale_of("en")
    found = {}
    for code, name in english.currencies.items():
        if "(" in name or not name.isascii():
            continue  # of the past, or for banks
        full = name.casefold()
        last = full.split(" ")[-1]
        found[code] = frozenset({code.casefold(), full, f"{full}s"}), frozenset({last, f"{last}s"})
    return found
