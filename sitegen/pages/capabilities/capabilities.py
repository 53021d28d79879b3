"""Capabilities: who can do what, and who says so."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import structs

from sitegen import urls
from sitegen.model.entity import Entity
from sitegen.pages.capabilities.answers import across, answered, asked, unanswered
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.pieces import Across, Answers
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

HAVING = ("yes", "partly")
"""The answers of those who have a capability."""
KINDS = (*HAVING, "planned", "no")
"""The answers that say something, the furthest first."""


class CapabilitiesView(View, frozen=True, kw_only=True):
    """`/capabilities/`: what each can do at a glance, None where nothing is known, and every answer.

    standfirst: what is known in short.
    """

    template = "capabilities.html"
    title: str
    standfirst: str
    across: Across | None
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
    view = CapabilitiesView(
        title=head.title,
        standfirst=_sum(writer, companies, every),
        across=across(writer, companies, every) if companies else None,
        answers=structs.replace(every, rows=tuple(structs.replace(row, others="") for row in every.rows)),
    )
    return sheet(context, writer, view, head)


def _sum(writer: Writer, companies: tuple[Entity, ...], every: Answers) -> Markup:
    """What is known in short: how many are had, which are only planned, denied or open, and of how many nothing is."""
    said = {row.id: {answer.answer for answer in row.known} for row in every.rows}
    kinds = {id: next((kind for kind in KINDS if kind in found), "open") for id, found in said.items()}
    had, silent = sum(kind in HAVING for kind in kinds.values()), len(unanswered(writer, companies))
    sentences = [writer.count("capabilities.sum.had", had, whole=writer.number(len(said)))]
    for kind in ("planned", "no", "open"):
        rows = [writer.anchor(row.label, f"#{row.id}") for row in every.rows if kinds[row.id] == kind]
        if rows:
            sentences.append(writer.say(f"capabilities.only.{kind}", names=writer.context.locale.listed(rows)))
    if silent:
        whole = writer.number(len(companies) + silent)
        sentences.append(writer.count("capabilities.sum.silent", silent, whole=whole))
    return Markup(" ").join(map(Markup, sentences))
