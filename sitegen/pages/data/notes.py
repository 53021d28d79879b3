"""The notes of the numbers that pages show: one file a year beside the page of each series, each note once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sitegen.figures import Figure, say_period
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Note
from sitegen.pages.record.page import Page
from sitegen.pages.record.record import Noted
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.notes import note, what_counts
from sitegen.pages.words.writer import Writer
from sitegen.urls import notes_period, series_url


class NotesView(View, frozen=True, kw_only=True):
    """`/data/<entity>/<metric>/notes/<year>.html`: what numbers open.

    counted: label and words of what is the same for all of them. href: the way to all values of the series.
    """

    template = "notes.html"
    title: str
    counted: tuple[tuple[str, str], ...]
    href: str
    notes: tuple[Note, ...]


def notes(context: Context) -> Pages:
    """Every file of notes that pages ask for."""
    for url in context.uses.notes:
        yield url, partial(_notes, url=url)


def _notes(context: Context, url: str) -> Sheet:
    writer, asked = Writer(context, Page(url)), context.uses.notes[url]
    address = Address.parse(asked[0].address)
    series = context.tracker.series[address.series]
    address = address.on(series.calendar)
    view = NotesView(
        title=_title(writer, context.figures.label(address.series), notes_period(address)),
        counted=tuple(what_counts(writer, series)),
        href=writer.page.link(series_url(address.series)),
        notes=tuple(_each(writer, asked)),
    )
    head = Head(title=view.title, description=view.title, indexed=False)
    return sheet(context, writer, view, head)


def _title(writer: Writer, series: str, period: Period | None) -> str:
    """What the file has notes on; no two files say the same."""
    if period is None:
        return writer.say("note.title", series=series)
    return writer.say("note.title.period", series=series, period=say_period(period, writer.context.locale))


def _each(writer: Writer, asked: tuple[Noted, ...]) -> Iterator[Note]:
    for noted in asked:
        figure = noted.figure.value if noted.figure else writer.context.figures.answer(Address.parse(noted.address))
        assert isinstance(figure, Figure)  # a page showed it
        yield note(writer, writer.page.anchor(noted.id), figure)
