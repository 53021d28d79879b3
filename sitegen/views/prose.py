"""The body of a document: Markdown converted for one page, and what stands in its slots."""

from __future__ import annotations

from sitegen.expressions import Fragment
from sitegen.links import resolve
from sitegen.markdown import convert
from sitegen.model.words import Document, Link
from sitegen.problems import Problem
from sitegen.show import say_value, show_value
from sitegen.views.chart_view import chart_view
from sitegen.views.desk import Writer
from sitegen.views.matrix import matrix
from sitegen.views.parts import ChartView, Matrix, Prose, RankingTable
from sitegen.views.ranking_table import ranking_table


def prose(writer: Writer, document: Document | None) -> Prose | None:
    """The body of a document for the writer's page; None for no document or an empty body."""
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

    converted = convert(document.body, texts, href)
    for heading in converted.headings:
        writer.page.anchor(heading.id)
    pieces = tuple(_piece(writer, values[slot.number], slot.where) for slot in converted.slots)
    return Prose(converted=converted, pieces=pieces)


def _piece(writer, value, where):  # type: ignore[no-untyped-def]
    if isinstance(value, Fragment) and where == "prose":
        match value.kind:
            case "chart":
                return chart_view(writer, value.id, heading=3)
            case "ranking":
                return ranking_table(writer, value.id, heading=3)
            case "table":
                return matrix(writer)
    return show_value(value, where, writer.page, writer.desk.edition)
