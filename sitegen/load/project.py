"""Load: files → Tracker. Every shape and reference problem of every file is reported in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from sitegen.cache import Memory
from sitegen.load.bodies import bodies
from sitegen.load.causes import with_causes
from sitegen.load.files import InputFile, exchanged, read_files
from sitegen.load.known import Ids, Known
from sitegen.load.lives.contradictions import contradictions
from sitegen.load.together import linked_files, lost_images, placed, unlinked_files
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
from sitegen.problems import Place, Problem, SitegenError
from sitegen.reading.frontmatter import split_front_matter
from sitegen.reading.markdown import Unread
from sitegen.register.called import with_ids
from sitegen.register.kind import Kinds
from sitegen.words.catalogue import SOURCE, catalogue, spoken


class Unloaded(SitegenError):
    """Raised for a project with which something is wrong. tracker: what of it could be loaded, if it has a site.

    declared: the ids of each kind that is known whole.
    """

    def __init__(self, problems: tuple[Problem, ...], tracker: Tracker | None, declared: Ids) -> None:
        super().__init__(problems)
        self.tracker, self.declared = tracker, declared


class _Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)
T = TypeVar("T")

_ROLES = {"entity": "company", "company": "company", "plan": "expansion", "chart": "chart", "claim": "claims"}
_ROLES |= {"source": "sources", "series": "series", "ranking": "rankings", "event": "events"}
_ROLES |= {"unit": "units", "metric": "metrics", "place": "places"}
_UNIQUE = ("entity", "source", "series", "claim")
_FIRST = ("units", "metrics", "sources", "company")
"""The roles of files that others are read with; of companies only the calendars matter to them."""


def load(
    root: Path,
    kinds: Kinds,
    memory: Memory | None = None,
    jobs: int = 1,
    instead: Mapping[str, bytes] = MappingProxyType({}),
) -> Tracker:
    """The project in a folder as a Tracker; raises SitegenError with all that is wrong with its files.

    kinds: the register, of which some have Markdown documents. memory: of what was read before. jobs: how many
    processes may read at once. instead: contents that are read in place of those on the disk, by their paths.
    """
    files, problems, failed = read_files(root, kinds)
    return loaded(exchanged(files, instead, kinds), kinds, memory or Memory(), jobs, problems, failed, root.name)


def loaded(
    files: Sequence[InputFile],
    kinds: Kinds,
    memory: Memory,
    jobs: int = 1,
    wrong: Iterable[Problem] = (),
    closed: Iterable[str] = (),
    name: str = "",
    *,
    hasty: bool = False,
) -> Tracker:
    """The files of a project as a Tracker; raises SitegenError with all that is wrong with them.

    wrong: what is wrong with others. closed: the roles with files that are not among these. name: of the folder.
    hasty: stops at the first file with which something is wrong.
    """
    catalogue(SOURCE, memory)
    problems, failed = [*wrong], {*closed}
    declared: list[tuple[Written, Ids]] = []
    for each, found in written(files):
        ids = None if found else each.declared(memory)
        if ids is not None:
            declared.append((each, ids))
            continue
        failed.add(each.file.role)
        problems += found or each.read[1]
    tracker = None
    counts = {kind: Counter(id for _, ids in declared for id in ids.get(kind, ())) for kind in _ROLES}
    known = {kind: frozenset(found) for kind, found in counts.items() if _ROLES[kind] not in failed}
    if any(each.file.role == "site" for each, _ in declared):
        repeated = any(times > 1 for kind in _UNIQUE for times in counts[kind].values())
        tracker, found = _tracker(declared, kinds, failed, known, repeated, files, memory, jobs, hasty)
        problems += found
    elif "site" not in failed:
        message = "the project has no data/site.yaml"
        problems.append(Problem(Place("data/site.yaml"), "missing-file", message, _how_to_begin(name)))
    if "company" in failed:  # whose years begin when is not known, and not judged
        problems = [problem for problem in problems if problem.code != "no-calendar"]
    if problems:
        problems = with_causes(problems, files, [each for each, _ in declared])
    if tracker is not None:
        problems = [*with_ids(problems, tracker)]
    if problems or tracker is None:
        shown = () if tracker is None else (d.body for d in tracker.documents.values() if not d.draft)
        every = {*problems, *(problem for body in shown for problem in body.problems)}
        raise Unloaded(tuple(sorted(every)), tracker, known)
    catalogue(spoken(tracker.site.locale.language), memory)
    return tracker


def _how_to_begin(name: str) -> str:
    return f'run "sitegen init {name or "DIR"}" for a new project, or name the folder with --project'


def written(files: Iterable[InputFile]) -> Iterator[tuple[Written, list[Problem]]]:
    """The YAML of data files and of front matter, with what keeps it from being found; data files come first."""
    for file in files:
        if file.path.startswith("data/") and file.role != "schema":
            yield Written(file, file.text()), []
    for file in files:
        if file.path.endswith(".md") and file.role != "static":
            front, problems = split_front_matter(file.path, file.text())
            yield Written(file, front.yaml, front.yaml_line, Unread(file.path, front.body, front.body_line)), problems


def _tracker(
    written: Sequence[tuple[Written, Ids]],
    kinds: Kinds,
    failed: set[str],
    ids: Mapping[str, frozenset[str]],
    repeated: bool,
    files: Sequence[InputFile],
    memory: Memory,
    jobs: int,
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
    known = replace(known, units=_by_id(_of(Unit, counted)))
    printed = _things(first[len(units) :], memory, known, problems, hasty)
    things = [thing for thing, _ in printed]
    calendars = calendars_of(_by_id(_of(Entity, things)))
    known = replace(
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
    read = {text.path: body for text, body in zip(texts, bodies(texts, memory, jobs), strict=True)}
    documents = [replace(document, body=read[document.path]) for document in _of(Document, things)]
    prints = {key: print for thing, print in printed if print and (key := thing_key(thing))}
    tracker = replace(_assembled(things, documents, files), prints=prints)
    problems += contradictions(tracker.entities)
    if not failed & {"asset", "static"}:
        problems += lost_images(tracker.documents, rest, files)
    if not failed & set(required):  # what a document links that could not be read is not known
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
        capabilities=_by_id(_of(Capability, things)),
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
    return replace(site, locale=replace(site.locale, own=own))


def _of(kind: type[T], things: Iterable[object]) -> list[T]:
    return [thing for thing in things if isinstance(thing, kind)]


def _by_id(things: Iterable[N]) -> Mapping[str, N]:
    return {thing.id: thing for thing in sorted(things, key=lambda thing: thing.id)}
