"""Checks on sources: relays in a circle, one site of two reliabilities, sources that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.figures.values.choice import chain
from sitegen.model.source import host
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


def unused_source(register: Register) -> Iterator[Finding]:
    """Sources that no value, event, plan, answer, table, relay or expression names."""
    used = sources_used(register)
    for source in register.tracker.sources.values():
        if source.id not in used:
            message = f'nothing names the source "{source.id}"'
            hint = "name it where it is used, take it out, or write accepted: {unused-source: why}"
            yield Finding(Problem(source.place, "unused-source", message, hint), (source,))
