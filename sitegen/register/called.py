"""What an author means who writes a name, a title or an address where the id of a thing is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from msgspec import structs

from sitegen.model.basics.meant import period_meant
from sitegen.model.basics.spelling import slug
from sitegen.model.source import document
from sitegen.model.tracker import Tracker
from sitegen.problems import Named, Problem

_KINDS = ("entity", "metric", "source")
_CLOSE = 0.85
_FILE = re.compile(r"(?:[\w-]+/)*[\w-]+\.ya?ml")
_YEAR = re.compile(r"[12]\d{3}")
_APART = re.compile(r"[^\w-]+|_")
_MOST = 4


class Called(NamedTuple):
    """A thing by its id and by what it is called."""

    id: str
    name: str

    @property
    def hint(self) -> str:
        """What to write."""
        return f"{self.said}: write {self.id}"

    @property
    def said(self) -> str:
        """Which id the name is of."""
        return f"the id of {self.name} is {self.id}"


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
        hint = "" if problem.named is None else _hint(problem.named, problem.hint, tracker)
        yield structs.replace(problem, hint=hint) if hint else problem


def _hint(named: Named, hint: str, tracker: Tracker) -> str:
    """What to write in the place of a word that names nothing; "" if nobody knows. hint: what is said without it."""
    if (file := _FILE.fullmatch(named.word)) is not None:
        return _in_file(file[0], tracker)
    if named.kind == "series":
        return _series(named.word, tracker)
    kinds = (named.kind,) if named.kind in _KINDS else _KINDS if not named.kind else ()
    thing = called(named.word, tracker, *kinds)
    if thing is None and named.kind == "source":
        return _of_publisher(named.word, tracker)
    return "" if thing is None or f'"{thing.id}"' in hint else thing.hint


def _in_file(path: str, tracker: Tracker) -> str:
    """The ids of the things in a file whose path stands in the place of one; "" where its name is the id."""
    rows = (tracker.rankings, tracker.sources, tracker.claims, tracker.events, tracker.metrics, tracker.capabilities)
    ids = [id for row in rows for id, thing in row.items() if f"/{thing.place.path}".endswith(f"/{path}")]
    few = ids if len(ids) <= _MOST else [*ids[:_MOST], "…"]
    return f"write the id of one that stands in it: {', '.join(few)}" if ids else ""


def _of_publisher(word: str, tracker: Tracker) -> str:
    """The documents of a publisher whose name stands in the place of a source."""
    ids = sorted(id for id, source in tracker.sources.items() if slug(source.publisher) == slug(word))
    few = ids if len(ids) <= _MOST else [*ids[:_MOST], "…"]
    return f"write the document that says it: of {word} there is {' or '.join(few)}" if ids else ""


def meant_address(text: str, tracker: Tracker) -> str:
    """What to write for an address, or a series, with names in the place of ids or another sign between them.

    "" for one that is not known by half, and for one whose series is written as it should be.
    """
    series, at, when = text.strip().partition("@")
    last = series.rpartition(" ")[2]
    if not at and (period_meant(last) or _YEAR.fullmatch(last)):  # "harbour loaves 2025", as it is searched for
        series, at, when = series.removesuffix(last).strip(), "@", last
    for apart in reversed([*_APART.finditer(series)]):
        words = series[: apart.start()], series[apart.end() :]
        entity, metric = (_known(word, tracker, kind) for word, kind in zip(words, _KINDS, strict=False))
        said = [each.said for each in (entity, metric) if each is not None and each.name]
        if (entity and metric) or (said and apart[0] == "."):
            ids = (each.id if each else word for each, word in zip((entity, metric), words, strict=True))
            written = f"{'.'.join(ids)}{at}{period_meant(when) or when}"
            return f"{', '.join(said)}{': ' if said else ''}write {written}" if written != text.strip() else ""
    return ""


def _series(word: str, tracker: Tracker) -> str:
    """What to write for a series, or an address in one, that is not written as one: of a thing alone, its series."""
    for kind in _KINDS[:2]:
        thing = _known(word, tracker, kind)
        own = sorted(".".join(series) for series in tracker.series if thing is not None and thing.id in series)
        if own and len(own) <= _MOST:
            return f"write {' or '.join(own)}"
    return meant_address(word, tracker)


def _known(word: str, tracker: Tracker, kind: str) -> Called | None:
    """An entity or a metric by its id in letters of any size, which has no name then, or by what it is called."""
    known = tracker.entities if kind == "entity" else tracker.metrics
    return Called(word.casefold(), "") if word.casefold() in known else called(word, tracker, kind) if word else None


def _names(tracker: Tracker, kind: str) -> Iterator[Called]:
    """Whatever the things of a kind are called."""
    if kind == "entity":
        yield from (Called(id, name) for id, entity in tracker.entities.items() for name in entity.names)
    if kind == "metric":
        yield from (Called(id, metric.label) for id, metric in tracker.metrics.items())
    if kind == "source":
        publishers = Counter(source.publisher for source in tracker.sources.values())
        yield from (
            Called(id, each.publisher) for id, each in tracker.sources.items() if publishers[each.publisher] == 1
        )
        for id, source in tracker.sources.items():
            yield from (Called(id, name) for name in (source.title, source.url) if name)
            if source.title:
                yield Called(id, f"{source.publisher} {source.title}")


def _key(name: str) -> str:
    """A name as it is compared."""
    return document(name) if name.startswith(("http:", "https:", "www.")) else slug(name)
