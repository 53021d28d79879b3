"""A series on its own page: its chart, every observation with its source, and what is not used and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.figures import freshness
from sitegen.figures.nouns import heading
from sitegen.figures.periods import say_years
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.spelling import sort_key
from sitegen.model.series import Series
from sitegen.pages.changes.lines import ago
from sitegen.pages.companies.stretch import held_of
from sitegen.pages.context import Context
from sitegen.pages.data.observations import PeriodRows, listed, period_rows, unused
from sitegen.pages.data.picture import series_chart
from sitegen.pages.layout import Head
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.pieces import ChartView
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.words.lives import ended
from sitegen.pages.words.notes import excuses, region, report
from sitegen.pages.words.writer import Writer
from sitegen.urls import metric_url, series_url

PAST = 20
"""So many earlier values are shown, the latest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """`/data/<entity>/<metric>/`. facts: label and words. accepted: warnings that stay, and why. late: or "".
    sparse: why there is no chart, or "".

    unused: deprecated observations by period. past: what values were before. used: the pages that use a value of this
    series. report: where a problem is reported, or None. address: of the latest value, or None.
    """

    title: str
    name: Name
    metric: Pointer
    definition: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    freshness: str
    late: str
    chart: ChartView | None
    sparse: str
    unit: str
    periods: tuple[PeriodRows, ...]
    unused: tuple[PeriodRows, ...]
    accepted: tuple[tuple[str, str], ...]
    past: tuple[str, ...]
    related: tuple[Pointer, ...]
    used: tuple[Pointer, ...]
    downloads: tuple[Pointer, ...]
    report: str | None
    address: str | None


def series_page(context: Context, id: SeriesId) -> Sheet:
    """The page of one series."""
    series = context.tracker.series[id]
    writer = Writer(context, Page(series_url(series.id)))
    metric, entity = context.tracker.metrics[series.metric], context.tracker.entities[series.entity]
    title = f"{entity.name}: {metric.label}"
    unit = heading(metric.unit, context.locale)
    latest, late = _health(writer, series)
    chart = series_chart(writer, series)
    view = SeriesView(
        title=title,
        name=writer.name(series.entity),
        metric=Pointer(label=metric.label, href=writer.page.link(metric_url(series.metric))),
        definition=series.definition,
        facts=_facts(writer, series),
        note=series.note,
        freshness=latest,
        late=late,
        chart=chart,
        sparse=_sparse(writer, series) if chart is None else "",
        unit=unit,
        periods=tuple(period_rows(writer, series, period) for period in listed(context, series)),
        unused=tuple(unused(writer, series, listed(context, series))),
        accepted=excuses(series.accepted),
        past=tuple(ago(writer, change) for change in context.changes_of(id)[:PAST]),
        related=tuple(_related(writer, series)),
        used=used(writer, (url for a in context.uses.series.get(series.id, ()) for url in context.uses.figures[a])),
        downloads=tuple(_downloads(writer, series)),
        report=report(writer, ".".join(series.id), (f"Series: {title}", f"Definition: {series.definition}")),
        address=_address(writer, series),
    )
    head = Head(title=title, description=writer.say("series.description", series=title, definition=series.definition))
    return sheet(context, writer, "series.html", view, head)


def _sparse(writer: Writer, series: Series) -> str:
    """Why there is no line, where values are too far apart for one; "" where they are merely few."""
    held = held_of(writer.context, series.id)
    if held.values == held.periods:
        return ""
    cadence = "halves" if series.cadence == "half" else f"{series.cadence}s"
    said = Markup("Too far apart for a line: of {} {}, {} have a value here. They stand in the table.")
    return said.format(writer.number(held.periods), cadence, writer.number(held.values))


def _address(writer: Writer, series: Series) -> str | None:
    """How the latest value is cited; None if there is none."""
    latest = freshness(writer.context.figures, series, writer.context.edition.day).latest
    return None if latest is None else str(Address(*series.id, latest))


def _health(writer: Writer, series: Series) -> tuple[str, str]:
    """How fresh a series is, in words: the latest period, and how late the next one is or ""."""
    fresh = freshness(writer.context.figures, series, writer.context.edition.day)
    latest = "no value that counts" if fresh.latest is None else writer.period(fresh.latest)
    return latest, writer.counted(fresh.late_days, "day", "days") if fresh.late_days else ""


def used(writer: Writer, pages: Iterable[str]) -> tuple[Pointer, ...]:
    """The pages of these URLs, each once, by name."""
    names = writer.context.names
    pointers = (Pointer(label=names.get(url, url), href=writer.page.link(url)) for url in set(pages))
    return tuple(sorted(pointers, key=lambda pointer: (sort_key(pointer.label), pointer.href)))


def _facts(writer: Writer, series: Series) -> tuple[tuple[str, str], ...]:
    metric = writer.context.tracker.metrics[series.metric]
    facts = (
        ("Unit", heading(metric.unit, writer.context.locale)),
        ("Region", region(writer, series)),
        ("Scope", "" if series.scope == "all" else series.scope),
        ("Basis", series.basis),
        ("Cadence", series.cadence),
        ("Life", ended(writer, series.entity)),
        ("Years", "" if series.calendar is None else say_years(series.calendar, writer.context.locale)),
    )
    return tuple((label, words) for label, words in facts if words)


def _related(writer: Writer, series: Series) -> Iterator[Pointer]:
    """The entity's series of metrics that measure nearly the same."""
    context = writer.context
    for metric in context.tracker.metrics[series.metric].related:
        if (other := context.tracker.series.get((series.entity, metric))) is not None:
            yield Pointer(
                label=context.tracker.metrics[metric].label,
                href=writer.page.link(series_url(other.id)),
                detail=other.definition,
            )


def _downloads(writer: Writer, series: Series) -> Iterator[Pointer]:
    for label, ending in (("CSV", "csv"), ("JSON", "json")):
        href = f"{series_url(series.id)}{series.entity}.{series.metric}.{ending}"
        yield Pointer(label=label, href=writer.page.link(href))
