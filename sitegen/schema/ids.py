"""The ids of a project as one schema, `data/schemas/ids.json`, to which those of the data files refer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.charts.kinds import KINDS as CHART_KINDS
from sitegen.kinds import KINDS
from sitegen.load.files import read_files
from sitegen.load.gather import NOUNS, Parsed
from sitegen.load.project import written
from sitegen.load.shape import patterns
from sitegen.load.shape.fields import SCALAR
from sitegen.load.shape.shaping import declared
from sitegen.model.basics.catalogue import NAMED
from sitegen.model.basics.unit import DURATIONS, SIGNS
from sitegen.model.places import PLACES
from sitegen.problems.codes import CODES

FILE = "ids.json"
_REFERRED = {"entity": "company", "company": "company", "metric": "metrics", "source": "sources", "series": "series"}
_REFERRED |= {"ranking": "rankings", "event": "events", "chart": "chart", "claim": "claims", "place": "places"}
"""Kinds of which only what is declared may be named, each with the role of the files that declare it."""
_NOUNS = {**NOUNS, "place": "country, region or place"}
_ANSWERED = [code for code, each in CODES.items() if each.severity != "error"]


def ids_schema(project: Path | None) -> dict[str, Any]:
    """A definition for each kind of id; without a project only what every project has is known.

    What a file with a mistake declares is not known, and of its kind every id passes.
    """
    found, failed = _found(project) if project else ({}, set(_REFERRED.values()))
    whole = {kind: found.get(kind, ()) for kind, role in _REFERRED.items() if role not in failed}
    return {
        **{kind: _closed(kind, whole.get(kind)) for kind in _REFERRED},
        "series": _closed("series", whole.get("series"), patterns.SERIES),
        "place": _place(whole["place"]) if "place" in whole else {},
        "chart-kind": _closed("kind of chart", (*CHART_KINDS, *found.get("chart-kind", ()))),
        "code": {"enum": sorted(_ANSWERED), "errorMessage": "no warning has this code: see docs/problems.md"},
        "unit": _offered(SCALAR, (*found.get("unit", ()), *NAMED, *DURATIONS, *SIGNS)),
        "tag": _offered(patterns.ID, found.get("tag", ())),
        "scope": _offered(SCALAR, found.get("scope", ())),
        "basis": _offered(SCALAR, found.get("basis", ())),
    }


def _found(project: Path) -> tuple[Mapping[str, Iterable[str]], set[str]]:
    """What the files declare, by its kind; and the roles of files of which one could not be read."""
    files, _, failed = read_files(project, KINDS)
    found: defaultdict[str, set[str]] = defaultdict(set)
    found["chart-kind"] = {file.stem for file in files if file.role == "kind"}
    for each, _ in written(files):
        parsed, _ = each.read
        if parsed is None:
            failed.add("claims" if each.file.path.endswith(".md") else each.file.role)
            continue
        for kind, id in (*_declared(parsed), *_used(parsed)):
            found[kind].add(id)
    return found, failed


def _declared(parsed: Parsed[Any]) -> Iterator[tuple[str, str]]:
    return ((kind, id) for kind, ids in declared(parsed).items() for id in ids)


def _used(parsed: Parsed[Any]) -> Iterator[tuple[str, str]]:
    """Words of a file that others may use too, and need not."""
    match parsed.file.role:
        case "site":
            yield from (("tag", tag) for tag in parsed.shape.tags)
        case "metrics":
            yield from (("unit", metric.unit) for metric in parsed.shape.root.values() if metric.unit)
        case "series":
            for series in parsed.shape.root.values():
                yield from (("scope", series.scope), ("basis", series.basis))


def _closed(kind: str, ids: Iterable[str] | None, any: dict[str, Any] = patterns.ID) -> dict[str, Any]:
    """Only these ids; where they are not known, any of that form."""
    if ids is None:
        return any
    known = sorted(ids)
    numbers = [int(id) for id in known if id.isdecimal() and str(int(id)) == id]  # as editors read them
    if not known:
        return {"type": "string", "pattern": "(?!)", "patternErrorMessage": _message(kind)}
    return {"enum": [*known, *numbers], "errorMessage": _message(kind)}


def _message(kind: str) -> str:
    noun = _NOUNS.get(kind, kind)
    return f'no {noun} had this id when the schemas were written: check the spelling, or run "sitegen schema" again'


_CAPITALS = {"type": "string", "pattern": "^[A-Z][A-Za-z0-9-]*$"}


def _place(own: Iterable[str]) -> dict[str, Any]:
    """A place in small letters, in which it is offered; in capital ones any."""
    return {"anyOf": [{"enum": sorted({*PLACES, *own}), "errorMessage": _message("place")}, _CAPITALS, patterns.NORWAY]}


def _offered(any: Mapping[str, Any], words: Iterable[str]) -> dict[str, Any]:
    """Any word; these are offered."""
    return {**any, "examples": sorted({*words})}
