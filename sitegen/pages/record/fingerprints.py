"""Fingerprints of what pages read: a hash of what stands behind a key now, places left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields

from sitegen.edition import Edition
from sitegen.figures.values.choice import chain
from sitegen.model.document import Document
from sitegen.model.series import Series
from sitegen.pages.context import BODIES, LIST, Context, Drawn
from sitegen.pages.lists import LISTS
from sitegen.pages.record.reads import ALL, name_of

_OF_DATA = (
    *(
        "tracker.entities",
        "tracker.metrics",
        "tracker.own_places",
        "tracker.sources",
        "tracker.series",
        "tracker.rankings",
    ),
    *("tracker.own_places", "tracker.capabilities", "tracker.events", "tracker.charts", "tracker.claims"),
    *("edition.values", "edition.verdicts", "edition.plots"),
    *("context.charts", "context.automatic", "context.standings"),
)
"""The kinds of keys of which documents decide nothing, but for which of their values are there."""


class Fingerprints:
    """The fingerprints of one edition by key, each worked out once.

    of_data: those that the data decide, as far as they are known; new ones are added.
    """

    def __init__(self, context: Context, of_data: dict[str, str]) -> None:
        self._context = context
        self._known: dict[str, str] = {}
        self._of_data = of_data
        self._things: dict[str, dict[str, object]] = {}

    def of(self, key: str) -> str:
        """The fingerprint of a key as `Reads` notes it; of what is not there any more one that nothing else has."""
        if key in self._known:
            return self._known[key]
        if key in self._of_data:
            return self._of_data[key]
        kind, _, name = key.partition(":")
        found = self._whole(kind) if name == ALL else self._one(kind, name)
        known = self._of_data if kind in _OF_DATA and name != ALL and found else self._known
        known[key] = found
        return found

    def _whole(self, kind: str) -> str:
        return _hash("\n".join(f"{name} {self.of(f'{kind}:{name}')}" for name in self._kind(kind)))

    def _one(self, kind: str, name: str) -> str:
        edition = self._context.edition
        if kind == LIST:
            title, _, about = name.partition(" ")
            return _hash(_text(self._context.listed.of(LISTS[title], about), edition))
        if kind == BODIES:
            document = edition.tracker.documents.get(name)
            return "" if document is None else _hash(f"{document.body.line}\n{document.body.source}")
        there = self._kind(kind)
        return _hash(_text(there[name], edition)) if name in there else ""

    def _kind(self, kind: str) -> dict[str, object]:
        if kind not in self._things:
            self._things[kind] = {name_of(key): thing for key, thing in self._context.mappings[kind].items()}
        return self._things[kind]


def _text(value: object, edition: Edition) -> str:
    """All that a value says, as text; a place says nothing, and the body of a document is a key of its own."""
    match value:
        case Document():
            return repr(
                [getattr(value, each.name) for each in fields(value) if each.name not in ("body", "place", "places")]
            )
        case Series():
            tracker = edition.tracker
            named = {step.id: step for o in value.observations for step in chain(o.source, tracker.sources)}
            return repr((value, tracker.metrics[value.metric], tracker.entities[value.entity].name, named))
        case Drawn():
            own = edition.tracker.kinds.get(value.plot.kind)
            return repr((value.plot, None if own is None else own.content))
        case tuple():
            return "\n".join(_text(each, edition) for each in value)
        case Mapping():
            return "\n".join(f"{key!r} {_text(each, edition)}" for key, each in value.items())
    return repr(value)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
