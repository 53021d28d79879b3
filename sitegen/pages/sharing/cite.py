"""How a page or a number is cited: in a sentence, by its permanent link, and as an entry of BibTeX."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from sitegen.figures import say_period
from sitegen.model.basics.period import Period
from sitegen.pages.context import Context
from sitegen.pages.parts import Citation
from sitegen.pages.record.card import pending
from sitegen.pages.sharing import bibtex
from sitegen.pages.words.writer import Writer
from sitegen.urls import whole


class Cited(Struct, frozen=True, kw_only=True):
    """What is cited: its title in plain words, who wrote it if not the site as a whole, and on which day if on one.

    sources, caveats: who says it, and what is noted of its series, of a single number.
    """

    title: str
    authors: tuple[str, ...] = ()
    day: Period | None = None
    sources: str = ""
    caveats: str = ""


def compiled(writer: Writer) -> str:
    """When the data were compiled if the project says so, else how far they reach; "" without data."""
    context = writer.context
    if (day := context.edition.compiled) is not None:
        return writer.say("frame.compiled", day=writer.period(day))
    last = context.reached()
    return "" if last is None else writer.say("frame.reach", period=writer.period(last))


def citation(context: Context, url: str, cited: Cited, *, reach: str = "", version: str, apart: str = "") -> Citation:
    """How what stands at a URL is cited.

    reach: of when the data are, or ""; version: of those shown, or "". apart: what tells it from all else there.
    """
    site, say = context.tracker.site, context.locale.say
    link = whole(context.edition.base_url, url)
    when = Markup(reach).striptags()
    state = ", ".join(filter(None, (when, say("cite.version", version=version) if version else "")))
    day = "" if cited.day is None else say_period(cited.day, context.locale)
    by = context.locale.listed(cited.authors)
    slots = {"by": by, "title": cited.title, "site": site.name, "day": day, "address": link, "state": state}
    slots["sources"] = cited.sources
    noted = "; ".join(
        filter(None, (say("cite.from", sources=cited.sources) if cited.sources else "", state, cited.caveats))
    )
    year = cited.day or context.edition.compiled or context.reached()
    fields = {
        "author": bibtex.people(cited.authors or (site.name,)),
        "title": bibtex.words(cited.title),
        "howpublished": bibtex.words(site.name) if cited.authors else "",
        "year": "" if year is None else str(year.last.year),
        "url": link,
        "note": bibtex.words(noted) if noted else "",
    }
    words = "cite.sourced" if cited.sources else "cite.authors" if by else "cite.day" if day else "cite.page"
    name = site.name if bibtex.plain(site.name) else urlsplit(link).netloc
    text = str(say(words, **slots))
    entry = bibtex.entry((name, *url.split("#"), apart), fields)
    return Citation(
        text=say("cite.noted", text=text, note=cited.caveats) if cited.caveats else text,
        about=say("cite.version.about") if version else "",
        link=link,
        bibtex=entry,
        pending=pending(context.edition.base_url),
    )
