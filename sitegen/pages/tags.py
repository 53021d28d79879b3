"""Tags: the list, and the briefs of each."""

from __future__ import annotations

from functools import partial

from sitegen import urls
from sitegen.model.basics.spelling import sort_key
from sitegen.pages.briefs import cards
from sitegen.pages.context import Context
from sitegen.pages.layout import Head
from sitegen.pages.parts import Card, Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import company_url, tag_url


class TagsView(View, frozen=True, kw_only=True):
    """`/tags/`: every tag with the number of its briefs."""

    template = "tags.html"
    title: str
    tags: tuple[Pointer, ...]


class TagView(View, frozen=True, kw_only=True):
    """`/tags/<tag>/`: the briefs of a tag, newest first. named: the page of whom the tag is called after, or None."""

    template = "tag.html"
    tag: str
    named: Pointer | None
    briefs: tuple[Card, ...]


def tags(context: Context) -> Pages:
    """The list of tags, and a page for each; none if no brief has a tag."""
    found = _found(context)
    if found:
        yield urls.TAGS, _list
    for tag in found:
        yield tag_url(tag), partial(_page, tag=tag)


def _found(context: Context) -> list[str]:
    """The tags of all briefs, by their labels."""
    found = {tag for brief in context.briefs() for tag in brief.tags}
    return sorted(found, key=lambda tag: (sort_key(context.tracker.site.tag(tag)), tag))


def _list(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.TAGS))
    pointers = tuple(
        Pointer(
            label=context.tracker.site.tag(tag),
            href=writer.page.link(tag_url(tag)),
            detail=writer.count("tags.briefs", sum(tag in brief.tags for brief in context.briefs())),
        )
        for tag in _found(context)
    )
    head = Head(title=writer.say("section.tags"), description=writer.say("tags.description"))
    return sheet(context, writer, TagsView(title=head.title, tags=pointers), head)


def _named(writer: Writer, tag: str) -> Pointer | None:
    """The page of the entity whose id the tag is, if it has one."""
    entity = next((each for each in writer.context.pages() if each.id == tag), None)
    return None if entity is None else Pointer(label=entity.name, href=writer.page.link(company_url(entity.id)))


def _page(context: Context, tag: str) -> Sheet:
    writer = Writer(context, Page(tag_url(tag)))
    label = context.tracker.site.tag(tag)
    briefs = cards(writer, (brief for brief in context.briefs() if tag in brief.tags))
    view = TagView(tag=label, named=_named(writer, tag), briefs=briefs)
    head = Head(title=writer.say("named.tag", title=label), description=writer.say("tag.description", tag=label))
    return sheet(context, writer, view, head)
