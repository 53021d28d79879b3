"""Capabilities: who can do what, and who says so."""

from __future__ import annotations

from msgspec import structs

from sitegen import urls
from sitegen.pages.capabilities.alone import alone, alone_said
from sitegen.pages.capabilities.answers import answered, asked
from sitegen.pages.capabilities.glance import at_a_glance, in_short, most_first, reaches, said_of
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.pieces import Answers, Glance
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer


class CapabilitiesView(View, frozen=True, kw_only=True):
    """`/capabilities/`: who can do what at a glance, None where nothing is known, and every answer.

    standfirst: what is known in short. alone: who alone is documented to have what, a sentence each.
    """

    template = "capabilities.html"
    title: str
    standfirst: str
    alone: tuple[str, ...]
    glance: Glance | None
    answers: Answers


def capabilities(context: Context) -> Pages:
    """The one page of capabilities, if there are any."""
    if context.tracker.capabilities:
        yield urls.CAPABILITIES, _page


def _page(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.CAPABILITIES))
    head = Head(title=writer.say("capabilities.title"), description=writer.say("capabilities.description"))
    companies = answered(writer)
    every = asked(writer, companies, context.tracker.capabilities)
    said = [said_of(writer, each, companies) for each in context.tracker.capabilities.values()]
    only = alone(writer)
    count = sum(len(each.capabilities) for each in only)
    whole = writer.number(len(every.rows))
    view = CapabilitiesView(
        title=head.title,
        standfirst=writer.count("capabilities.sum.alone", count, whole=whole)
        if only
        else in_short(writer, companies, every, said),
        alone=tuple(alone_said(writer, each) for each in only),
        glance=at_a_glance(writer, companies, every, said),
        answers=Answers(
            rows=tuple(structs.replace(row, reach=reaches(writer, found)) for row, found in most_first(every, said))
        ),
    )
    return sheet(context, writer, view, head)
