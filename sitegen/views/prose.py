"""The body of a document: Markdown converted for one page, and what stands in its slots."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sitegen.expressions import Fragment, Value
from sitegen.links import resolve
from sitegen.markdown import Converted, Where, convert
from sitegen.model.words import Document, Link
from sitegen.problems import Problem
from sitegen.show import say_value, show_value
from sitegen.views.chart_view import chart_view
from sitegen.views.desk import Writer
from sitegen.views.matrix import matrix
from sitegen.views.names import link_name
from sitegen.views.pieces import ChartView, Matrix, Prose, RankingTable
from sitegen.views.ranking_table import ranking_table

RESERVED = frozenset({"claims", "content", "sources", "health"})
"""Ids that the frame and the templates use themselves."""


def prose(writer: Writer, document: Document | None, taken: Collection[str] = ()) -> Prose | None:
    """The body of a document for the writer's page; None for no document or an empty body.

    taken: ids that other things of the page have; a heading of the same id gets another one.
    """
    if document is None or not document.body.markdown.strip():
        return None
    edition = writer.desk.edition
    values = [edition.values[expression] for expression in document.body.expressions]
    texts = [say_value(value, edition) for value in values]

    def href(link: Link) -> str:
        target = resolve(link, document, edition.tracker, edition.drafts)
        if isinstance(target, Problem):
            raise ValueError(f"checked before: {target.message}")
        return writer.page.link(target, link.place) if target.startswith(("/", "#")) else target

    converted = _apart(
        convert(document.body, texts, href, lambda link: link_name(link, edition)), RESERVED.union(taken)
    )
    for id in (*converted.ids, *(heading.id for heading in converted.headings)):
        writer.page.anchor(id)
    pieces = tuple(_piece(writer, values[slot.number], slot.where) for slot in converted.slots)
    return Prose(converted=converted, pieces=pieces)


def _apart(converted: Converted, taken: frozenset[str]) -> Converted:
    """The body with every heading whose id is taken under another id."""
    html, headings = converted.html, []
    for heading in converted.headings:
        if heading.id in taken:
            html = html.replace(f'id="{heading.id}"', f'id="{heading.id}-text"', 1)
            heading = replace(heading, id=f"{heading.id}-text")
        headings.append(heading)
    return replace(converted, html=html, headings=tuple(headings))


def _piece(writer: Writer, value: Value, where: Where) -> str | ChartView | RankingTable | Matrix:
    if isinstance(value, Fragment) and where == "prose":
        match value.kind:
            case "chart":
                return chart_view(writer, value.id, heading=2)
            case "ranking":
                return ranking_table(writer, value.id, heading=2)
            case "table":
                return matrix(writer)
    return show_value(value, where, writer.page, writer.desk.edition)
