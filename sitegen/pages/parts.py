"""Pieces that several templates show. Every `str` here is plain text or finished `Markup`; every href is relative."""

from __future__ import annotations

from msgspec import Struct

from sitegen.model.source import Mark


class Pointer(Struct, frozen=True, kw_only=True):
    """A link in a list: its words with their language if known, where it leads, and a few words beside it or ""."""

    label: str
    href: str
    detail: str = ""
    language: str | None = None


class Name(Struct, frozen=True, kw_only=True):
    """The name of an entity: href of its place or None, and its name in its own script with the language of that."""

    text: str
    href: str | None
    native: str | None
    language: str | None


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of a table: its content, and whether it heads its row, is of numbers, or says that there is none.

    label: what it is, where the head of its column is not in sight, or "".
    """

    content: str
    head: bool = False
    numeric: bool = False
    quiet: bool = False
    label: str = ""


class Column(Struct, frozen=True, kw_only=True):
    """One column of a table: its heading, and whether it holds numbers."""

    label: str
    numeric: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """A plain table with its caption.

    many: whether it has so many columns that its rows are paragraphs on a phone. note: what a dash in it means, or "".
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    many: bool
    note: str


class SourceLine(Struct, frozen=True, kw_only=True):
    """A source in one line: the link to its page here, its publisher, kind and date.

    language: of the title, None where the publisher stands for it. via: the publisher that it relays.
    marked: "written by a machine", "a copy" or "posted by a user", or "". mark: which small shape stands for its kind.
    """

    number: int | None
    title: str
    publisher: str
    published: str | None
    kind: str
    mark: Mark
    href: str
    outside: str
    language: str | None
    via: str | None
    marked: str


class Rival(Struct, frozen=True, kw_only=True):
    """Another value for one address: the value, its source, and what is known of it."""

    value: str
    source: SourceLine


class Part(Struct, frozen=True, kw_only=True):
    """One input of a computed or derived figure: what it is, its period, its value, and how sources differ or "".

    value: in words. number: for programs.
    """

    label: str
    period: str
    value: str
    number: str
    spread: str
    href: str


class Citation(Struct, frozen=True, kw_only=True):
    """How something is cited. text: a sentence. link: its whole URL. bibtex: an entry. pending: the address to replace.

    Where others can reach the address of the site, "" is pending. about: what the version in the text is, or "".
    """

    text: str
    about: str
    link: str
    bibtex: str
    pending: str


class Note(Struct, frozen=True, kw_only=True):
    """What stands behind one number: shown when the number is pressed.

    facts: label and words ("Period", "2025") in reading order; counted: those of all values of its series. same: other
    sources that give this value. rivals: what the rest give. spread: how sources differ, or "".
    made: in words, how the number was computed, or "". mixed: the reason given for mixing regions or bases, or None.
    href: its period on the page of its series. address: how it is cited, "acme.sales@2025"; several with commas.
    report: where a problem with the number is reported, or None. cite: how it is cited.
    """

    id: str
    heading: str
    value: str
    unit: str
    facts: tuple[tuple[str, str], ...]
    counted: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]
    reason: str | None
    same: tuple[SourceLine, ...]
    rivals: tuple[Rival, ...]
    disagree: bool
    spread: str
    made: str
    parts: tuple[Part, ...]
    mixed: str | None
    href: str
    address: str
    report: str | None
    cite: Citation


class Card(Struct, frozen=True, kw_only=True):
    """A brief in a list."""

    title: str
    summary: str
    date: str
    href: str
    tags: tuple[Pointer, ...]
    draft: bool
