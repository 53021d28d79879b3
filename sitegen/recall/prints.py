"""Prints of the data by the keys that `Reads` notes: a hash of what stands behind each, places too."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures.values.choice import chain
from sitegen.model.lives import lineage
from sitegen.model.series import Series
from sitegen.model.tracker import Tracker
from sitegen.packing import print_of
from sitegen.recall.reads import ALL, DATA, name_of


class Prints:
    """The prints of one tracker by key, each worked out once."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._known: dict[str, str] = {}
        self._things: dict[str, Mapping[str, object]] = {}

    def of(self, key: str) -> str:
        """The print of a key; "" of what is not there."""
        if key not in self._known:
            kind, _, name = key.partition(":")
            self._known[key] = self._all(kind) if name == ALL else self._one(kind, name)
        return self._known[key]

    def _all(self, kind: str) -> str:
        things = getattr(self._tracker, kind.removeprefix(DATA))
        if isinstance(things, Mapping):
            return print_of([(name, self.own(thing)) for name, thing in self._named(kind).items()])
        return print_of(things)

    def _one(self, kind: str, name: str) -> str:
        thing = self._named(kind).get(name)
        if thing is None:
            return ""
        return self._answering(thing) if isinstance(thing, Series) else self.own(thing)

    def _answering(self, series: Series) -> str:
        """The print of all that answers come from: the series, its metric, its sources, its entity and what ends it."""
        tracker = self._tracker
        sources = {step.id: step for source in series.sources for step in chain(source, tracker.sources)}
        beside = (tracker.metrics[series.metric], *lineage(tracker.entities, series.entity), *sources.values())
        return print_of([self.own(thing) for thing in (series, *beside)])

    def own(self, thing: object) -> str:
        """The print of one thing: as it was taken when its file was read, where it is known."""
        return self._tracker.printed(thing) or print_of(thing)

    def _named(self, kind: str) -> Mapping[str, object]:
        if kind not in self._things:
            found = getattr(self._tracker, kind.removeprefix(DATA))
            self._things[kind] = {name_of(key): thing for key, thing in found.items()}
        return self._things[kind]
