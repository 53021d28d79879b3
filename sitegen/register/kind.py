"""What one kind of thing has: its ids, its addresses, what it is called, its texts, its sources, its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.text import Expression, Text
from sitegen.model.document import Document, Tagged
from sitegen.model.tracker import Tracker
from sitegen.register.said import Owner, Said, Subject


def _nothing(*_: Any) -> Iterator[Any]:
    return iter(())


def _none(*_: Any) -> None:
    return None


def _no_things(_: Tracker) -> Mapping[str, Any]:
    return {}


def _no_subject(_: Any) -> Subject:
    return Subject()


def _found(*_: Any) -> Found:
    return Found()


class Found(Struct, frozen=True, kw_only=True):
    """What search knows of a thing beside its title.

    title: what it is called there, "" for its title. detail: what a reader is told of it, its verdict, its day, its
    value. names: whatever else it is called. words: what
    else it can be found by. series: its id, of which every value can be found.
    """

    title: str = ""
    detail: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    series: SeriesId | None = None


class Kind(Struct, frozen=True, kw_only=True):
    """A row of the register. What a kind leaves out it does not have.

    name: what stands before the colon in `[[name:id]]`. things: everything of the kind by its id, drafts included.
    url: where a thing of an id stands, None for one without a place of its own. title: what it is called, if not by its
    id.
    subject: what a text about a thing is about. texts: those of its data; sources: the ids that its data name;
    checks: expressions of its data that stand in no text; owners: what of it may hold `accepted`.
    document: the kind of its Markdown documents; folder: theirs below `content/`; required: what their front matter
    needs. section: its index, the message of its label and the URL, in the masthead or, with foot, in the foot; always:
    even without things. named: the message by which others call its pages; linked: that of its things in a link of a
    text.
    home: where its page stands by its id, and so also by one that it had before; made_of: the kinds and ids of the
    things that its page is named after, each an argument of home, if not after itself.
    group: the message of what its things are called together in search; None for the label of its section; a kind with
    neither is not searched. found: what search knows of a thing, from a context and its id; None if it stands nowhere.
    pages: the URL of each page, and what makes it from a context of its own; files: the same for files for machines,
    in groups that are made together; embeds: the same for pages in frames of other sites, which are made last.
    tracing: its pages show who uses a figure or a source, so all others come first.
    """

    name: str
    things: Callable[[Tracker], Mapping[str, Any]]
    url: Callable[[str, Any], str | None] = _none
    title: Callable[[Any, Tracker], Text | str | None] = _none
    subject: Callable[[Any], Subject] = _no_subject
    texts: Callable[[Any], Iterable[Said]] = _nothing
    sources: Callable[[Any], Iterable[str]] = _nothing
    checks: Callable[[Any], Iterable[Expression]] = _nothing
    owners: Callable[[Any], Iterable[Owner]] = _nothing
    document: str | None = None
    folder: str | None = None
    required: tuple[str, ...] = ()
    section: tuple[str, str] | None = None
    foot: bool = False
    always: bool = False
    named: str = "named.thing"
    linked: str = "named.thing"
    home: Callable[..., str] | None = None
    made_of: Callable[[Any], tuple[tuple[str, str], ...]] | None = None
    group: str | None = None
    found: Callable[[Any, str, Any], Found | None] = _found
    pages: Callable[[Any], Iterator[tuple[str, Callable[[Any], Any]]]] = _nothing
    files: Callable[[Any], Iterator[tuple[str, Callable[[Any], Iterable[Any]]]]] = _nothing
    embeds: Callable[[Any], Iterator[tuple[str, Callable[[Any], Any]]]] = _nothing
    tracing: bool = False


Kinds = Sequence[Kind]
"""The register: every kind, in the order of the site."""


def filed(kinds: Kinds) -> Kinds:
    """The kinds as far as their files go, which is all that loading asks; other processes can be sent these."""
    return tuple(
        Kind(name=kind.name, things=_no_things, document=kind.document, folder=kind.folder, required=kind.required)
        for kind in kinds
    )


def is_shown(thing: object, drafts: bool) -> bool:
    """Whether a thing is published: a draft only with `drafts`, and a tag if one of its briefs is."""
    match thing:
        case Document():
            return drafts or not thing.draft
        case Tagged():
            return any(is_shown(brief, drafts) for brief in thing.briefs)
    return True
