"""The body of a document: Markdown converted for one page, and what stands in its slots."""

from __future__ import annotations

from sitegen.expressions import Fragment
from sitegen.model.basics.text import Expression
from sitegen.model.body import Slot, Where
from sitegen.model.document import Document
from sitegen.pages.bodies import written
from sitegen.pages.capabilities.answers import answers
from sitegen.pages.charts.view import chart_view
from sitegen.pages.claims.evidence import claim_piece
from sitegen.pages.pieces import Piece, Prose
from sitegen.pages.rankings.table import ranking_table
from sitegen.pages.words.show import show_value
from sitegen.pages.words.terms import explained
from sitegen.pages.words.writer import Writer
from sitegen.reading.markdown import Places, Written


def prose(writer: Writer, document: Document | None) -> Prose | None:
    """The body of a document for the writer's page; None for no document or an empty body."""
    source = None if document is None else writer.context.body(document)
    if document is None or source is None or not source.source.strip():
        return None
    page = writer.page
    body = written(writer.context, document, lambda target, link: page.link(target, link.place), explained(writer))
    for id in body.ids:
        given = Places(document.path, source).of_id(id)
        page.anchor(id, place=given[0] if given else document.place)
    for heading in body.headings:
        if heading.id not in body.ids:
            page.anchor(heading.id, place=document.place)
    pieces = tuple(_piece(writer, slot.expression, slot.where) for slot in body.slots)
    return Prose(written=body, pieces=pieces)


def parted(body: Prose | None) -> tuple[Prose | None, Prose | None]:
    """A body as what stands before its first heading, and from there on; None for a part in which nothing stands."""
    if body is None:
        return None, None
    written, at = body.written, body.written.opening
    before, rest = written.parts[:at], written.parts[at:]
    slots = sum(not isinstance(part, str) for part in before)
    return _part(before, body.pieces[:slots], written), _part(rest, body.pieces[slots:], written)


def _part(parts: tuple[str | Slot, ...], pieces: tuple[Piece, ...], written: Written) -> Prose | None:
    if not any(not isinstance(part, str) or part.strip() for part in parts):
        return None
    return Prose(written=Written(parts, written.headings, written.ids), pieces=pieces)


def _piece(writer: Writer, expression: Expression, where: Where) -> Piece:
    value = writer.context.edition.values[expression]
    if isinstance(value, Fragment) and where == "alone":
        return claim_piece(writer, value.id)
    if isinstance(value, Fragment) and where == "prose":
        match value.kind:
            case "chart":
                return chart_view(writer, value.id, heading=2)
            case "ranking":
                return ranking_table(writer, value.id, heading=2)
            case "table":
                return answers(writer)
    return show_value(value, where, writer.page, writer.context.edition, expression)
