"""What pages are called when other pages name them, and what a `[[…]]` link prints."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.edition import Edition
from sitegen.links import named
from sitegen.model.basics.text import Text
from sitegen.model.body import Link
from sitegen.pages.words.show import plain
from sitegen.register.kind import is_shown


def page_names(edition: Edition) -> Mapping[str, str]:
    """The names, in plain words, of the places that are a thing's own, by URL."""
    found = ((kind, kind.url(id, thing), id, thing) for kind, id, thing in edition.register.every)
    return {
        url: edition.tracker.site.locale.say(kind.named, title=title(edition, kind.name, id))
        for kind, url, id, thing in found
        if url is not None and is_shown(thing, edition.drafts)
    }


def link_name(link: Link, edition: Edition) -> str:
    """What the thing that a `[[…]]` link names is called: `[[acme]]` is "Acme Group". A claim stands in quotes."""
    kind, id = named(link.target.strip("[] ").partition("#")[0])
    return edition.tracker.site.locale.say(edition.register.named[kind].linked, title=title(edition, kind, id))


def title(edition: Edition, kind: str, id: str) -> str:
    """What a thing of a kind is called, in plain words; its id if nothing else."""
    row, thing = edition.register.named[kind], edition.register.things[kind][id]
    found = row.title(thing, edition.tracker)
    return plain(found, edition) if isinstance(found, Text) else found or id
