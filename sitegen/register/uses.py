"""What texts and data use of a tracker: sources, charts, files. And the tracker without what only drafts use."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote

from sitegen.model.basics.text import Expression
from sitegen.model.document import Document
from sitegen.model.tracker import Tracker
from sitegen.register.kind import Kinds
from sitegen.register.register import Register

# A source's id in an expression: quoted in cite("…"), or after ~ in an address.
_SOURCE = re.compile(r"[\"'~]([a-z0-9-]+)[\"']")
_CHART = re.compile(r"\bchart\(\s*[\"']([a-z0-9-]+)[\"']")
_LINK = re.compile(r"(?:\[\[\s*(chart|source):|/(chart|source)s/)([a-z0-9-]+)")


def published(kinds: Kinds, tracker: Tracker) -> Tracker:
    """The tracker without the claims of drafts, and without the files, charts and sources that only drafts use.

    What nothing uses at all stays. The drafts themselves stay, so that a link to one can be named.
    """
    drafts = {path for path, document in tracker.documents.items() if document.draft}
    if not drafts:
        return tracker
    claims = {id: claim for id, claim in tracker.claims.items() if claim.document not in drafts}
    documents = {path: document for path, document in tracker.documents.items() if path not in drafts}
    shown = replace(tracker, claims=claims, documents=documents)
    hidden = files_used(tracker.documents.values()) - files_used(documents.values())
    shown = replace(shown, files=tuple(file for file in tracker.files if file.path not in hidden))
    unseen = charts_used(Register(kinds, tracker)) - charts_used(Register(kinds, shown))
    shown = replace(shown, charts={id: chart for id, chart in tracker.charts.items() if id not in unseen})
    used, left = sources_used(Register(kinds, tracker)), len(tracker.sources) + 1
    while len(shown.sources) < left:  # a source that goes takes along the one that it relays
        left, now = len(shown.sources), sources_used(Register(kinds, shown))
        kept = {id: source for id, source in shown.sources.items() if id in now or id not in used}
        shown = replace(shown, sources=kept)
    return replace(shown, documents=tracker.documents)


def files_used(documents: Iterable[Document]) -> frozenset[str]:
    """The paths of files, in the project, that documents link or show; other documents and addresses are among them."""
    return frozenset(path for document in documents for path in _targets(document))


def _targets(document: Document) -> Iterator[str]:
    folder = posixpath.dirname(document.path)
    own = () if document.image is None else (document.image,)
    for target in (*own, *(link.target for link in document.body.links)):
        yield posixpath.normpath(posixpath.join(folder, unquote(target.partition("#")[0])))


def charts_used(register: Register) -> frozenset[str]:
    """The charts that the home page leads with, or that a text shows or links."""
    used = {id for expression in _expressions(register) for id in _CHART.findall(expression.source)}
    lead = register.tracker.site.lead_chart
    return frozenset({*used, *_linked(register.tracker, "chart"), *(() if lead is None else (lead,))})


def sources_used(register: Register) -> frozenset[str]:
    """The sources that something in the data, an expression or a link names."""
    used = {id for kind, _, thing in register.every for id in kind.sources(thing)}
    used |= _linked(register.tracker, "source")
    return frozenset(used.union(*(_SOURCE.findall(expression.source) for expression in _expressions(register))))


def _linked(tracker: Tracker, kind: str) -> set[str]:
    links = (link for document in tracker.documents.values() for link in document.body.links)
    found = (match for link in links for match in _LINK.finditer(link.target))
    return {match[3] for match in found if kind in (match[1], match[2])}


def _expressions(register: Register) -> Iterator[Expression]:
    """Every expression of documents and data, in drafts too."""
    for texts, document in register.texts(register.tracker.documents.values()):
        for said in texts:
            yield from said.text.expressions
        yield from () if document is None else document.body.expressions
    yield from register.checks()
