"""What texts and data use of a tracker: sources, charts, files. And the tracker without what only drafts use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from sitegen.expressions import given
from sitegen.links import resolve
from sitegen.load.together import files_used
from sitegen.model.basics.text import Expression
from sitegen.model.tracker import Tracker
from sitegen.register.kind import Kinds
from sitegen.register.register import Register


def published(kinds: Kinds, tracker: Tracker) -> Tracker:
    """The tracker without the claims of drafts, and without the files, charts and sources that only drafts use.

    What nothing uses at all stays. The drafts themselves stay, so that a link to one can be named.
    """
    drafts = {path for path, document in tracker.documents.items() if document.draft}
    if not drafts:
        return tracker
    claims = {id: claim for id, claim in tracker.claims.items() if claim.document not in drafts}
    documents = {path: document for path, document in tracker.documents.items() if path not in drafts}
    shown = structs.replace(tracker, claims=claims, documents=documents)
    hidden = files_used(tracker.documents.values()) - files_used(documents.values())
    shown = structs.replace(shown, files=tuple(file for file in tracker.files if file.path not in hidden))
    unseen = charts_used(Register(kinds, tracker)) - charts_used(Register(kinds, shown))
    shown = structs.replace(shown, charts={id: chart for id, chart in tracker.charts.items() if id not in unseen})
    used, left = sources_used(Register(kinds, tracker)), len(tracker.sources) + 1
    while len(shown.sources) < left:  # a source that goes takes along the one that it relays
        left, now = len(shown.sources), sources_used(Register(kinds, shown))
        kept = {id: source for id, source in shown.sources.items() if id in now or id not in used}
        shown = structs.replace(shown, sources=kept)
    return structs.replace(shown, documents=tracker.documents)


def charts_used(register: Register) -> frozenset[str]:
    """The charts that the home page leads with, or that a text shows or links."""
    lead = register.tracker.site.lead_chart
    named = {name for function, name in _named(register, ("chart",)) if function == "chart"}
    return frozenset({*named, *_linked(register, "chart"), *(() if lead is None else (lead,))})


def sources_used(register: Register) -> frozenset[str]:
    """The sources that something in the data, an expression or a link names."""
    used = {id for kind, _, thing in register.every for id in kind.sources(thing)}
    if used >= register.tracker.sources.keys():
        return frozenset(used)
    for function, name in _named(register, ("cite", "~")):
        used |= {name} if function == "cite" else {name.rpartition("~")[2]}
    return frozenset(used | _linked(register, "source"))


def _linked(register: Register, kind: str) -> set[str]:
    """The things of a kind to whose pages documents link."""
    row, things = register.named[kind], register.things[kind]
    urls = {row.url(id, thing): id for id, thing in things.items()}
    links = ((link, document) for document in register.tracker.documents.values() for link in document.body.links)
    targets = (resolve(link, document, register, drafts=True) for link, document in links if kind in link.target)
    return {urls[url] for t in targets if isinstance(t, str) and (url := t.partition("#")[0]) in urls}


def _named(register: Register, signs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What expressions of documents and data name, drafts included, by the function that is given it.

    signs: only expressions in which one of them stands are looked at.
    """
    for texts, document in register.texts(register.tracker.documents.values()):
        for said in texts:
            yield from _given(said.text.expressions, signs)
        yield from () if document is None else _given(document.body.expressions, signs)
    yield from _given(register.checks(), signs)


def _given(expressions: Iterable[Expression], signs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for expression in expressions:
        if any(sign in expression.source for sign in signs):
            yield from given(expression.source)
