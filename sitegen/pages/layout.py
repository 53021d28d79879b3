"""What surrounds every page: the head, the masthead, the list of sources, why words have none, and the foot."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sitegen import urls
from sitegen.pages.cards.link import Shared, shared
from sitegen.pages.context import Context
from sitegen.pages.machines.graph import Thing, graph
from sitegen.pages.parts import Citation, Pointer, SourceLine
from sitegen.pages.record.card import Card, published
from sitegen.pages.record.page import Page
from sitegen.pages.record.record import Excuse
from sitegen.pages.sharing.cite import Cited, citation, compiled
from sitegen.pages.sharing.code import Embed, EmbedCode, embed_code
from sitegen.pages.words.rests import primary
from sitegen.pages.words.show import plain
from sitegen.pages.words.writer import Writer
from sitegen.tokens import COLOURS

FONTS = ("fonts/inter-regular.woff2", "fonts/inter-semibold.woff2", "fonts/newsreader-semibold.woff2")
"""The faces of a first screen: one that is asked for late would come too late for a first visit."""
STYLESHEETS = ("site.css",)
SCRIPTS = ("site.js",)
SEARCH = "search.js"
ICON = "icon.svg"
ICONS = (urls.FAVICON, urls.OLD_ICON, "/favicon.png")


class NavItem(Struct, frozen=True, kw_only=True):
    """A link of the masthead. current: `page` on that page, `true` on the pages below it, else ""."""

    label: str
    href: str
    current: str


class DrawnIcons(Struct, frozen=True, kw_only=True):
    """Icons that are drawn from the one that is an SVG: for old browsers and for phones, and the manifest with more."""

    old: str
    touch: str
    manifest: str


class Layout(Struct, frozen=True, kw_only=True):
    """The frame of a page, made when its view is whole, so that it knows every source.

    title: of the browser's tab. heading: the page's own. canonical: a whole URL. indexed: whether search
    engines may list it. compiled: of when the data are, "Data compiled May 2025", or "". primary: how many of the
    page's numbers rest on which kind of source, and where these are listed; None without numbers. glossary: where the
    words are explained. search: the page of the search; search_script: what searches, loaded when somebody begins to.
    drawn: other forms of the icon, or None. paper: the colour behind the page, light and dark.
    sources: what the page cited. described: the page in JSON-LD for machines, or "". excuses: why some of its words
    have no source. cite: how the page is cited, and embed: the code that shows its thing in another page; each None
    where it is not.
    """

    language: str
    site: str
    tagline: str
    title: str
    heading: str
    description: str
    kind: Literal["website", "article"]
    canonical: str
    indexed: bool
    shared: Shared | None
    fonts: tuple[str, ...]
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    modules: tuple[str, ...]
    icon: str
    drawn: DrawnIcons | None
    paper: tuple[str, str]
    feed: str
    own_feed: str | None
    home: str
    search: str
    search_script: str
    nav: tuple[NavItem, ...]
    foot: tuple[Pointer, ...]
    compiled: str
    licence: Pointer | None
    primary: Pointer | None
    glossary: str
    sources: tuple[SourceLine, ...]
    excuses: tuple[Excuse, ...]
    cite: Citation | None
    embed: EmbedCode | None
    described: str


class Head(Struct, frozen=True, kw_only=True):
    """What a view gives its frame: the heading and a description in plain words.

    image, image_alt: the author's own picture. card: what the picture of a shared link shows where there is none; None
    for the card of the site.

    tab: the title of the browser's tab where pages of another kind may have the same heading; "" for the heading.
    feed: whether it has a feed of its own. cited: as what it is cited, and embed: what of it other pages may show, or
    None. things: what it is about, for machines. scripts, stylesheets: those that it alone loads, by their paths below
    the assets. edited: the day its text was edited last, as `YYYY-MM-DD`; None where there is no text.
    """

    title: str
    description: str
    tab: str = ""
    kind: Literal["website", "article"] = "website"
    image: str | None = None
    image_alt: str = ""
    card: Card | None = None
    indexed: bool = True
    feed: bool = False
    cited: Cited | None = None
    embed: Embed | None = None
    things: tuple[Thing, ...] = ()
    scripts: tuple[str, ...] = ()
    stylesheets: tuple[str, ...] = ()
    edited: str | None = None


def layout(context: Context, writer: Writer, head: Head) -> Layout:
    """The frame for a page whose view is finished."""
    site, page = context.tracker.site, writer.page
    numbers = page.numbers
    sources = tuple(writer.source(id, numbered=True) for id in page.sources)
    if sources:
        page.anchor("sources")
    for line in sources:
        page.anchor(str(line.number), "source")
    files = {urls.file_url(file) for file in context.tracker.files}
    icon = next((name for name in ICONS if name in files), urls.ASSETS + ICON)
    licence, reach = site.licence, compiled(writer)
    return Layout(
        language=site.locale.language,
        site=site.name,
        tagline=writer.text(site.tagline, "inline"),
        title=head.title if page.url == urls.HOME else f"{head.tab or head.title} · {site.name}",
        heading=head.title,
        description=head.description,
        kind=head.kind,
        canonical=urls.whole(context.edition.base_url, page.url),
        indexed=head.indexed,
        shared=shared(context, page.url, None if head.image is None else (head.image, head.image_alt), head.card),
        fonts=tuple(page.link(urls.ASSETS + name) for name in FONTS),
        stylesheets=tuple(page.link(urls.ASSETS + name) for name in (*STYLESHEETS, *head.stylesheets)),
        scripts=tuple(page.link(urls.ASSETS + name) for name in (*SCRIPTS, *head.scripts)),
        modules=tuple(page.link(urls.ASSETS + name) for name in page.modules),
        icon=page.link(icon),
        drawn=_drawn(writer, icon),
        paper=COLOURS["paper"],
        feed=page.link(urls.FEED),
        own_feed=page.link(urls.feed_url(page.url)) if head.feed else None,
        home=page.link(urls.HOME),
        search=page.link(urls.SEARCH),
        search_script=page.link(urls.ASSETS + SEARCH),
        nav=_nav(context, writer),
        foot=_foot(context, writer),
        compiled=reach,
        licence=None if licence is None else Pointer(label=licence.name, href=licence.url),
        primary=primary(writer, numbers),
        glossary=page.link(urls.GLOSSARY),
        sources=sources,
        excuses=page.excuses,
        cite=_cite(context, writer.page, head.cited, reach),
        embed=None if head.embed is None else embed_code(context, head.embed),
        described=graph(context, page.url, head.title, head.things) if head.indexed else "",
    )


def _drawn(writer: Writer, icon: str) -> DrawnIcons | None:
    """The other forms of the icon: of an SVG, where others can open the site. icon: its URL."""
    if not (icon.endswith(".svg") and published(writer.context.edition.base_url)):
        return None
    old, touch, manifest = (writer.page.link(url) for url in (urls.OLD_ICON, urls.TOUCH_ICON, urls.MANIFEST))
    return DrawnIcons(old=old, touch=touch, manifest=manifest)


def _cite(context: Context, page: Page, cited: Cited | None, reach: str) -> Citation | None:
    """How a page is cited, with the version of what it says."""
    if cited is None:
        return None
    return citation(context, page.url, cited, reach=reach, version=page.version(context.tracker.sources))


def _nav(context: Context, writer: Writer) -> tuple[NavItem, ...]:
    """The sections that the tracker has something for."""
    return tuple(
        NavItem(
            label=section.label,
            href=writer.page.link(section.url),
            current=_current(writer.page.url, section.url),
        )
        for section in context.sections()
        if not section.foot
    )


def _current(here: str, url: str) -> str:
    if here == url:
        return "page"
    return "true" if here.startswith(url) else ""


def _foot(context: Context, writer: Writer) -> tuple[Pointer, ...]:
    """Single pages, then sections that have no room above, and the feed, then the outside: repository and contact."""
    site, link = context.tracker.site, writer.page.link
    own = [
        Pointer(label=plain(d.title, context.edition), href=link(urls.document_url(d)))
        for d in context.published("page")
    ]
    own += [Pointer(label=section.label, href=link(section.url)) for section in context.sections() if section.foot]
    own.append(Pointer(label=writer.say("frame.fresh"), href=f"{link(urls.DATA)}#expected"))
    if not any(pointer.href == link(urls.GLOSSARY) for pointer in own):
        own.append(Pointer(label=writer.say("frame.glossary"), href=link(urls.GLOSSARY)))
    own.append(Pointer(label=writer.say("frame.feed"), href=link(urls.FEED)))
    outside = ((writer.say("frame.repository"), site.repository), (writer.say("frame.contact"), site.contact))
    return (*own, *(Pointer(label=label, href=href) for label, href in outside if href))
