"""From YAML to shapes, and from shapes to the things of the model, a file at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.load import claims, documents, entities, metrics, observations, places, plans, units
from sitegen.load.files import InputFile
from sitegen.load.former import former
from sitegen.load.gather import Gather, Parsed
from sitegen.load.known import Ids, Known
from sitegen.load.shape.names import is_copy
from sitegen.load.shape.shapes import FILES
from sitegen.load.shape.validate import validate
from sitegen.load.shown import charts, rankings
from sitegen.load.words.own import own_words
from sitegen.model.entity import PAGED
from sitegen.problems import Place, Problem
from sitegen.reading.yaml import YamlDocument, read_yaml

_ROOTED = {"metrics": "metric", "sources": "source", "series": "series", "rankings": "ranking", "events": "event"}
_ROOTED |= {"claims": "claim", "places": "place", "units": "unit"}
_FRONT = "front-matter"
_COPY = "delete this file if it is a copy"


def _role(file: InputFile) -> str:
    """The name of the shape of a file."""
    return _FRONT if file.path.endswith(".md") else file.role


def parse(file: InputFile, text: str, line: int) -> tuple[Parsed[Any] | None, list[Problem]]:
    """The YAML of a file, which begins on a line of it, as its shape; or None and what is wrong with it."""
    role = _role(file)
    document, problems = read_yaml(file.path, text, first_line=line)
    if document is None:
        return None, problems
    if document.value is None and role not in ("site", "company", "chart"):
        empty: Any = [] if role == "expansion" else {}
        document = YamlDocument(file.path, empty, document.places, document.keys, document.starts, document.runs)
    value, problems = validate(FILES[role], document)
    return (None if value is None else Parsed(file, document, value)), problems


def declared(parsed: Parsed[Any]) -> Ids:
    """The ids of the things that a file declares, by their kind."""
    shape, stem = parsed.shape, parsed.file.stem
    match _role(parsed.file):
        case "company":
            paged = shape.kind in (None, *PAGED)
            return {"entity": [id for id, _ in entities.entity_ids(parsed)], "company": [stem] if paged else []}
        case "expansion":
            return {"plan": [stem]}
        case "chart":
            return {"chart": [stem]}
        case "front-matter":
            return {"claim": list(shape.claims)}
        case role if role in _ROOTED:
            return {_ROOTED[role]: list(shape.root)}
    return {}


def things(parsed: Parsed[Any], known: Known) -> tuple[list[object], list[Problem]]:
    """The things of a file, and what is wrong with them."""
    gather = Gather(known.ids)
    found = [*_things(parsed, known, gather), *former(parsed, _kind(parsed.file), gather)]
    return found, gather.problems


def _kind(file: InputFile) -> str:
    """The kind of the things of a file, as the register calls it."""
    return "entity" if file.role == "company" else _ROOTED.get(file.role, file.role)


def _things(parsed: Parsed[Any], known: Known, gather: Gather) -> Iterator[object]:
    match _role(parsed.file):
        case "site":
            yield entities.site(parsed, gather)
        case "company":
            yield from entities.entities(parsed, gather)
        case "words":
            yield own_words(parsed, gather)
        case "units":
            yield from units.units(parsed, gather)
        case "metrics":
            yield from metrics.metrics(parsed, known.units, gather)
        case "places":
            yield from places.places(parsed, gather)
        case "sources":
            yield from entities.sources(parsed, gather)
        case "series":
            yield from observations.series(parsed, known, gather)
        case "rankings":
            yield from rankings.rankings(parsed, known.units, gather)
        case "expansion":
            yield from plans.entries(parsed, known.sources, known.calendars, gather)
        case "capabilities":
            yield from plans.capabilities(parsed, known.sources, gather)
        case "events":
            yield from plans.events(parsed, known.sources, gather)
        case "chart":
            yield charts.chart(parsed, known.units, gather)
        case "claims":
            yield from claims.reported(parsed, gather)
        case "imports":
            _names(parsed, gather)
        case "front-matter":
            yield documents.document(parsed, known.required[parsed.file.role], gather)
            yield from claims.editorial(parsed, gather)


def _names(parsed: Parsed[Any], gather: Gather) -> None:
    """Sees that what names of imported tables mean is there."""
    shape = parsed.shape
    for kind, key in (("entity", "entities"), ("metric", "metrics"), ("source", "sources")):
        for name, id in getattr(shape, key).items():
            gather.ref(kind, id, parsed.at(key, name))
    for name, id in shape.series.items():
        gather.series_ref(id, parsed.at("series", name))


def repeats(files: Iterable[Parsed[Any]]) -> Iterator[Problem]:
    """Ids that stand in two files, or twice in one company's tree."""
    first: dict[tuple[str, str], Place] = {}
    parsed_files = [*files]
    times = Counter((kind, id) for parsed in parsed_files for kind, id, _ in paths(parsed))
    alone: dict[str, list[str]] = {}
    for parsed in parsed_files:
        alone[parsed.file.path] = [
            id for kind, id, _ in paths(parsed) if times[kind, id] == 1 and id != parsed.file.stem
        ]
    for parsed in parsed_files:
        for kind, id, path in paths(parsed):
            place = parsed.key(*path) if path else parsed.at()
            seen = first.setdefault((kind, id), place)
            if seen is not place:
                copy, kept = sorted((place, seen), key=lambda each: (not is_copy(each.path), each is seen))
                message = f'"{id}" stands in {kept.path} already, on line {kept.line}'
                hint = "take it out here if it was copied; else give it another id, and change what it says"
                if is_copy(copy.path):
                    own = ", ".join(alone[copy.path])
                    hint = f"take it out here; only {own} stands in no other file" if own else _COPY
                yield Problem(copy, "repeated-id", message, hint)


def paths(parsed: Parsed[Any]) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """The kind, the id and the place of everything in a file whose id nothing in another file may have."""
    match _role(parsed.file):
        case "company":
            yield from (("entity", id, path) for id, path in entities.entity_ids(parsed))
        case "chart":
            yield "chart", parsed.file.stem, ()
        case "front-matter":
            yield from (("claim", id, ("claims", id)) for id in parsed.shape.claims)
        case role if role in _ROOTED:
            yield from ((_ROOTED[role], id, (id,)) for id in parsed.shape.root)
