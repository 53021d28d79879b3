"""Load: files → Tracker. Every shape and reference problem of every file is reported in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import structs

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
    problems, failed = [*wrong], {*closed}
    declared: list[tuple[Written, Ids]] = []
    parted: dict[str, frozenset[Problem]] = {}
    for each, found in written(files, before):
        ids = None if found else each.declared(memory)
        if ids is not None:
            declared.append((each, ids))
            continue
        failed |= {each.file.role} if each.body is None else {TEXT, "claims"}  # of which some stand in front matter
        wrong = found or each.read[1]
        problems += wrong
        if not hasty and (rest := each.without(wrong)) is not None:
            declared.append((rest, rest.declared(memory) or {}))
            parted[each.file.path] = frozenset(wrong)
        if each.file.role == "site":  # all else can be looked at beside another one
            declared.append((structs.replace(each, yaml=_ANY_SITE), {}))
    tracker = None
    counts = {kind: Counter(id for _, ids in declared for id in ids.get(kind, ())) for kind in _ROLES}
    known = {kind: frozenset(found) for kind, found in counts.items() if _ROLES[kind] not in failed}
    if any(each.file.role == "site" for each, _ in declared):
        repeated = any(times > 1 for kind in _UNIQUE for times in counts[kind].values())
        tracker, found = assemble(
            declared, kinds, failed, known, repeated, files, memory, processes or Processes(), hasty
        )
        problems += found
    elif "site" not in failed:
        message = "the project has no data/site.yaml"
        problems.append(Problem(Place("data/site.yaml"), "missing-file", message, _how_to_begin(name)))
    touched = {problem.place.path for problem in problems}
    if any(each.code == "unknown-metric" and each.place.path.startswith("data/series/") for each in problems):
        known = {kind: ids for kind, ids in known.items() if kind != "series"}  # others name what that was to be
    if "company" in failed:  # whose years begin when is not known, and not judged
        problems = [problem for problem in problems if problem.code != "no-calendar"]
    if problems:
        problems = with_causes(problems, files, [each for each, _ in declared])
        empty = {problem.place.path for problem in problems if problem.code == "empty-file"}
        lost = {file.role for file in files if file.path in empty}
        touched |= empty
        known = {kind: ids for kind, ids in known.items() if _ROLES[kind] not in lost}
    if tracker is not None:
        problems = [*with_ids(problems, tracker)]
    if problems or tracker is None:
        shown = () if tracker is None else (d.body for d in tracker.documents.values() if not d.draft)
        every = {*problems, *(problem for body in shown for problem in body.problems)}
        roles = failed | {TEXT if is_text(file) else file.role for file in files if file.path in touched}
        sound = {path for path, told in parted.items() if all(p in told for p in problems if p.place.path == path)}
        raise Unloaded(every, tracker, touched - sound, roles, known)
    catalogue(spoken(tracker.site.locale.language), memory)
    return tracker


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
