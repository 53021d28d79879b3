"""What only one company is reported to have: a capability that no document of ours reports of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.grouped import grouped
from sitegen.model.capability import Capability
from sitegen.model.entity import Entity
from sitegen.pages.capabilities.answers import answered
from sitegen.pages.capabilities.glance import HAVING, said_of
from sitegen.pages.words.writer import Writer
from sitegen.urls import capability_url


class Alone(Struct, frozen=True, kw_only=True):
    """Those of one company who have what nobody else is reported to have, and what that is."""

    company: Entity
    names: tuple[str, ...]
    capabilities: tuple[Capability, ...]


def alone(writer: Writer) -> tuple[Alone, ...]:
    """Whoever alone has something, in the order of the file, with what they alone have; none where one is told of."""
    companies = answered(writer)
    every = writer.context.tracker.capabilities.values() if len(companies) > 1 else ()
    found = grouped((who, capability) for capability in every for who in _holder(writer, capability, companies))
    return tuple(Alone(company=who[0], names=who[1], capabilities=what) for who, what in found.items())


def alone_said(writer: Writer, one: Alone) -> str:
    """One sentence: who alone is documented to have what."""
    listed = writer.context.locale.listed
    labels = listed([writer.anchor(each.label, writer.page.link(capability_url(each.id))) for each in one.capabilities])
    return writer.count("capabilities.alone", len(one.names), names=listed(map(writer.named, one.names)), labels=labels)


def _holder(
    writer: Writer, capability: Capability, companies: Sequence[Entity]
) -> Iterator[tuple[Entity, tuple[str, ...]]]:
    """The one company that is said to have it, with those of it who do; nothing where others have it, or in part."""
    said = said_of(writer, capability, companies)
    having = [(company, answers) for company, answers in said.items() if HAVING & {*answers}]
    if len(having) == 1 and (holders := having[0][1].get("yes")):
        yield having[0][0], tuple(each.id for each in holders)
