"""What the names in a table mean: ids, names, native and former names, labels, and what was chosen before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sitegen.model.basics.address import SeriesId
from sitegen.model.tracker import Tracker
from sitegen.problems import did_you_mean

Kind = Literal["entities", "metrics", "series", "sources"]
Choices = Mapping[Kind, Mapping[str, str]]
"""By the kind of thing what a name in a table means, as ids; kept in `data/imports.yaml`."""

NOUNS: Mapping[Kind, str] = {"entities": "entity", "metrics": "metric", "series": "series", "sources": "source"}


@dataclass(frozen=True, slots=True)
class Unknown(Exception):
    """A name that means nothing here, or several things. several: their ids.

    counted: False where it is the name of an entity, and what is counted is not said.
    """

    kind: Kind
    name: str
    several: tuple[str, ...] = ()
    hint: str = field(default="", compare=False)
    counted: bool = True

    @property
    def message(self) -> str:
        """What is not known, in a sentence."""
        if not self.counted:
            return f'nothing says what is counted of "{self.name}"'
        if self.several:
            return f'"{self.name}" is the name of {" and ".join(self.several)}'
        return f'no {NOUNS[self.kind]} is called "{self.name}"'


class Names:
    """What the things of a tracker are called; asking raises Unknown. choices: what was chosen for other names."""

    def __init__(self, tracker: Tracker, choices: Choices) -> None:
        self._tracker = tracker
        self._choices = {kind: {_plain(name): id for name, id in found.items()} for kind, found in choices.items()}
        self._known: dict[Kind, dict[str, set[str]]] = {
            "entities": _by_name((id, (id, *entity.names)) for id, entity in tracker.entities.items()),
            "metrics": _by_name(
                (id, (id, metric.label, metric.in_text, *metric.aliases)) for id, metric in tracker.metrics.items()
            ),
            "sources": _by_name((id, (id, *filter(None, (source.title,)))) for id, source in tracker.sources.items()),
            "series": _by_name((".".join(id), _series_names(tracker, id)) for id in tracker.series),
        }

    def of(self, kind: Kind, name: str) -> str:
        """The id of a name."""
        plain = _plain(name)
        chosen = self._choices.get(kind, {}).get(plain)
        if chosen is not None:
            return chosen
        found = sorted(self._known[kind].get(plain, ()))
        if len(found) == 1:
            return found[0]
        if name in found:
            return name
        # of the names of a series, some of which are joined without a space, its address is told
        known = {".".join(id) for id in self._tracker.series} if kind == "series" else {*self._known[kind]}
        raise Unknown(kind, name, tuple(found), did_you_mean(plain, known) if not found else "")

    def series(self, name: str, entity: str | None, metric: str | None) -> SeriesId:
        """The series of a heading, which names it whole, or only its entity or metric where the other is given."""
        if metric is not None and entity is None:
            return self.pair(name, metric)
        if entity is not None and metric is None:
            return self.pair(entity, name)
        try:
            own, _, measured = self.of("series", name).partition(".")
        except Unknown as unknown:
            raise self._of_what(unknown) from None
        return own, measured

    def _of_what(self, unknown: Unknown) -> Unknown:
        """A heading that names no series, and how to say what is counted where it is the name of an entity."""
        try:
            entity = self.of("entities", unknown.name)
        except Unknown:
            return unknown
        own = [metric for other, metric in self._tracker.series if other == entity]
        return replace(
            unknown, hint=f"say what the table counts with --metric, one of: {', '.join(own)}", counted=False
        )

    def pair(self, entity: str, metric: str) -> SeriesId:
        """The series of an entity and a metric by their names."""
        id = (self.of("entities", entity), self.of("metrics", metric))
        if id in self._tracker.series:
            return id
        own = [".".join(each) for each in self._tracker.series if each[0] == id[0]]
        hint = f"{did_you_mean('.'.join(id), own)} It is started with: sitegen new series {'.'.join(id)}".strip()
        raise Unknown("series", ".".join(id), (), hint)


def _series_names(tracker: Tracker, id: SeriesId) -> Iterable[str]:
    """What a series may be called: its id, and each name of its entity with each of its metric."""
    entity, metric = tracker.entities[id[0]], tracker.metrics[id[1]]
    yield ".".join(id)
    for measured in (metric.id, metric.label, metric.in_text):
        for own in (entity.id, *entity.names):
            yield from (f"{own} {measured}", f"{own}{measured}", f"{own}, {measured}", f"{own}: {measured}")


def _by_name(things: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id, names in things:
        for name in names:
            found[_plain(name)].add(id)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
