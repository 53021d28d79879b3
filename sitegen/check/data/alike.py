"""Two things of one kind under one name, which readers cannot tell apart: the second is usually a copy of the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from sitegen.check.data.finding import Finding
from sitegen.load.shape.names import is_copy
from sitegen.model.basics.spelling import slug
from sitegen.model.entity import Entity, reached
from sitegen.model.source import document
from sitegen.model.tracker import Tracker
from sitegen.problems import Place, Problem
from sitegen.register.said import Owner


class Titled(NamedTuple):
    """A thing with what it is called.

    group: among which a name is its own. noun, what: what the thing and its name are called. id: as its file has it.
    place: of its name. owners: who may answer a warning about it.
    """

    group: str
    noun: str
    what: str
    id: str
    names: tuple[str, ...]
    place: Place
    owners: tuple[Owner, ...] = ()


def same_name(tracker: Tracker) -> Iterator[Finding]:
    """Things, or documents, under the name of another of their kind; a brand may be called as its company is."""
    titled = list(_titled(tracker))
    counts = Counter((each.group, name) for each in titled for name in {*each.names})
    first: dict[tuple[str, str], Titled] = {}
    for each in sorted((t for t in titled if any(counts[t.group, name] > 1 for name in t.names)), key=_like_a_copy):
        shared: dict[str, Titled] = {}
        for name in dict.fromkeys(each.names):
            other = first.setdefault((each.group, name), each)
            if other is not each and not _is_one(each, other, tracker):
                shared[name] = other
        if shared:
            other = next(iter(shared.values()))
            names = [name for name, its in shared.items() if its is other]
            yield _finding(each, other, names, _says_it_all(each, other, tracker))


def _says_it_all(each: Titled, other: Titled, tracker: Tracker) -> bool:
    """Whether two are documents of which one says what the other says."""
    one, two = (tracker.documents.get(titled.place.path) for titled in (each, other))
    if one is None or two is None or one.body.source != two.body.source:
        return False
    return [text and text.raw for text in (one.title, one.summary)] == [
        text and text.raw for text in (two.title, two.summary)
    ]


def _finding(each: Titled, other: Titled, names: Sequence[str], copied: bool) -> Finding:
    said = " and ".join(f'"{name}"' for name in names)
    the = "a" if each.group == "entity" else "the"
    are = f"is {the} {each.what}" if len(names) == 1 else f"are {each.what}s"
    message = f'{said} {are} of "{other.id}" too ({other.place.path}:{other.place.line})'
    hint = f"write the {each.what} of this {each.noun}; if it was copied by mistake, take it out"
    if copied:
        hint = f"delete this file, for it says what {other.place.path} says; or write its own title and text"
    if each.names[0] not in names:
        hint = "take it out of aliases: at one of the two, for it leads to both"
    return Finding(Problem(each.place, "same-name", message, hint), (*each.owners, *other.owners))


def _titled(tracker: Tracker) -> Iterator[Titled]:
    for entity in tracker.entities.values():
        place = entity.places.get("name", entity.place)
        yield Titled("entity", entity.kind, "name", entity.id, (entity.name, *entity.aliases), place)
    for metric in tracker.metrics.values():
        yield Titled(f"metric in {metric.unit.id}", "metric", "label", metric.id, (metric.label,), metric.place)
    for source in tracker.sources.values():
        if source.title is not None:
            group = f"source of {source.publisher} of {source.published}"
            yield Titled(group, "source", "title", source.id, (source.title,), source.place, (source,))
    for chart in tracker.charts.values():
        yield Titled("chart", "chart", "title", chart.id, (chart.title.raw,), chart.title.place, (chart,))
    for ranking in tracker.rankings.values():
        yield Titled("ranking", "ranking", "title", ranking.id, (ranking.title.raw,), ranking.title.place, (ranking,))
    for claim in tracker.claims.values():
        yield Titled(f"claim of {claim.by}", "claim", "text", claim.id, (claim.text.raw,), claim.text.place)
    for text in tracker.documents.values():
        if text.title is not None and not text.draft:  # a brief may have the title of a page of another kind
            yield Titled(f"text {text.kind}", text.kind, "title", text.id, (text.title.raw,), text.title.place)


def _like_a_copy(each: Titled) -> tuple[bool, float, int, Place]:
    """Sorts the first of its name before its copies: these have the file name of one, or a longer id.

    The id of an entity is made of its name, so that a copy under another id is further from it.
    """
    near = SequenceMatcher(None, each.id, slug(each.names[0])).ratio() if each.group == "entity" else 0.0
    return is_copy(each.place.path), -near, len(each.id), each.place


def _is_one(each: Titled, other: Titled, tracker: Tracker) -> bool:
    """Whether two things may have one name, or are said to be one: a brand with its company, an entry twice."""
    if each.noun == "source":
        one, two = tracker.sources[each.id], tracker.sources[other.id]
        return document(one.url) == document(two.url)
    return _of_one_family(each, other, tracker.entities)


def _of_one_family(each: Titled, other: Titled, entities: Mapping[str, Entity]) -> bool:
    """Whether one is, or belongs to, what the other belongs to: a brand may have the name of its company."""
    if each.group != "entity":
        return False
    one, two = (reached(titled.id, entities, _parents) for titled in (each, other))
    return bool(one & two)


def _parents(entity: Entity) -> Iterator[str]:
    return (tie.entity for tie in entity.parents)
