"""What has an id in a file as a commit has it, and what it says, read loosely: who is who after a rename. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from sitegen.history.parsed import decoded, items, parsed

_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_ENTRIES = {"data/claims.yaml": "claim", "data/metrics.yaml": "metric", "data/rankings.yaml": "ranking"}
_FOLDERS = {"data/series": "series", "data/sources": "source"}
_TEXTS = ("content", "content/briefs")
_NAMES = ("name", "native", "about", "website")
_NEARLY = 0.5
"""So much of what two things say is the same if they are one, as git has it for files."""


class Thing(NamedTuple):
    """Something with an id, by the kind of the register; a document by its path."""

    kind: str
    id: str


Said = Mapping[str, int]
"""What a thing says: lines, with how many characters each has."""
Things = Mapping[Thing, Said]


def things(path: str, content: bytes) -> Things:
    """What a file of the project holds. Raises UnreadableError if it is no YAML."""
    held = _held(path, decoded(content).replace("\r", ""))
    return {thing: _weighed(lines) for thing, lines in held}


def same(before: Things, after: Things) -> Iterator[tuple[Thing, Thing]]:
    """What is gone, each with the new thing of its kind that says the same."""
    gone, came = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    scored = ((_likeness(before[old], after[new]), old, new) for old in gone for new in came if old.kind == new.kind)
    found = [each for each in scored if each[0] >= _NEARLY]
    taken: set[Thing] = set()
    for _, old, new in sorted(found, key=lambda each: (-each[0], -_halves(each[1], each[2]), each[1:])):
        if not {old, new} & taken:
            taken |= {old, new}
            yield old, new


def _held(path: str, text: str) -> Iterator[tuple[Thing, list[str]]]:
    folder, stem = str(PurePosixPath(path).parent), PurePosixPath(path).stem
    if path.endswith(".md"):
        yield from _of_document(path, text, folder)
    elif folder == "data/companies":
        yield from _entities(stem, parsed(text))
    elif folder == "data/charts":
        yield Thing("chart", stem), [line for line in text.splitlines() if not line.startswith("#")]
    elif kind := _ENTRIES.get(path) or _FOLDERS.get(folder):
        yield from ((Thing(kind, id), _lines(kind, each)) for id, each in items(parsed(text)))


def _of_document(path: str, text: str, folder: str) -> Iterator[tuple[Thing, list[str]]]:
    """A document that has an address of its own, and the claims of its front matter; nothing of a draft."""
    found = _FRONT.match(text)
    front = parsed(found[1]) if found else {}
    if str(dict(items(front)).get("draft", "no")).lower() in ("yes", "true"):
        return
    if folder in _TEXTS and path != "content/index.md":
        yield Thing("document", path), text.splitlines()
    for id, claim in items(dict(items(front)).get("claims")):
        yield Thing("claim", id), _lines("claim", claim)


def _entities(id: str, read: Any) -> Iterator[tuple[Thing, list[str]]]:
    said = dict(items(read))
    yield Thing("entity", id), [each for name in _NAMES if isinstance(each := said.get(name), str)]
    for group in ("brands", "models"):
        for inner, each in items(said.get(group)):
            yield from _entities(inner, each)


def _lines(kind: str, entry: Any) -> list[str]:
    """What makes an entry the one that it is, whatever it is called."""
    said = dict(items(entry))
    if kind == "series":
        return [f"{period} {row}" for period, row in items(said.get("values"))]
    own = {"claim": ("text",), "source": ("url",)}.get(kind, tuple(said))
    return [f"{key} {said[key]}" for key in own if key in said and key != "former_ids"]


def _weighed(lines: list[str]) -> Said:
    counted = Counter(line.strip() for line in lines)
    return {line: len(line) * count for line, count in counted.items() if line}


def _likeness(one: Said, other: Said) -> float:
    """How much of what the longer of two says the other says too, from 0 to 1."""
    longer = max(sum(one.values()), sum(other.values()))
    return sum(min(weight, other.get(line, 0)) for line, weight in one.items()) / longer if longer else 0.0


def _halves(one: Thing, other: Thing) -> int:
    """How many parts two ids share: two series are rather one if they are of one entity."""
    return len({*one.id.split(".")} & {*other.id.split(".")})
