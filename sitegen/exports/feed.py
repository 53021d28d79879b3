"""Feeds as Atom: the newest briefs in full, those about each company, and claims with their verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from uuid import UUID, uuid5
from xml.etree import ElementTree as xml

from markupsafe import Markup, escape
from msgspec import structs

from sitegen.claims import Verdict
from sitegen.exports.evidence import evidence
from sitegen.exports.trees import to_xml
from sitegen.expressions import Fragment, Value
from sitegen.model.body import Where
from sitegen.model.document import Document
from sitegen.pages.bodies import written
from sitegen.pages.context import Context
from sitegen.pages.newest import NEWEST, newest
from sitegen.pages.output import Output
from sitegen.pages.record.record import PageRecord
from sitegen.pages.record.units import Files
from sitegen.pages.words.names import title
from sitegen.pages.words.show import plain, say_value
from sitegen.urls import (
    CAPABILITIES,
    CLAIMS,
    HOME,
    brief_url,
    chart_url,
    claim_url,
    company_url,
    feed_url,
    output_path,
    ranking_url,
    whole,
)

ATOM = "http://www.w3.org/2005/Atom"
EARLIEST = "1970-01-01"
IDS = UUID("33728971-2e24-4c46-ba1f-a8c7f15c26de")
"""The namespace of all ids; another one would make every reader see every entry as new."""

Made = tuple[xml.Element, str]
"""An entry, and the day on which what it holds changed last."""


def bodies(context: Context) -> Files:
    """What makes the text of each brief that stands in a feed; the output is called by the path of the brief."""
    followed = (None, *(entity.id for entity in context.pages()))
    found = {brief.path: brief for company in followed for brief in newest(context, company)}
    return ((f"feed {path}", partial(_body, path=path)) for path in found)


def feed(context: Context, records: Sequence[PageRecord], texts: Mapping[str, str]) -> Iterator[Output]:
    """The feed of the site, and one of each company with briefs, of those about it or its brands and models.

    Its days come from texts and sources, so that two builds give the same bytes. texts: what `bodies` makes, by path.
    """
    changed = {record.url: record.modified for record in records}
    made = cache(partial(_entry, context, changed, texts))
    yield _of_briefs(context, context.tracker.site.name, HOME, newest(context), made)
    for entity in context.pages():
        if about := newest(context, entity.id):
            title = context.locale.say("feed.company", site=context.tracker.site.name, name=entity.name)
            yield _of_briefs(context, title, company_url(entity.id), about, made)


def claims(context: Context, records: Sequence[PageRecord]) -> Iterator[Output]:
    """The feed of claims, each with its verdict in the title; the last whose sources, texts or figures changed."""
    pages = {record.url: record.modified or EARLIEST for record in records}
    figures = {change.address: change.day for change in reversed(context.tracker.history.changes)}
    changed = {
        claim_url(id): max((pages[claim_url(id)], *_days(verdict, figures)))
        for id, verdict in context.edition.verdicts.items()
    }
    found = sorted(context.edition.verdicts.items(), key=lambda item: (changed[claim_url(item[0])], item[0]))
    if not found:
        return
    title = context.locale.say("feed.claims", site=context.tracker.site.name)
    root = atom(context, title, CLAIMS, feed_url(CLAIMS), changed[claim_url(found[-1][0])])
    for id, verdict in reversed(found[-NEWEST:]):
        _claim(root, context, verdict, changed[claim_url(id)])
    yield Output(output_path(feed_url(CLAIMS)), to_xml(root))


def _of_briefs(
    context: Context, title: str, page: str, briefs: Sequence[Document], made: Callable[[str], Made]
) -> Output:
    """A feed of briefs. page: the URL of what it follows. made: the entry of a brief by its path, and its day."""
    entries = [made(brief.path) for brief in briefs]
    root = atom(context, title, page, feed_url(page), max((day for _, day in entries), default=None))
    root.extend(entry for entry, _ in entries)
    return Output(output_path(feed_url(page)), to_xml(root))


def _claim(root: xml.Element, context: Context, verdict: Verdict, day: str) -> None:
    claim, say, url = verdict.claim, context.locale.say, claim_url(verdict.claim.id)
    entry = xml.SubElement(root, "entry")
    word, text = say(f"claims.verdict.{verdict.word}"), plain(claim.text, context.edition)
    put(entry, "title", say("feed.claim", verdict=word, claim=text))
    put(entry, "id", urn(context, url))
    href = whole(context.edition.base_url, url)
    xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    put(entry, "updated", moment(day))
    put(entry, "summary", say(f"claims.meaning.{verdict.word}"))
    more = [plain(words, context.edition) for words in (claim.text, claim.because, claim.note) if words is not None]
    content = xml.SubElement(entry, "content", {"type": "html"})
    said = Markup("").join(Markup("<p>{}</p>").format(words) for words in more)
    content.text = said + evidence(context, verdict)


def _days(verdict: Verdict, figures: Mapping[str, str]) -> Iterator[str]:
    """The days on which figures of a claim changed last. figures: that day by address."""
    addresses = (str(structs.replace(each, source=None)) for figure in verdict.figures for each in figure.addresses)
    return (figures[address] for address in addresses if address in figures)


def atom(context: Context, title: str, page: str, file: str, updated: str | None) -> xml.Element:
    """The head of a feed. page: the URL of what it follows; file: its own; updated: the day of its newest entry."""
    site, base = context.tracker.site, context.edition.base_url
    root = xml.Element("feed", {"xmlns": ATOM, "xml:lang": site.locale.language})
    put(root, "title", title)
    put(root, "subtitle", plain(site.tagline, context.edition))
    put(root, "id", urn(context, page))
    xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": whole(base, file)})
    xml.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": whole(base, page)})
    put(root, "updated", moment(updated))
    put(xml.SubElement(root, "author"), "name", site.name)
    return root


def urn(context: Context, url: str) -> str:
    """An id that stays when the site moves to another address: it is made of the site's name and a path on it."""
    return uuid5(IDS, f"{context.tracker.site.name}\n{url}").urn


def _entry(context: Context, changed: Mapping[str, str | None], texts: Mapping[str, str], path: str) -> Made:
    """The brief at a path as an entry, and the day on which its text or what it rests on changed last."""
    brief = context.tracker.documents[path]
    day, url = changed[brief_url(brief.id)], whole(context.edition.base_url, brief_url(brief.id))
    entry = xml.Element("entry")
    put(entry, "title", plain(brief.title, context.edition))
    put(entry, "id", urn(context, brief_url(brief.id)))
    xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": url})
    put(entry, "published", moment(None if brief.date is None else str(brief.date.first)))
    put(entry, "updated", moment(day))
    for name in brief.authors:
        put(xml.SubElement(entry, "author"), "name", name)
    labels = context.tracker.site.tags
    for tag in brief.tags:
        label = {"label": labels[tag]} if tag in labels else {}
        xml.SubElement(entry, "category", {"term": tag, **label})
    put(entry, "summary", plain(brief.summary, context.edition))
    content = xml.SubElement(entry, "content", {"type": "html"})
    content.text = texts[path]
    return entry, day or EARLIEST


def _body(context: Context, path: str) -> Iterator[Output]:
    """The brief at a path as HTML that stands alone: figures in words, whole URLs, charts and rankings as links."""
    base, values = context.edition.base_url, context.edition.values
    body = written(context, context.tracker.documents[path], lambda target, link: whole(base, target))
    pieces = [_piece(context, values[slot.expression], slot.where) for slot in body.slots]
    yield Output(path, body.filled(pieces).encode())


def _piece(context: Context, value: Value, where: Where) -> str:
    """What stands in a slot of the feed: a chart, a ranking or a table as a link to its page."""
    edition, base = context.edition, context.edition.base_url
    words = escape(say_value(value, edition))
    if where == "text" or not isinstance(value, Fragment):
        return words
    match value.kind:
        case "chart" | "ranking":
            url = whole(base, _place(context, value))
            return Markup('<p><a href="{}">{}</a></p>').format(url, title(edition, value.kind, value.id))
        case "table":
            name = context.locale.say("section.capabilities")
            return Markup('<p><a href="{}">{}</a></p>').format(whole(base, CAPABILITIES), name)
        case "claim" if where == "alone":
            said = plain(edition.verdicts[value.id].claim.text, edition)
            return Markup('<p><a href="{}">{}</a>: {}</p>').format(whole(base, claim_url(value.id)), said, words)
        case "claim" | "holds":
            return Markup('<a href="{}">{}</a>').format(whole(base, claim_url(value.id)), words)
        case "cite":
            source = context.tracker.sources[value.id]
            return Markup(' (<a href="{}">{}</a>)').format(source.url, source.publisher)
        case "lit":
            return Markup("{} [{}]").format(value.text, value.reason)


def _place(context: Context, value: Fragment) -> str:
    return chart_url(value.id) if value.kind == "chart" else ranking_url(context.tracker.rankings[value.id])


def moment(day: str | None) -> str:
    """The beginning of a day in UTC, as RFC 3339 has it."""
    return f"{day or EARLIEST}T00:00:00Z"


def put(parent: xml.Element, name: str, text: str) -> None:
    """Adds an element with a text."""
    xml.SubElement(parent, name).text = text
