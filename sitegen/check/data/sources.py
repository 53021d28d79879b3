"""Checks on sources: relays in a circle, one site of two reliabilities, one document twice, what nothing names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.figures.values.choice import chain
from sitegen.model.source import Source, document, host
from sitegen.problems import Problem
from sitegen.register.register import Register
from sitegen.uses import sources_used


def relay_circle(figures: Figures) -> Iterator[Finding]:
    """Sources that relay one another in a circle; each circle is reported once, at its first source by id."""
    sources = figures.tracker.sources
    for source in sources.values():
        ids = [step.id for step in chain(source.id, sources)]
        if sources[ids[-1]].via == source.id and source.id == min(ids):
            message = f"{' relays '.join([*ids, source.id])}: none of them is the origin"
            yield Finding(Problem(source.place, "relay-circle", message, "leave via: out at the one that came first"))


def mixed_reliability(figures: Figures) -> Iterator[Finding]:
    """Sources without a reliability, of a site of which another source has one."""
    sources = figures.tracker.sources.values()
    marked = {host(s.url): s for s in sorted(sources, key=lambda s: s.id, reverse=True) if s.reliability is not None}
    for source in sources:
        other = marked.get(host(source.url))
        if source.reliability is None and other is not None:
            message = (
                f'"{other.id}" of {host(source.url)} has reliability: {other.reliability}, and this source has none'
            )
            hint = "one site has one standard: write it here too, or accepted: {mixed-reliability: why}"
            yield Finding(Problem(source.place, "mixed-reliability", message, hint), (source,))


def same_document(register: Register) -> Iterator[Finding]:
    """Sources that are one document, however its address is spelled; the one that most things name is to stay."""
    for sources in _alike(register.tracker.sources.values()):
        named = Counter(id for kind, _, thing in register.every for id in kind.sources(thing))
        keep, *others = sorted(sources, key=lambda s: (-named[s.id], s.place, s.id))
        for source in others:
            message = f'this is the document of "{keep.id}" ({keep.place.path}:{keep.place.line})'
            instead = f'write {keep.id} wherever "{source.id}" stands, and take this entry out'
            hint = f"{instead}; if it is another, correct its url:; else: accepted: {{same-document: why}}"
            yield Finding(Problem(source.place, "same-document", message, hint), (source, keep))


def _alike(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """The sources of which several are one document, by the address of one or by that of its lasting copy."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        addresses = [document(url) for url in (source.url, source.archived) if url is not None]
        group = next((groups[each] for each in addresses if each in groups), [])
        group.append(source)
        groups |= dict.fromkeys(addresses, group)
    yield from ({id(group): group for group in groups.values() if len(group) > 1}).values()


def unused_source(register: Register) -> Iterator[Finding]:
    """Sources that no value, event, plan, answer, table, relay or expression names.

    Of one that is the document of another, `same_document` says what to do.
    """
    used = sources_used(register)
    twice = {source.id for sources in _alike(register.tracker.sources.values()) for source in sources}
    for source in register.tracker.sources.values():
        if source.id not in used and source.id not in twice:
            message = f'nothing names the source "{source.id}"'
            hint = "name it where it is used, take it out, or write accepted: {unused-source: why}"
            yield Finding(Problem(source.place, "unused-source", message, hint), (source,))
