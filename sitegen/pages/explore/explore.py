"""`/explore/`: a live chart of the reader's own choice, and without a script every series as a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sitegen import urls
from sitegen.figures.nouns import heading
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Cadence
from sitegen.model.basics.spelling import sort_key
from sitegen.pages.companies.stretch import FULL, Stretch, stretch_in
from sitegen.pages.context import Context
from sitegen.pages.data.data import series_pointer
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

SCRIPT, STYLE = "explore/explore.js", "explore/explore.css"
PARTS = {"vega": "explore/vega.js", "chart": "explore/chart.js", "files": "explore/files.js"}
FONTS = ("fonts/inter-regular.woff2", "fonts/inter-semibold.woff2", "fonts/noto-sans-cjk-sc-regular.woff2")
FIRST = 4
"""So many series are shown before the reader has chosen any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreGroup:
    """A metric with links to all its series."""

    label: str
    unit: str
    series: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploreView(View):
    """`/explore/`. files: what the script loads, by the name under which it asks for it. groups: every series."""

    template = "explore.html"
    title: str
    standfirst: str
    files: tuple[tuple[str, str], ...]
    groups: tuple[ExploreGroup, ...]


def explore(context: Context) -> Pages:
    """The one page."""
    yield urls.EXPLORE, _page


def _page(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.EXPLORE))
    link = writer.page.link
    files = {name: link(urls.ASSETS + path) for name, path in PARTS.items()}
    files |= {"choices": link(urls.CHOICES), "home": link(urls.HOME)}
    files |= {name: link(urls.EXPLORE) + f"{name}/" for name in ("series", "periods")}
    files |= {"fonts": " ".join(link(urls.ASSETS + path) for path in FONTS)}
    view = ExploreView(
        title=writer.say("section.explore"),
        standfirst=writer.say("explore.standfirst"),
        files=tuple(files.items()),
        groups=tuple(_groups(writer)),
    )
    head = Head(
        title=view.title, description=writer.say("explore.description"), scripts=(SCRIPT,), stylesheets=(STYLE,)
    )
    return sheet(context, writer, view, head)


def _groups(writer: Writer) -> Iterator[ExploreGroup]:
    tracker = writer.context.tracker
    for id in sorted_metrics(writer.context):
        own = [series for _, series in sorted(tracker.series.items()) if series.metric == id]
        if own:
            metric = tracker.metrics[id]
            pointers = tuple(series_pointer(writer, series) for series in own)
            yield ExploreGroup(label=metric.label, unit=heading(metric.unit, writer.context.locale), series=pointers)


def sorted_metrics(context: Context) -> list[str]:
    """The ids of the metrics in the order of their labels."""
    metrics = context.tracker.metrics
    return sorted(context.metrics(), key=lambda id: (sort_key(metrics[id].label), id))


class FirstChoice(NamedTuple):
    """What is shown before anything is chosen."""

    series: tuple[SeriesId, ...]
    by: Cadence | None


def first_choice(context: Context) -> FirstChoice:
    """Of what can stand together the series that are long, without many holes, and reach over the same time."""
    groups: dict[tuple[object, ...], list[tuple[Stretch, SeriesId]]] = {}
    for id, series in sorted(context.tracker.series.items()):
        stretch = context.recalled(f"stretch of {id}", partial(stretch_in, id))
        if stretch is not None and context.tracker.entities[series.entity].kind != "market":
            alike = (series.metric, series.region, series.basis, stretch.cadence, series.calendar, stretch.last)
            groups.setdefault(alike, []).append((stretch, id))
    best = max(map(_together, groups.values()), key=lambda group: (len(group), _values(group)), default=[])
    return FirstChoice(tuple(id for _, id in best), best[0][0].cadence if best else None)


def _together(group: Sequence[tuple[Stretch, SeriesId]]) -> list[tuple[Stretch, SeriesId]]:
    """The longest of a group with those that have at least three fifths of its values, at most as many as are shown."""
    longest = sorted(group, key=lambda each: (-each[0].values, each[1]))
    return [each for each in longest if each[0].values * FULL[0] >= longest[0][0].values * FULL[1]][:FIRST]


def _values(group: Sequence[tuple[Stretch, SeriesId]]) -> int:
    return sum(stretch.values for stretch, _ in group)
