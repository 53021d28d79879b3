"""Sources: one document each; which web addresses are one document, and what readers should know of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, get_args
from urllib.parse import unquote

from msgspec import field

from sitegen.model.basics.period import Period
from sitegen.problems import Place
from sitegen.value import Value

SourceKind = Literal["filing", "company", "data-firm", "press", "aggregator"]

Reliability = Literal["ai", "copy", "user-post"]


class Source(Value, frozen=True, eq=False, kw_only=True):
    """One document. via: the id of the source that this one relays.

    seen: the day on which it was read. archived: the web address of a lasting copy.
    places: where its address and its dates stand.
    """

    ASIDE = ("place", "places")
    id: str
    publisher: str
    title: str | None
    url: str
    published: Period | None
    kind: SourceKind
    language: str | None
    via: str | None
    reliability: Reliability | None
    note: str | None
    accepted: Mapping[str, str]
    seen: Period | None = None
    archived: str | None = None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)


_ADDRESS = re.compile(r"https?://(?:www\.)?([^/?#]*?)(?::(?:80|443))?(?=[/?#]|$)([^?#]*)(\?[^#]*)?(#[!/].*)?", re.I)

_COPY = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)", re.I)
_INDEX = re.compile(r"/index\.html?/*\Z", re.I)
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|[gdmy]s?clid|msclkid|gbraid|wbraid|mc_[ce]id|igshid)(?:=|\Z)|\Z", re.I)


def host(url: str) -> str:
    """The site of a web address in small letters, without `www.` and a usual port."""
    parts = _ADDRESS.match(url)
    return "" if parts is None else parts.group(1).lower()


@lru_cache(maxsize=65536)  # pure, and asked for with every rival
def document(url: str) -> str:
    """The document at a web address: the same text for every spelling of it.

    Without the scheme, `www.`, a usual port, `index.html`, slashes at the end, what says where a reader came from
    (`?utm_…`, `fbclid`) and a place in the document; the host in small letters, and the path with its characters
    decoded. What a script reads behind `#!` or `#/` is kept. A copy at web.archive.org is the document that it is of.
    """
    parts = _ADDRESS.match(_COPY.sub("", url))
    if parts is None:
        return url
    host, path, query, fragment = (part or "" for part in parts.groups())
    kept = "&".join(each for each in query.lstrip("?").split("&") if not _TRACKING.match(each))
    path = _INDEX.sub("", unquote(path)).rstrip("/")
    return f"{host.lower()}{path}{'?' if kept else ''}{kept}{fragment}"


MARKED: Mapping[Reliability, str] = {
    "ai": "written by a machine",
    "copy": "a copy of another text",
    "user-post": "posted by a user",
}
"""Why the values of a source start unused, in plain words."""


def marked(source: Source) -> str:
    """What a reader should know of a source before believing it; "" for one without a `reliability`."""
    return "" if source.reliability is None else MARKED[source.reliability]


Mark = Literal["filing", "company", "data-firm", "press", "aggregator", "copy"]
"""What a number's mark says of its source: the kind, or `copy` for one that a machine, a copyist or a user wrote."""

MARKS: tuple[Mark, ...] = get_args(Mark)
"""From the nearest to what is counted to the furthest from it."""

PRIMARY: tuple[Mark, ...] = ("filing", "company")
"""The marks of documents in which whoever counts says so itself."""


def mark(source: Source) -> Mark:
    """What a reader should know of a source at a glance."""
    return source.kind if source.reliability is None else "copy"


def weakest(marks: Iterable[Mark]) -> Mark | None:
    """The mark of what rests on several sources: the one that is furthest from what is counted; None without any."""
    return max(marks, key=MARKS.index, default=None)


def credited(source: Source) -> str:
    """The publisher of a source, and what it is marked with: "The Gazette (a copy of another text)"."""
    return f"{source.publisher} ({marked(source)})" if source.reliability is not None else source.publisher


def source_name(source: Source) -> str:
    """How a source is named in one line: its title if it has one, else its publisher."""
    return source.title or source.publisher
