"""Fingerprints of what pages read: a hash of what stands behind a key now, places left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial

from sitegen.figures import Figures
from sitegen.figures.values.choice import chain
from sitegen.model.document import Document
from sitegen.model.lives import lineage
from sitegen.model.series import Series
from sitegen.pages.context import ASKED, BODIES, LIST, Context, Drawn
from sitegen.pages.lists import LISTS
from sitegen.pages.record.record import Noted
from sitegen.recall import Known, Recalled
from sitegen.recall.reads import ALL, DATA, name_of


class Fingerprints:
    """The fingerprints of one edition by key, each worked out once; those of the data are recalled.

    known: those that somebody asked for already.
    """

    def __init__(self, context: Context, known: Mapping[str, str] | None = None) -> None:
        self._context = context
        self.known: dict[str, str] = dict(known or {})
        self._things: dict[str, dict[str, object]] = {}

    def knowing(self, context: Context) -> Fingerprints:
        """Those of the same edition once more pages are finished: only who uses what and the names can be others."""
        return Fingerprints(context, {key: it for key, it in self.known.items() if not key.startswith(_OF_PAGES)})

    def of(self, key: str) -> str:
        """The fingerprint of a key as `Reads` notes it; of what is not there any more one that nothing else has."""
        if key not in self.known:
            kind, _, name = key.partition(":")
            self.known[key] = self._whole(kind) if name == ALL else self._one(kind, name)
        return self.known[key]

    def _whole(self, kind: str) -> str:
        return _hash("\n".join(f"{name} {self.of(f'{kind}:{name}')}" for name in self._kind(kind)))

    def _one(self, kind: str, name: str) -> str:
        edition = self._context.edition
        if kind == LIST:
            title, _, about = name.partition(" ")
            return _hash(self._text(self._context.listed.of(LISTS[title], about)))
        if kind == BODIES:
            document = edition.tracker.documents.get(name)
            return "" if document is None else document.body.print
        if name not in self._kind(kind):
            return ""
        match self._kind(kind)[name]:
            case Recalled(print=print):
                return print
            case Drawn(of=of, kind=drawn):
                own = edition.tracker.kinds.get(drawn)
                return of.print if own is None else _hash(f"{of.print} {own.content!r}")
            case thing if kind in _OF_DATA:
                id = getattr(thing, "id", name)
                return edition.recall.of(f"print of {kind}:{name}", partial(_said, kind, id)).value
            case Document() as document:
                return _hash(repr([getattr(document, field) for field in _OF_DOCUMENT]))
            case thing:
                return _hash(self._text(thing))

    def _text(self, value: object) -> str:
        """All that a value says, as text; of a document its fingerprint, for lists hold many of them."""
        match value:
            case Document():
                return f"{value.path} {self.of(f'{DATA}documents:{value.path}')}"
            case tuple() if not isinstance(value, Noted):
                return "\n".join(map(self._text, value))
        return _text(value)

    def _kind(self, kind: str) -> dict[str, object]:
        if kind not in self._things:
            things = self._context.mappings[kind]
            there = things.found if isinstance(things, Known) else things
            self._things[kind] = {name_of(key): thing for key, thing in there.items()}
        return self._things[kind]


_OF_PAGES = ("context.names", "uses.")
"""How the keys begin that stand for what finished pages say."""
_OF_DATA = [f"{DATA}{name}" for name in ASKED["tracker"] if name != "documents"]
"""The kinds of keys that stand for things of the data."""
_OF_DOCUMENT = [name for name in Document.__struct_fields__ if name not in ("body", "place", "places")]
"""The fields of a document that its fingerprint is of; its body is a key of its own."""


def _said(kind: str, id: object, figures: Figures) -> str:
    """The fingerprint of a thing of the data; of a series with what its values are of, and who says them."""
    tracker = figures.tracker
    thing = getattr(tracker, kind.removeprefix(DATA))[id]
    if not isinstance(thing, Series):
        return _hash(_text(thing))
    named = {step.id: step for o in thing.observations for step in chain(o.source, tracker.sources)}
    own = [
        (entity.name, entity.since, entity.until, entity.ended) for entity in lineage(tracker.entities, thing.entity)
    ]
    return _hash(repr((thing, tracker.metrics[thing.metric], own, named)))


def _text(value: object) -> str:
    """All that a value says, as text; a place says nothing."""
    match value:
        case Noted():  # the figure that it carries is in its id
            return repr(value)
        case tuple():
            return "\n".join(map(_text, value))
        case Mapping():
            return "\n".join(f"{key!r} {_text(each)}" for key, each in value.items())
    return repr(value)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
