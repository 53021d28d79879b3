"""Load: files → Tracker. Every shape and reference problem of every file is reported in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, structs

from sitegen.cache import Memory
from sitegen.load.assemble import assemble
from sitegen.load.causes import with_causes
from sitegen.load.files import InputFile, exchanged, read_files
from sitegen.load.files.roles import TEXT, is_text
from sitegen.load.known import Ids
from sitegen.load.written import Written
from sitegen.model import Tracker
from sitegen.problems import Place, Problem, SitegenError
from sitegen.processes import Processes
from sitegen.reading.frontmatter import split_front_matter
from sitegen.reading.markdown import Unread
from sitegen.register.called import with_ids
from sitegen.register.kind import Kinds
from sitegen.words.catalogue import SOURCE, catalogue, spoken


class Unloaded(SitegenError):
    """Raised for a project with which something is wrong. tracker: what of it could be loaded, if it has a site.

    wrong: the paths of the files with which something is wrong. roles: those of these files, and of files that could
    not be read. declared: the ids of each kind that is known whole.
    """

    def __init__(
        self,
        problems: Iterable[Problem],
        tracker: Tracker | None,
        wrong: Iterable[str],
        roles: Iterable[str],
        declared: Ids,
    ) -> None:
        super().__init__(tuple(sorted(problems)))
        self.tracker, self.wrong, self.roles = tracker, frozenset(wrong), frozenset(roles)
        self.declared = declared


Read = tuple[Written, list[Problem]]
"""What is written in a file, and what keeps it from being found."""
_ROLES = {"entity": "company", "company": "company", "plan": "expansion", "chart": "chart", "claim": "claims"}
_ROLES |= {"source": "sources", "series": "series", "ranking": "rankings", "event": "events"}
_ROLES |= {"unit": "units", "metric": "metrics", "place": "places"}
_ANY_SITE = "name: Site\ntagline: Site\nbase_url: https://example.org/\n"
_UNIQUE = ("entity", "source", "series", "claim")


class _Declared(Struct):
    """What files declare, each with its ids, and what is wrong with them.

    failed: the roles of files that are not whole. parted: what is wrong with files that are read without that, by path.
    """

    declared: list[tuple[Written, Ids]] = []
    problems: list[Problem] = []
    failed: set[str] = set()
    parted: dict[str, frozenset[Problem]] = {}


def load(
    root: Path,
    kinds: Kinds,
    memory: Memory | None = None,
    processes: Processes | None = None,
    instead: Mapping[str, bytes] = MappingProxyType({}),
) -> Tracker:
    """The project in a folder as a Tracker; raises SitegenError with all that is wrong with its files.

    kinds: the register, of which some have Markdown documents. memory: of what was read before. processes:
    those that may read. instead: contents that are read in place of those on the disk, by their paths.
    """
    memory = memory or Memory()
    files, problems, failed = read_files(root, kinds, memory.files)
    return loaded(exchanged(files, instead, kinds), kinds, memory, processes, problems, failed, root.name)


def loaded(
    files: Sequence[InputFile],
    kinds: Kinds,
    memory: Memory,
    processes: Processes | None = None,
    wrong: Iterable[Problem] = (),
    closed: Iterable[str] = (),
    name: str = "",
    *,
    hasty: bool = False,
    before: Mapping[InputFile, Read] = MappingProxyType({}),
) -> Tracker:
    """The files of a project as a Tracker; raises SitegenError with all that is wrong with them.

    wrong: what is wrong with others. closed: the roles with files that are not among these. name: of the folder.
    hasty: stops at the first file with which something is wrong. before: files that were read already.
    """
    catalogue(SOURCE, memory)
    found = _declared(written(files, before), memory, hasty)
    problems, failed = [*wrong, *found.problems], {*closed, *found.failed}
    counts = {kind: Counter(id for _, ids in found.declared for id in ids.get(kind, ())) for kind in _ROLES}
    known = {kind: frozenset(ids) for kind, ids in counts.items() if _ROLES[kind] not in failed}
    tracker = None
    if any(each.file.role == "site" for each, _ in found.declared):
        repeated = any(times > 1 for kind in _UNIQUE for times in counts[kind].values())
        tracker, more = assemble(
            found.declared, kinds, failed, known, repeated, files, memory, processes or Processes(), hasty
        )
        problems += more
    elif "site" not in failed:
        message = "the project has no data/site.yaml"
        problems.append(Problem(Place("data/site.yaml"), "missing-file", message, _how_to_begin(name)))
    if problems or tracker is None:
        raise _unloaded(problems, tracker, failed, known, files, found)
    catalogue(spoken(tracker.site.locale.language), memory)
    return tracker


def _declared(reads: Iterable[Read], memory: Memory, hasty: bool) -> _Declared:
    """What files declare; of a file with which something is wrong, what can be read without that."""
    found = _Declared()
    for each, wrong in reads:
        ids = None if wrong else each.declared(memory)
        if ids is not None:
            found.declared.append((each, ids))
            continue
        found.failed |= {each.file.role} if each.body is None else {TEXT, "claims"}  # some stand in front matter
        wrong = wrong or each.read[1]
        found.problems += wrong
        if not hasty and (rest := each.without(wrong)) is not None:
            found.declared.append((rest, rest.declared(memory) or {}))
            found.parted[each.file.path] = frozenset(wrong)
        if each.file.role == "site":  # all else can be looked at beside another one
            found.declared.append((structs.replace(each, yaml=_ANY_SITE), {}))
    return found


def _unloaded(
    problems: list[Problem],
    tracker: Tracker | None,
    failed: set[str],
    known: Ids,
    files: Sequence[InputFile],
    found: _Declared,
) -> Unloaded:
    """All that is wrong with a project, with the causes of its problems, and what of it can be looked at further."""
    touched = {problem.place.path for problem in problems}
    if any(each.code == "unknown-metric" and each.place.path.startswith("data/series/") for each in problems):
        known = {kind: ids for kind, ids in known.items() if kind != "series"}  # others name what that was to be
    if "company" in failed:  # whose years begin when is not known, and not judged
        problems = [problem for problem in problems if problem.code != "no-calendar"]
    problems = with_causes(problems, files, [each for each, _ in found.declared])
    empty = {problem.place.path for problem in problems if problem.code == "empty-file"}
    touched |= empty
    lost = {file.role for file in files if file.path in empty}
    known = {kind: ids for kind, ids in known.items() if _ROLES[kind] not in lost}
    bodies = () if tracker is None else (d.body for d in tracker.documents.values() if not d.draft)
    problems = problems if tracker is None else [*with_ids(problems, tracker)]
    every = {*problems, *(problem for body in bodies for problem in body.problems)}
    roles = failed | {TEXT if is_text(file) else file.role for file in files if file.path in touched}
    sound = {path for path, told in found.parted.items() if all(p in told for p in problems if p.place.path == path)}
    return Unloaded(every, tracker, touched - sound, roles, known)


def _how_to_begin(name: str) -> str:
    return f'run "sitegen init {name or "DIR"}" for a new project, or name the folder with --project'


def written(files: Iterable[InputFile], before: Mapping[InputFile, Read] = MappingProxyType({})) -> Iterator[Read]:
    """The YAML of data files and of front matter, with what keeps it from being found; data files come first.

    before: files of which it was found already.
    """
    found = [read for file in files for read in ((before[file],) if file in before else _written(file))]
    yield from (read for read in found if read[0].body is None)
    yield from (read for read in found if read[0].body is not None)


def _written(file: InputFile) -> Iterator[Read]:
    """The YAML of a file that has any."""
    if file.path.startswith("data/") and file.role != "schema":
        yield Written(file, file.text()), []
    elif is_text(file):
        front, problems = split_front_matter(file.path, file.text())
        yield Written(file, front.yaml, front.yaml_line, Unread(file.path, front.body, front.body_line)), problems
