"""Capabilities: who can do what, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen import urls
from sitegen.page import Page
from sitegen.views.desk import Desk
from sitegen.views.layout import Head
from sitegen.views.matrix import matrix
from sitegen.views.pieces import Matrix
from sitegen.views.sheet import Pages, Sheet, sheet
from sitegen.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilitiesView:
    """`/capabilities/`: the whole matrix."""

    title: str
    standfirst: str
    matrix: Matrix


def capabilities(desk: Desk) -> Pages:
    """The one page of capabilities, if there are any."""
    if desk.tracker.capabilities:
        yield urls.CAPABILITIES, _page


def _page(desk: Desk) -> Sheet:
    writer = Writer(desk, Page(urls.CAPABILITIES))
    head = Head(title="Capabilities", description="What each maker's cars can do, who says so, and when it was said.")
    view = CapabilitiesView(title=head.title, standfirst=head.description, matrix=matrix(writer))
    return sheet(desk, writer, "capabilities.html", view, head)
