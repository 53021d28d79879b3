"""Sources: the list by publisher, and one page each with everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from sitegen import urls
from sitegen.figures import Figure
from sitegen.model.basics.address import Address
from sitegen.model.series import Observation, Status
from sitegen.model.source import Source, source_name
from sitegen.pages.context import Context
from sitegen.pages.data.series import used
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.sources.index import source_pointer, sources_index
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer
from sitegen.urls import (
    address_url,
    capability_url,
    claim_url,
    entity_url,
    expansion_url,
    notes_url,
    ranking_url,
    series_url,
    source_url,
)


class ValueRow(Struct, frozen=True, kw_only=True):
    """One value that a source gives: the series, which leads to its row, the period, the value, whether it is used.

    remark: that it is no plain number that is used: chosen, not used, replaced, provisional, a target; else "".
    """

    label: str
    href: str
    period: str
    value: str
    use: str
    remark: str


class SourceView(View, frozen=True, kw_only=True):
    """`/sources/<id>/`. facts: label and words. warning: why its values start unused, or "". used: pages."""

    template = "source.html"
    title: str
    title_language: str | None
    outside: str
    language: str | None
    facts: tuple[tuple[str, str], ...]
    note: str | None
    warning: str
    values: tuple[ValueRow, ...]
    others: tuple[Pointer, ...]
    claims: tuple[Pointer, ...]
    relayed: tuple[Pointer, ...]
    used: tuple[Pointer, ...]


def sources(context: Context) -> Pages:
    """The list of sources, and a page for each."""
    yield urls.SOURCES, sources_index
    for id in context.tracker.sources:
        yield source_url(id), partial(_page, id=id)


def _page(context: Context, id: str) -> Sheet:
    source = context.tracker.sources[id]
    writer = Writer(context, Page(source_url(source.id)))
    said = {claim_url(claim.id) for claim in context.tracker.claims.values() if claim.by == source.id}
    view = SourceView(
        title=source_name(source),
        title_language=source.language if source.title else None,
        outside=source.url,
        language=source.language,
        facts=_facts(writer, source),
        note=source.note,
        warning="" if source.reliability is None else writer.say(f"source.warning.{source.reliability}"),
        values=tuple(_values(writer, source)),
        others=tuple(_others(writer, source)),
        claims=tuple(_claims(writer, source)),
        relayed=tuple(source_pointer(writer, s) for s in context.tracker.sources.values() if s.via == source.id),
        used=used(writer, (url for url in context.uses.sources.get(source.id, ()) if url not in said)),
    )
    head = Head(
        title=view.title,
        tab=writer.say("source.tab", title=view.title, id=id),
        description=writer.say("source.description", title=view.title, publisher=source.publisher, id=id),
    )
    return sheet(context, writer, view, head)


def _facts(writer: Writer, source: Source) -> tuple[tuple[str, str], ...]:
    say = writer.say
    via = None if source.via is None else writer.source(source.via)
    facts = (
        (say("source.publisher"), source.publisher),
        (say("source.published"), _published(writer, source)),
        (say("source.seen"), "" if source.seen is None else writer.period(source.seen)),
        (say("source.archived"), _copy(writer, source)),
        (say("source.kind"), say(f"source.kind.{source.kind}")),
        (say("source.relays"), "" if via is None else writer.anchor(via.title, via.href)),
    )
    return tuple((label, words) for label, words in facts if words)


def _copy(writer: Writer, source: Source) -> str:
    """The lasting copy of a document, as a link out of the site; "" where none is known."""
    if source.archived is None:
        return ""
    return Markup('<a href="{}" rel="external">{}</a>').format(source.archived, writer.say("source.copy"))


def _published(writer: Writer, source: Source) -> str:
    return writer.say("source.undated") if source.published is None else writer.period(source.published)


def _values(writer: Writer, source: Source) -> Iterator[ValueRow]:
    figures = writer.context.figures
    for series in (writer.context.tracker.series[id] for id in writer.context.series_from(source.id)):
        own = [o for o in series.observations if o.source == source.id]
        for observation in sorted(own, key=lambda o: (o.period.last, o.period.first), reverse=True):
            address = Address(*series.id, observation.period)
            use = figures.evidence.use(series.id, observation)[0]
            yield ValueRow(
                label=figures.label(series.id),
                href=writer.page.link(address_url(address)),
                period=writer.when(address),
                value=_value(writer, observation, address),
                use=use,
                remark=_remark(writer, use, observation.status),
            )


def _value(writer: Writer, observation: Observation, address: Address) -> str:
    """A value that leads to its row; it opens the note of what answers its address where that is as much."""
    figures, href = writer.context.figures, writer.page.link(address_url(address))
    if observation.amount is None:
        return writer.row(figures.change_figure(observation, address, next(iter(observation.change))), href)
    answer = figures.answer(address)
    same = isinstance(answer, Figure) and answer.amount == observation.amount
    note = notes_url(address).removeprefix(series_url(address.series)) if same else ""
    return writer.row(figures.observed_figure(observation, address), href, note)


def _remark(writer: Writer, use: str, status: Status) -> str:
    """Whether a value is used in another way than most, and what it is if it is no plain number."""
    said = () if use == "normal" else (writer.say(f"source.use.{use}"),)
    return ", ".join((*said, *(() if status == "reported" else (writer.say(f"status.{status}"),))))


def _others(writer: Writer, source: Source) -> Iterator[Pointer]:
    """Steps, events, capabilities and league tables that rest on the source."""
    tracker, link = writer.context.tracker, writer.page.link
    for company in sorted({e.company for e in tracker.entries if e.source == source.id}):
        abroad = writer.say("expansion.company", company=tracker.entities[company].name)
        yield Pointer(label=abroad, href=link(expansion_url(company)))
    for capability in tracker.capabilities.values():
        if any(answer.source == source.id for answer in capability.answers):
            yield Pointer(label=capability.label, href=link(capability_url(capability.id)))
    for ranking in tracker.rankings.values():
        if ranking.table is not None and ranking.table.source == source.id:
            yield Pointer(label=writer.text(ranking.title, "inline"), href=link(ranking_url(ranking)))
    for event in tracker.events.values():
        url = next((u for id in event.entities if (u := entity_url(tracker.entities[id])) is not None), None)
        if event.source == source.id and url is not None:
            yield Pointer(label=writer.text(event.text, "inline"), href=link(url))


def _claims(writer: Writer, source: Source) -> Iterator[Pointer]:
    """The claims that the source makes, with their verdicts."""
    for claim in writer.context.tracker.claims.values():
        if claim.by == source.id:
            verdict = writer.say(f"claims.verdict.{writer.context.edition.verdicts[claim.id].word}")
            href = writer.page.link(claim_url(claim.id))
            yield Pointer(label=writer.text(claim.text, "inline"), href=href, detail=verdict)
