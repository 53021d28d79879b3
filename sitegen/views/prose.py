"""The body of a document: Markdown converted for one page, and what stands in its slots."""

from __future__ import annotations

from collections.abc import Collection

from sitegen.expressions import Fragment, Value
from sitegen.links import resolve
from sitegen.markdown import Naming, write
from sitegen.model.body import Link, Where
from sitegen.model.words import Document
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
    body = None if document is None else writer.desk.body(document)
    if document is None or body is None or not body.source.strip():
        return None
    edition = writer.desk.edition

    def href(link: Link) -> str:
        target = resolve(link, document, edition.tracker, edition.drafts)
        if isinstance(target, Problem):
            raise ValueError(f"checked before: {target.message}")
        return writer.page.link(target, link.place) if target.startswith(("/", "#")) else target

    naming = Naming(
        href=href,
        label=lambda link: link_name(link, edition),
        value=lambda expression: say_value(edition.values[expression], edition),
        taken=RESERVED.union(taken),
    )
    written = write(body, naming)
    for id in (*written.ids, *(heading.id for heading in written.headings)):
        writer.page.anchor(id)
    pieces = tuple(_piece(writer, edition.values[slot.expression], slot.where) for slot in written.slots)
    return Prose(written=written, pieces=pieces)


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
