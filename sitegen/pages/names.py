"""What pages are called when other pages name them, and what a `[[…]]` link prints."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.edition import Edition
from sitegen.links import named
from sitegen.model.body import Link
from sitegen.model.kind import Kind, is_shown
from sitegen.model.text import Text
from sitegen.pages.show import plain


def page_names(edition: Edition) -> Mapping[str, str]:
    """The names, in plain words, of the pages that are a thing's own, by URL."""
    found = ((kind, kind.url(id, thing), id, thing) for kind, id, thing in edition.register.every)
    return {
        url: kind.named.format(_title(kind, id, thing, edition))
        for kind, url, id, thing in found
        if url is not None and "#" not in url and is_shown(thing, edition.drafts)
    }


def link_name(link: Link, edition: Edition) -> str:
    """What the thing that a `[[…]]` link names is called: `[[seres]]` is "Seres Group". A claim stands in quotes."""
    kind, id = named(link.target.strip("[] ").partition("#")[0])
    row = edition.register.named[kind]
    return row.linked.format(_title(row, id, edition.register.things[kind][id], edition))


def _title(kind: Kind, id: str, thing: object, edition: Edition) -> str:
    """What a thing is called, in plain words; its id if nothing else."""
    title = kind.title(thing, edition.tracker)
    return plain(title, edition) if isinstance(title, Text) else title or id
