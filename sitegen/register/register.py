"""The register for one tracker: every thing of every kind by its id, and every text with what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, structs

from sitegen.model.basics.text import Expression
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.register.kind import Kind, Kinds
from sitegen.register.said import Owner, Said, Subject, said


class Register(Struct, frozen=True, dict=True):
    """The kinds and what a tracker has of each; what is asked of it is found once."""

    kinds: Kinds
    tracker: Tracker

    @cached_property
    def things(self) -> Mapping[str, Mapping[str, Any]]:
        """Every thing by its id, by the name of its kind; drafts included."""
        return {kind.name: kind.things(self.tracker) for kind in self.kinds}

    @cached_property
    def named(self) -> Mapping[str, Kind]:
        """The kinds by their names."""
        return {kind.name: kind for kind in self.kinds}

    @property
    def every(self) -> Iterator[tuple[Kind, str, Any]]:
        """Every thing with its kind and its id, in the order of the site."""
        for kind in self.kinds:
            for id, thing in self.things[kind.name].items():
                yield kind, id, thing

    @cached_property
    def sections(self) -> frozenset[str]:
        """The first steps of the addresses on the site."""
        urls = (kind.url(id, thing) for kind, id, thing in self.every)
        return frozenset(url.strip("/").partition("/")[0].partition("#")[0] for url in urls if url is not None)

    def texts(self, documents: Iterable[Document]) -> Iterator[tuple[tuple[Said, ...], Document | None]]:
        """Texts that stand together: those of one thing of the data, and those of a document with the document."""
        yield from ((texts, None) for texts in self.data_texts())
        for document in documents:
            yield self.front(document), document

    def data_texts(self) -> Iterator[tuple[Said, ...]]:
        """The texts of each thing of the data."""
        for kind, _, thing in self.every:
            if found := tuple(kind.texts(thing)):
                yield found

    def subject(self, document: Document) -> Subject:
        """What a document is about: what it says itself, and the thing whose text it is."""
        kind = self._by_document[document.kind]
        thing = self.things[kind.name].get(document.id)
        own = Subject() if thing is None else kind.subject(thing)
        return structs.replace(own, entities=(*document.entities, *own.entities), owners=())

    def checks(self) -> Iterator[Expression]:
        """Every expression of the data that stands in no text."""
        for kind, _, thing in self.every:
            yield from kind.checks(thing)

    def owners(self) -> Iterator[Owner]:
        """Everything that may hold `accepted`."""
        for kind, _, thing in self.every:
            yield from kind.owners(thing)

    @cached_property
    def _by_document(self) -> Mapping[str, Kind]:
        return {kind.document: kind for kind in self.kinds if kind.document is not None}

    def front(self, document: Document) -> tuple[Said, ...]:
        """The texts of a document's front matter."""
        headlines = sum(text is not None for text in (document.title, document.summary))
        return tuple(said(*document.front, subject=self.subject(document), headlines=headlines))
