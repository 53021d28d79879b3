"""The description of a page for machines, as JSON-LD: what the page is about, and where it stands on the site."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from sitegen import urls
from sitegen.pages.context import Context
from sitegen.pages.words.show import plain

Thing = Mapping[str, object]
"""A thing in the words of schema.org."""


def graph(context: Context, url: str, heading: str, things: tuple[Thing, ...]) -> Markup:
    """The JSON of a page, safe inside a `<script>`; "" where there is nothing to say. things: what it is about."""
    found = [*things, *_site(context, url), *_trail(context, url, heading)]
    if not found:
        return Markup("")
    text = json.dumps({"@context": "https://schema.org", "@graph": found}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def whole(context: Context, url: str) -> str:
    """The whole address of a page or file of the site."""
    return urls.whole(context.edition.base_url, url)


def publisher(context: Context) -> Thing:
    """Who publishes the site, as far as it says: its name and its address."""
    return {"@type": "Organization", "name": context.tracker.site.name, "url": whole(context, urls.HOME)}


def filled(thing: Thing) -> Thing:
    """A thing without what is not known of it."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], ())}


def _site(context: Context, url: str) -> Iterator[Thing]:
    """The site itself, on its home page, and how it is searched."""
    if url != urls.HOME:
        return
    site = context.tracker.site
    yield filled(
        {
            "@type": "WebSite",
            "name": site.name,
            "url": whole(context, urls.HOME),
            "description": plain(site.tagline, context.edition),
            "inLanguage": site.locale.language,
            "license": None if site.licence is None else site.licence.url,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": whole(context, urls.SEARCH) + "?q={search_term_string}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    )


def _trail(context: Context, url: str, heading: str) -> Iterator[Thing]:
    """The way from the home page through the section to a page below one."""
    section = next((s for s in context.sections() if url.startswith(s.url) and url != s.url), None)
    if section is None:
        return
    site = context.tracker.site.name
    steps = ((site, urls.HOME), (section.label, section.url), (heading, url))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": whole(context, to)}
            for number, (name, to) in enumerate(steps, 1)
        ],
    }
