"""What an author's link leads to: a Markdown file, `[[seres]]`, a file beside the document, the web.

One resolution serves the checks (every bad link before anything is rendered) and the pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from sitegen.model.body import Link
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem, did_you_mean
from sitegen.reading.web import AddressError, remote_image, web_address
from sitegen.urls import (
    brief_url,
    capability_url,
    chart_url,
    claim_url,
    document_url,
    entity_url,
    expansion_url,
    file_url,
    ranking_url,
    series_url,
    source_url,
)

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WIKI = re.compile(r"\[\[([^\[\]]+)\]\]")
_SAFE = ("http", "https", "mailto")


def resolve(link: Link, document: Document, tracker: Tracker, drafts: bool) -> str | Problem:
    """Where a link of a document leads: an outside URL as written, or a site-absolute URL, perhaps with `#id`.

    drafts: whether drafts are published. A Problem if the link leads nowhere, to a draft, or uses an unsafe scheme.
    """
    target = re.sub(r"[\x00-\x1f\x7f]", "", link.target).strip()
    wiki = _WIKI.fullmatch(link.target.strip())
    if wiki is not None:
        return _wiki(wiki[1], link, document, tracker, drafts)
    scheme = _SCHEME.match(target)
    if scheme is not None or target.replace("\\", "/").startswith("//"):  # a browser reads one as the other
        if scheme is not None and scheme[1].lower() in _SAFE:
            return _outside(target.replace(" ", "%20"), link) or target.replace(" ", "%20")
        return Problem(
            link.place,
            "unsafe-link",
            f'the link "{target}" is not http, https or mailto',
            "write the whole address, beginning with https://",
        )
    path, _, fragment = target.partition("#")
    tail = f"#{fragment}" if fragment else ""
    if not path:
        return document_url(document) + tail
    if path.startswith("/"):
        return path + tail
    return _file(unquote(path), tail, link, document, tracker, drafts)


def _outside(target: str, link: Link) -> Problem | None:
    """What is wrong with an address outside the site: an image there, or an address that leads to nobody."""
    if link.image:
        return remote_image(link.place)
    if target[:7].lower() == "mailto:":
        if target[7:]:
            return None
        message, hint = f'the address "{target}" leads nowhere', "write mailto:name@example.org"
    else:
        try:
            web_address(target)
        except AddressError as error:
            message, hint = error.message, error.hint
        else:
            return None
    return Problem(link.place, "broken-link", message, hint)


def check_links(documents: Iterable[Document], tracker: Tracker, drafts: bool) -> Iterator[Problem]:
    """Every link of some documents that leads nowhere, to a draft, or is unsafe."""
    found = (resolve(link, document, tracker, drafts) for document in documents for link in document.body.links)
    return (answer for answer in found if isinstance(answer, Problem))


def image_url(document: Document, tracker: Tracker) -> str | None:
    """The site-absolute URL of a document's own image, if it names one that is there."""
    if document.image is None:
        return None
    path = _beside(document, document.image)
    return next((file_url(file) for file in tracker.files if file.path == path), None)


def _beside(document: Document, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), path))


def _file(path: str, tail: str, link: Link, document: Document, tracker: Tracker, drafts: bool) -> str | Problem:
    """A link that names a file of the project, relative to the document."""
    whole = _beside(document, path)
    target = tracker.documents.get(whole)
    if target is not None:
        return _to_draft(path, link) if _hidden(target, document, drafts) else document_url(target) + tail
    copied = next((file for file in tracker.files if file.path == whole), None)
    if copied is not None:
        return file_url(copied) + tail
    folder = posixpath.dirname(document.path)
    others = [posixpath.relpath(other, folder) for other in tracker.documents if other != document.path]
    near = did_you_mean(path, others) if whole.endswith(".md") else ""
    return Problem(
        link.place,
        "broken-link",
        f'there is no file "{path}" beside {document.path}',
        near or "the path is relative to this file; for a company write [[its-id]]",
    )


def _wiki(name: str, link: Link, document: Document, tracker: Tracker, drafts: bool) -> str | Problem:
    """`[[seres]]` for an entity, `[[brief:id]]`, `[[ranking:id]]` … for the rest; `#id` may follow."""
    name, _, fragment = name.strip().partition("#")
    kind, colon, key = name.partition(":")
    urls = _named(kind if colon else "entity", tracker)
    word = key if colon else name
    if urls is None:
        return Problem(link.place, "broken-link", f'"{kind}:" is not a kind of link', did_you_mean(kind, _KINDS))
    url = urls.get(word)
    if url is None:
        return Problem(link.place, "broken-link", f'nothing on the site is called "{name}"', did_you_mean(word, urls))
    whole = f"{url.partition('#')[0]}#{fragment}" if fragment else url
    if kind not in ("brief", "page"):
        return whole
    target = next(d for d in tracker.documents.values() if d.kind == kind and d.id == word)
    return _to_draft(name, link) if _hidden(target, document, drafts) else whole


def _hidden(target: Document, document: Document, drafts: bool) -> bool:
    """Whether a link between the two leads from a published document to a draft."""
    return target.draft and not drafts and not document.draft


def _to_draft(name: str, link: Link) -> Problem:
    return Problem(
        link.place, "link-to-draft", f'"{name}" is a draft and is not published', "publish it, or take the link out"
    )


_KINDS = ("entity", "brief", "page", "ranking", "chart", "expansion", "series", "source", "capability", "claim")


def _named(kind: str, tracker: Tracker) -> Mapping[str, str] | None:
    """Every id of a kind with its URL, or None for a kind that is not there."""
    match kind:
        case "entity":
            urls = {entity.id: entity_url(entity) for entity in tracker.entities.values()}
            return {key: url for key, url in urls.items() if url is not None}
        case "brief":
            return {d.id: brief_url(d.id) for d in tracker.documents.values() if d.kind == "brief"}
        case "page":
            return {d.id: document_url(d) for d in tracker.documents.values() if d.kind == "page"}
        case "ranking":
            return {key: ranking_url(key) for key in tracker.rankings}
        case "chart":
            return {key: chart_url(key) for key in tracker.charts}
        case "expansion":
            return {entry.company: expansion_url(entry.company) for entry in tracker.entries}
        case "series":
            return {".".join(key): series_url(key) for key in tracker.series}
        case "source":
            return {key: source_url(key) for key in tracker.sources}
        case "claim":
            return {key: claim_url(key) for key in tracker.claims}
        case "capability":
            return {key: capability_url(key) for key in tracker.capabilities}
        case _:
            return None
