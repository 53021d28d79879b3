"""Tags: the list, and the briefs of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sitegen import urls
from sitegen.page import Page
from sitegen.urls import tag_url
from sitegen.views.briefs import cards
from sitegen.views.desk import Desk
from sitegen.views.layout import Head
from sitegen.views.parts import Card, Pointer
from sitegen.views.sheet import Pages, Sheet, sheet
from sitegen.views.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsView:
    """`/tags/`: every tag with the number of its briefs."""

    title: str
    tags: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    """`/tags/<tag>/`: the briefs of a tag, newest first."""

    tag: str
    briefs: tuple[Card, ...]


def tags(desk: Desk) -> Pages:
    """The list of tags, and a page for each; none if no brief has a tag."""
    found = _found(desk)
    if found:
        yield urls.TAGS, _list
    for tag in found:
        yield tag_url(tag), partial(_page, tag=tag)


def _found(desk: Desk) -> list[str]:
    """The tags of all briefs."""
    return sorted({tag for brief in desk.briefs() for tag in brief.tags})


def _list(desk: Desk) -> Sheet:
    writer = Writer(desk, Page(urls.TAGS))
    pointers = tuple(
        Pointer(
            label=tag,
            href=writer.page.link(tag_url(tag)),
            detail=writer.counted(sum(tag in brief.tags for brief in desk.briefs()), "brief", "briefs"),
        )
        for tag in _found(desk)
    )
    head = Head(title="Tags", description="What the briefs are about.")
    return sheet(desk, writer, "tags.html", TagsView(title=head.title, tags=pointers), head)


def _page(desk: Desk, tag: str) -> Sheet:
    writer = Writer(desk, Page(tag_url(tag)))
    view = TagView(tag=tag, briefs=cards(writer, (brief for brief in desk.briefs() if tag in brief.tags)))
    head = Head(title=f"Tag: {tag}", description=f"Briefs with the tag {tag}, newest first.")
    return sheet(desk, writer, "tag.html", view, head)
