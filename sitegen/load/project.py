"""Load: files → Tracker. Every shape and reference problem of every file is told in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from sitegen.cache import Memory
from sitegen.load import claims, documents, entities, observations, plans, rankings, shapes
from sitegen.load.bodies import bodies
from sitegen.load.files import InputFile, read_files
from sitegen.load.gather import Gather, Parsed
from sitegen.load.validate import validate
from sitegen.model import Tracker
from sitegen.model.claim import Claim
from sitegen.model.document import Document, File
from sitegen.problems import Place, Problem, SitegenError
from sitegen.reading.frontmatter import FrontMatter
from sitegen.reading.markdown import Unread
from sitegen.reading.yaml import YamlDocument, read_yaml


class _Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)

_EMPTY: dict[str, Any] = {"expansion": []}


@dataclass(slots=True)
class _Raw:
    """Everything that was read, by role; `failed` names the roles with a file that could not be."""

    parsed: dict[str, list[Parsed[Any]]] = field(default_factory=dict)
    fronts: list[tuple[Parsed[shapes.FrontMatterShape], FrontMatter]] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def of(self, role: str) -> list[Parsed[Any]]:
        return self.parsed.get(role, [])


def load(root: Path, memory: Memory | None = None, jobs: int = 1) -> Tracker:
    """The project in a folder as a Tracker; raises SitegenError with all that is wrong with its files.

    memory: of what was read before. jobs: how many processes may read at once.
    """
    memory = memory or Memory()
    files, problems, failed = read_files(root)
    raw = _read(files)
    raw.failed |= failed
    gather = Gather(_known(raw), [*problems, *raw.problems])
    if "site" not in raw.failed and not raw.of("site"):
        gather.add(Place("data/site.yaml"), "missing-file", "the project has no data/site.yaml", _how_to_begin(root))
    tracker = _cross(raw, files, gather, memory, jobs) if raw.of("site") else None
    if gather.problems or tracker is None:
        shown = () if tracker is None else (d.body for d in tracker.documents.values() if not d.draft)
        found = {*gather.problems, *(problem for body in shown for problem in body.problems)}
        raise SitegenError(tuple(sorted(found)))
    return tracker


def _how_to_begin(root: Path) -> str:
    return f'run "sitegen init {root.name or "DIR"}" for a new project, or name the folder with --project'


def _read(files: Iterable[InputFile]) -> _Raw:
    raw = _Raw()
    for file in files:
        if file.role in shapes.FILES and file.path.startswith("data/"):
            parsed, problems = _read_data(file, shapes.FILES[file.role])
            if parsed is not None:
                raw.parsed.setdefault(file.role, []).append(parsed)
        elif file.path.endswith(".md") and file.role != "static":
            front_parsed, front, problems = documents.read_front(file)
            parsed = front_parsed
            if front_parsed is not None:
                raw.fronts.append((front_parsed, front))
        else:
            continue
        raw.problems += problems
        if parsed is None:
            raw.failed.add(file.role)
    return raw


def _read_data(file: InputFile, shape: type[BaseModel]) -> tuple[Parsed[Any] | None, list[Problem]]:
    document, problems = read_yaml(file.path, file.text())
    if document is None:
        return None, problems
    if document.value is None and file.role not in ("site", "company", "chart"):
        empty = _EMPTY.get(file.role, {})
        document = YamlDocument(file.path, empty, document.places, document.keys, document.starts, document.runs)
    value, problems = validate(shape, document)
    return (None if value is None else Parsed(file, document, value)), problems


def _known(raw: _Raw) -> Mapping[str, frozenset[str]]:
    """The ids of each kind of thing; kinds with a file that could not be read are left out."""
    ids: dict[str, list[str]] = {
        "entity": [id for parsed in raw.of("company") for id, _ in entities.entity_ids(parsed)],
        "company": [p.file.stem for p in raw.of("company") if p.shape.kind in (None, *entities.PAGED)],
        "plan": [p.file.stem for p in raw.of("expansion")],
        "chart": [p.file.stem for p in raw.of("chart")],
    }
    roles = {"entity": "company", "company": "company", "plan": "expansion", "chart": "chart"}
    rooted = {"metric": "metrics", "source": "sources", "series": "series", "ranking": "rankings", "event": "events"}
    for kind, role in rooted.items():
        ids[kind] = [id for parsed in raw.of(role) for id in parsed.shape.root]
        roles[kind] = role
    ids["claim"] = [id for parsed in raw.of("claims") for id in parsed.shape.root]
    ids["claim"] += [id for parsed, _ in raw.fronts for id in parsed.shape.claims]
    roles["claim"] = "claims"
    return {kind: frozenset(found) for kind, found in ids.items() if roles[kind] not in raw.failed}


def _cross(raw: _Raw, files: Sequence[InputFile], gather: Gather, memory: Memory, jobs: int) -> Tracker:
    _repeats(raw, gather)
    sources = _by_id(s for p in raw.of("sources") for s in entities.sources(p, gather))
    metrics = _by_id(m for p in raw.of("metrics") for m in entities.metrics(p, gather))
    all_series = [s for p in raw.of("series") for s in observations.series(p, metrics, sources, gather)]
    unread = [Unread(parsed.file.path, front.body, front.body_line) for parsed, front in raw.fronts]
    read = zip(raw.fronts, bodies(unread, memory, jobs), strict=True)
    all_documents = [documents.document(parsed, body, gather) for (parsed, _), body in read]
    for parsed, _ in () if raw.failed & {"asset", "static"} else raw.fronts:
        documents.own_image(parsed, files, gather)
    all_entities = _by_id(e for p in raw.of("company") for e in entities.entities(p, gather))
    entities.parent_circles(all_entities, gather)
    return Tracker(
        site=entities.site(raw.of("site")[0], gather),
        entities=all_entities,
        metrics=metrics,
        sources=sources,
        series={s.id: s for s in sorted(all_series, key=lambda s: s.id)},
        rankings=_by_id(r for p in raw.of("rankings") for r in rankings.rankings(p, gather)),
        entries=tuple(e for p in raw.of("expansion") for e in plans.entries(p, sources, gather)),
        capabilities=_by_id(c for p in raw.of("capabilities") for c in plans.capabilities(p, sources, gather)),
        events=_by_id(e for p in raw.of("events") for e in plans.events(p, sources, gather)),
        charts=_by_id(plans.chart(p, gather) for p in raw.of("chart")),
        claims=_by_id(_claims(raw, gather)),
        documents=_documents(all_documents),
        files=tuple(documents.linked_files(all_documents, files, gather)),
        kinds={f.stem: File(f.path, "", f.content) for f in files if f.role == "kind"},
    )


def _claims(raw: _Raw, gather: Gather) -> Iterator[Claim]:
    for parsed in raw.of("claims"):
        yield from claims.reported(parsed, gather)
    for front, _ in raw.fronts:
        yield from claims.editorial(front, gather)


def _by_id(things: Iterable[N]) -> Mapping[str, N]:
    return {thing.id: thing for thing in sorted(things, key=lambda thing: thing.id)}


def _documents(found: Iterable[Document]) -> Mapping[str, Document]:
    return {document.path: document for document in sorted(found, key=lambda d: d.path)}


def _repeats(raw: _Raw, gather: Gather) -> None:
    """Ids that stand in two files, or twice in one company's tree."""
    first: dict[tuple[str, str], Place] = {}
    roles = ("sources", "series", "claims")
    rooted = [(role, p, id, (id,)) for role in roles for p in raw.of(role) for id in p.shape.root]
    nested = [("company", p, id, path) for p in raw.of("company") for id, path in entities.entity_ids(p)]
    editorial = [("claims", p, id, ("claims", id)) for p, _ in raw.fronts for id in p.shape.claims]
    for role, parsed, id, path in [*rooted, *nested, *editorial]:
        place = parsed.key(*path) if path else parsed.at()
        seen = first.setdefault((role, id), place)
        if seen is not place:
            message = f'"{id}" stands in {seen.path} already, on line {seen.line}'
            gather.add(place, "repeated-id", message, "give one of the two another id, or join them")
