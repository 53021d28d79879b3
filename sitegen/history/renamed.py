"""What has another id than before: each of the last commits is held against the one before, the files against the last.

Most commits take no id away. That is seen from the words before colons, and nothing more is read of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.cache import Memory
from sitegen.disk import Reader
from sitegen.history.ask import state
from sitegen.history.parsed import UnreadableError
from sitegen.history.repository import INPUTS, Touched, commits, contents, gap_of, inputs
from sitegen.history.things import Thing, Things, same, things
from sitegen.model.basics.former import Rename

LAST = 50
"""So many commits are looked at; an address that is older was missed by nobody since."""
Pairs = tuple[tuple[Thing, Thing], ...]
_KEY = re.compile(rb"([a-z0-9.-]+)[\"']?:(?=\s|$)", re.MULTILINE)
_TEXTS = (".yaml", ".md")


def renamed(project: Path, memory: Memory | None = None, now: str | None = None) -> tuple[Rename, ...]:
    """What things were called before and are called now, in the last commits and in the files as they are.

    memory: of the commits and files that were read before. now: `state(project)`, if it is known. Nothing is known
    without git or in a shallow clone.
    """
    memory, now = memory or Memory(), state(project) if now is None else now
    if gap_of(now):
        return ()
    found: dict[Thing, Thing] = {}
    for pairs in memory.remember(memory.key("renamed then", now), lambda: _then(project, memory)):
        _follow(found, pairs)
    last = memory.remember(memory.key("last commit", now), lambda: inputs(project, "HEAD"))
    reader = Reader(project, memory.files)
    touched = _touched(project, last, reader)
    _follow(found, _pairs(touched, dict(_held(project, touched, reader))))
    return tuple(sorted(Rename(old.kind, old.id, new.id) for old, new in found.items()))


def _follow(found: dict[Thing, Thing], pairs: Pairs) -> None:
    """Takes over the renames that came next: of what was renamed before too, and back again."""
    names = dict(pairs)
    for old, new in found.items():
        found[old] = names.get(new, new)
    found |= names
    for thing in [old for old, new in found.items() if old == new]:
        del found[thing]


def _then(project: Path, memory: Memory) -> list[Pairs]:
    """What the last commits renamed, the oldest first."""
    with memory.growing("renamed") as known:
        return [pairs for pairs in _of_commits(project, known) if pairs]


def _of_commits(project: Path, known: dict[str, Pairs]) -> Iterator[Pairs]:
    found = [*commits(project, most=LAST, folders=INPUTS, kinds=_TEXTS)]
    asked = [each for each in found if _takes_away(each.files) and repr(each.files) not in known]
    ids = [*dict.fromkeys(id for commit in asked for file in commit.files for id in (file.before, file.after) if id)]
    held = dict(zip(ids, contents(project, ids), strict=True)) if ids else {}
    for commit in asked:
        known[repr(commit.files)] = _pairs(commit.files, held)
    for commit in found:
        yield known[repr(commit.files)] if _takes_away(commit.files) else ()


def _takes_away(files: Sequence[Touched]) -> bool:
    """Whether anything stood there before."""
    return any(file.before for file in files)


def _touched(project: Path, last: Mapping[str, str], reader: Reader) -> list[Touched]:
    """The files that are not as the last commit has them. last: the ids of its contents."""
    here = dict(_on_disk(project, reader, next(iter(last.values()), "")))
    paths = sorted(path for path in {*last, *here} if path.endswith(_TEXTS) and last.get(path) != here.get(path))
    return [Touched(path, last.get(path), here.get(path)) for path in paths]


def _on_disk(project: Path, reader: Reader, like: str) -> Iterator[tuple[str, str]]:
    """The files of data and texts with the ids that git would give their contents. like: an id of the repository."""
    for folder in INPUTS:
        for file in sorted((project / folder).rglob("*")):
            if file.suffix in _TEXTS:
                path = file.relative_to(project).as_posix()
                content = reader.read(path)
                if isinstance(content, bytes):
                    yield path, _id(content, like)


def _id(content: bytes, like: str) -> str:
    """The id that git gives a content, with the hash of its repository."""
    hashed = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return hashed(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _held(project: Path, files: Sequence[Touched], reader: Reader) -> Iterator[tuple[str, bytes | None]]:
    """The contents of files as the last commit has them and as they are, by their ids."""
    if _takes_away(files):
        ids = [file.before for file in files if file.before]
        yield from zip(ids, contents(project, ids), strict=True)
        for file in files:
            content = reader.read(file.path) if file.after else None
            if file.after and isinstance(content, bytes):
                yield file.after, content


def _pairs(files: Sequence[Touched], held: Mapping[str, bytes | None]) -> Pairs:
    """What these files called otherwise before."""
    both = [(file.path, held.get(file.before or ""), held.get(file.after or "")) for file in files]
    keys = [
        {key for each in side for key in _KEY.findall(each or b"")} for side in zip(*(b[1:] for b in both), strict=True)
    ]
    gone = any(before is not None and after is None for _, before, after in both)
    if not gone and (not keys or keys[0] <= keys[1]):
        return ()
    before: dict[Thing, Mapping[str, int]] = {}
    after: dict[Thing, Mapping[str, int]] = {}
    for path, old, new in both:
        try:
            was, now = _things(path, old), _things(path, new)
        except UnreadableError:
            continue
        before |= was
        after |= now
    return tuple(same(before, after))


def _things(path: str, content: bytes | None) -> Things:
    return {} if content is None else things(path, content)
