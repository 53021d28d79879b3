"""What an author means who writes a name, a title or an address where the id of a thing is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from sitegen.model.basics.spelling import slug
from sitegen.model.source import document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

_NO_ID = re.compile(r'(?:(?P<key>\w+): )?"(?P<word>[^"]+)" is not an id\Z')
_UNKNOWN = re.compile(r'no [a-z, ]+ "(?P<word>[^"]+)"\Z')
_CODES = {"unknown-entity": "entity", "unknown-metric": "metric", "unknown-source": "source"}
_SOURCES = ("source", "by", "via", "replaces")
_CLOSE = 0.85


class Called(NamedTuple):
    """A thing by its id and by what it is called."""

    id: str
    name: str

    @property
    def hint(self) -> str:
        """What to write."""
        return f"the id of {self.name} is {self.id}: write {self.id}"


def called(word: str, tracker: Tracker, *kinds: str) -> Called | None:
    """The one thing of some kinds that has a name, a title or a web address spelt much like that."""
    found: dict[str, Called] = {}
    for kind in kinds:
        for each in _names(tracker, kind):
            found.setdefault(_key(each.name), each)
    near = get_close_matches(_key(word), found, n=1, cutoff=_CLOSE)
    return found[near[0]] if near else None


def with_ids(problems: Iterable[Problem], tracker: Tracker) -> Iterator[Problem]:
    """The problems; where one names a thing by something else than its id, its hint is the id."""
    for problem in problems:
        thing = _meant(problem, tracker)
        yield problem if thing is None or f'"{thing.id}"' in problem.hint else replace(problem, hint=thing.hint)


def _meant(problem: Problem, tracker: Tracker) -> Called | None:
    if problem.code == "bad-id" and (match := _NO_ID.match(problem.message)) is not None:
        kinds = ("source",) if match["key"] in _SOURCES else ("entity", "metric", "source")
        return called(match["word"], tracker, *kinds)
    kind = _CODES.get(problem.code)
    match = _UNKNOWN.match(problem.message) if kind is not None else None
    return None if match is None or kind is None else called(match["word"], tracker, kind)


def _names(tracker: Tracker, kind: str) -> Iterator[Called]:
    """Whatever the things of a kind are called."""
    if kind == "entity":
        yield from (Called(id, name) for id, entity in tracker.entities.items() for name in entity.names)
    if kind == "metric":
        yield from (Called(id, metric.label) for id, metric in tracker.metrics.items())
    if kind == "source":
        for id, source in tracker.sources.items():
            yield from (Called(id, name) for name in (source.title, source.url) if name)
            if source.title:
                yield Called(id, f"{source.publisher} {source.title}")


def _key(name: str) -> str:
    """A name as it is compared."""
    return document(name) if name.startswith(("http:", "https:", "www.")) else slug(name)
