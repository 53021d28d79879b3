"""From what is written in each file to one tracker: things that others are read with first, then all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import structs

from sitegen.cache import Memory
from sitegen.load.bodies import bodies
from sitegen.load.files import InputFile
from sitegen.load.files.roles import TEXT
from sitegen.load.known import Ids, Known
from sitegen.load.lives.contradictions import contradictions
from sitegen.load.together import damaged_pictures, linked_files, lost_images, placed, unlinked_files
from sitegen.load.written import Printed, Written
from sitegen.model import Tracker
from sitegen.model.basics.former import Former, with_new_ids
from sitegen.model.basics.unit import Unit
from sitegen.model.capability import Capability
from sitegen.model.chart import Chart
from sitegen.model.claim import Claim
from sitegen.model.document import Document, File
from sitegen.model.entity import Entity, calendars_of
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.metric import Metric
from sitegen.model.places import PLACES, OwnPlace
from sitegen.model.ranking import Ranking
from sitegen.model.series import Series
from sitegen.model.site import OwnWords, Site
from sitegen.model.source import Source
from sitegen.model.tracker import thing_key
from sitegen.problems import Problem, SitegenError
from sitegen.processes import Processes
from sitegen.register.kind import Kinds


class _Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)
T = TypeVar("T")

_FIRST = ("units", "metrics", "sources", "company")
"""The roles of files that others are read with; of companies only the calendars matter to them."""


def assemble(
    written: Sequence[tuple[Written, Ids]],
    kinds: Kinds,
    failed: set[str],
    ids: Mapping[str, frozenset[str]],
    repeated: bool,
    files: Sequence[InputFile],
    memory: Memory,
    processes: Processes,
    hasty: bool,
) -> tuple[Tracker, list[Problem]]:
    """All that is written as one tracker, and what is wrong with it.

    failed: the roles with a file that could not be read; what these declare is not known, and not judged.
    ids: those of each other kind. repeated: whether one stands twice.
    """
    problems: list[Problem] = []
    if repeated:
        from sitegen.load.shape.shaping import repeats

        problems += repeats(each.parsed for each, _ in written)
    if "place" in ids:
        ids = {**ids, "place": ids["place"] | PLACES}
    first = sorted((e for e, _ in written if e.file.role in _FIRST), key=lambda e: _FIRST.index(e.file.role))
    rest = [each for each, _ in written if each.file.role not in _FIRST]
    listed = (f"{kind} {sorted(found)}" for kind, found in ids.items())
    required = {kind.document: kind.required for kind in kinds if kind.document is not None}
    judged = (each.yaml for each in first if each.file.role != "company")
    known = Known(ids, {}, {}, {}, required, {}, memory.key("known", repr(required), *listed, *judged))
    units = [each for each in first if each.file.role == "units"]
    counted = [thing for thing, _ in _things(units, memory, known, problems, hasty)]
    known = structs.replace(known, units=_by_id(_of(Unit, counted)))
    printed = _things(first[len(units) :], memory, known, problems, hasty)
    things = [thing for thing, _ in printed]
    calendars = calendars_of(_by_id(_of(Entity, things)))
    known = structs.replace(
        known,
        metrics=_by_id(_of(Metric, things)),
        sources=_by_id(_of(Source, things)),
        calendars=calendars,
        print=memory.key("calendars", known.print, repr(calendars)),
    )
    printed += _things(rest, memory, known, problems, hasty)
    printed = placed(printed, problems)
    things = [thing for thing, _ in printed]
    texts = [each.body for each, _ in written if each.body is not None]
    read = {text.path: body for text, body in zip(texts, bodies(texts, memory, processes), strict=True)}
    documents = [structs.replace(document, body=read[document.path]) for document in _of(Document, things)]
    prints = {key: print for thing, print in printed if print and (key := thing_key(thing))}
    tracker = structs.replace(_assembled(things, documents, files), prints=prints)
    problems += contradictions(tracker.entities)
    problems += damaged_pictures(files, memory)
    if not failed & {"asset", "static"}:
        problems += lost_images(tracker.documents, rest, files)
    if not failed & {TEXT, *required}:  # what a document links that could not be read is not known
        problems += unlinked_files(tracker.files, files, documents)
    return tracker, [*with_new_ids(problems, tracker.former)]


def _things(written: Iterable[Written], memory: Memory, known: Known, problems: list[Problem], hasty: bool) -> Printed:
    """The things of some files; what is wrong with them is added to the problems."""
    things: Printed = []
    for each in written:
        found, wrong = each.things(memory, known)
        things += found
        problems += wrong
        if hasty and problems:
            raise SitegenError(tuple(problems))
    return things


def _assembled(things: Sequence[object], documents: Iterable[Document], files: Sequence[InputFile]) -> Tracker:
    paths = {document.path: document for document in sorted(documents, key=lambda d: d.path)}
    return Tracker(
        site=_site(things),
        entities=_by_id(_of(Entity, things)),
        metrics=_by_id(_of(Metric, things)),
        own_places=_by_id(_of(OwnPlace, things)),
        sources=_by_id(_of(Source, things)),
        series={s.id: s for s in sorted(_of(Series, things), key=lambda s: s.id)},
        rankings=_by_id(_of(Ranking, things)),
        entries=tuple(_of(MarketEntry, things)),
        capabilities={each.id: each for each in _of(Capability, things)},  # in the order in which pages show them
        events=_by_id(_of(Event, things)),
        charts=_by_id(_of(Chart, things)),
        claims=_by_id(_of(Claim, things)),
        documents=paths,
        files=tuple(linked_files(paths.values(), files)),
        kinds={f.stem: File(f.path, "", f.content) for f in files if f.role == "kind"},
        former=tuple(sorted(_of(Former, things))),
    )


def _site(things: Sequence[object]) -> Site:
    own = {id: message for found in _of(OwnWords, things) for id, message in sorted(found.messages.items())}
    site = _of(Site, things)[0]
    return structs.replace(site, locale=structs.replace(site.locale, own=own))


def _of(kind: type[T], things: Iterable[object]) -> list[T]:
    return [thing for thing in things if isinstance(thing, kind)]


def _by_id(things: Iterable[N]) -> Mapping[str, N]:
    return {thing.id: thing for thing in sorted(things, key=lambda thing: thing.id)}
