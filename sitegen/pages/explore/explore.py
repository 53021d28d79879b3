"""`/explore/`: a live chart of the reader's own choice, and without a script every series as a link."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sitegen import urls
from sitegen.figures.nouns import heading
from sitegen.model.basics.spelling import sort_key
from sitegen.pages.context import Context
from sitegen.pages.data.data import series_pointer
from sitegen.pages.layout import Head
from sitegen.pages.parts import Pointer
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

SCRIPT, STYLE = "explore/explore.js", "explore/explore.css"
PARTS = {"vega": "explore/vega.js", "chart": "explore/chart.js", "files": "explore/files.js", "picture": "picture.js"}
FONTS = ("fonts/inter-regular.woff2", "fonts/inter-semibold.woff2", "fonts/noto-sans-cjk-sc-regular.woff2")


class ExploreGroup(Struct, frozen=True, kw_only=True):
    """A metric with links to all its series. unit: "" where the label says it."""

    label: str
    unit: str
    series: tuple[Pointer, ...]


class ExploreView(View, frozen=True, kw_only=True):
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
            unit = heading(metric.unit, writer.context.locale)
            said = metric.label.casefold().endswith(unit.casefold())  # "LiDAR units"
            yield ExploreGroup(label=metric.label, unit="" if said else unit, series=pointers)


def sorted_metrics(context: Context) -> list[str]:
    """The ids of the metrics in the order of their labels."""
    metrics = context.tracker.metrics
    return sorted(context.metrics(), key=lambda id: (sort_key(metrics[id].label), id))
