"""Charts for tests: a small tracker with every kind of doubt in it, and one chart of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factory import seen, series, text, tracker
from msgspec import structs

from sitegen.charts.draw import Tools, draw
from sitegen.charts.look.colours import palette
from sitegen.charts.planning import plan
from sitegen.charts.plot import Drawing, Plot
from sitegen.figures import Figures
from sitegen.model import Address, Period, Tracker, parse_series
from sitegen.model.chart import Chart
from sitegen.model.document import File
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.event import Event
from sitegen.model.ranking import Ranking
from sitegen.problems import Place, Problem
from sitegen.tokens import colours

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "templates" / "assets" / "fonts"
PLACE = Place("data/charts/c.yaml")


def chart(kind: str, **keys: Any) -> Chart:
    """A chart with the id `c`; series and figures are written as in YAML."""
    given: dict[str, Any] = dict.fromkeys(("subtitle", "caption", "alt", "note", "first", "last", "by", "mixed"))
    given |= dict.fromkeys(("series", "figures", "companies", "rankings", "events", "entities"), ())
    given |= {"options": {}, "accepted": {}, **keys}
    given["series"] = tuple(map(parse_series, given["series"]))
    given["figures"] = tuple(map(Address.parse, given["figures"]))
    for key in ("first", "last"):
        given[key] = given[key] and Period.parse(given[key])
    return Chart(id="c", kind=kind, title=text("A chart"), place=PLACE, **given)


def entry(where: str, stage: Stage, said: str, target: str | None = None) -> MarketEntry:
    """A step of the company `aito`."""
    return MarketEntry(
        entity="aito",
        company="aito",
        where=where,
        stage=stage,
        said=Period.parse(said),
        target=None if target is None else Period.parse(target),
        text=None,
        source="press-1",
        use="normal",
        reason=None,
        place=PLACE,
    )


def _ranking(id: str, period: str) -> Ranking:
    """A ranking of the two makers."""
    return Ranking(
        id=id,
        title=text(id),
        subtitle=None,
        period=Period.parse(period),
        members=(parse_series("aito.deliveries"), parse_series("bmw.deliveries")),
        by="value",
        table=None,
        of=None,
        mixed=None,
        note=None,
        accepted={},
        place=PLACE,
    )


def sample() -> Tracker:
    """Two makers with a gap, an approximate value, rivals and a bound; market entries; an event."""
    base = tracker(
        series(
            "aito.deliveries",
            seen("2024-Q1", 85800, bound="approximate"),
            seen("2024-Q2", 90123),
            seen("2024-Q4", 80000, bound="more-than"),
            seen("2025-Q1", 45300, use="preferred"),
            seen("2025-Q1", 68000, "press-2"),
            cadence="quarter",
        ),
        series("bmw.deliveries", seen("2024-Q1", 187000), seen("2024-Q2", 188700), cadence="quarter"),
        series("bmw.margin", seen("2024-Q1", 7), region="world", basis="accounts", cadence="quarter"),
        series(
            "aito.margin",
            seen("2024-Q2", low="-3", high="2", negative=True),
            region="world",
            basis="accounts",
            cadence="quarter",
        ),
    )
    event = Event(
        id="listing",
        date=Period.parse("2024-05-05"),
        entities=("aito",),
        text=text("Shares <b>&\"' begin"),
        source="press-1",
        use="normal",
        reason=None,
        place=PLACE,
    )
    entries = (
        entry("no", "announced", "2023-05", "2024-Q1"),
        entry("no", "on sale", "2024-03"),
        entry("sg", "planned", "2024"),
        entry("europe", "announced", "2023"),
    )
    rankings = {"q1": _ranking("q1", "2024-Q1"), "q2": _ranking("q2", "2024-Q2")}
    return structs.replace(base, events={"listing": event}, entries=entries, rankings=rankings)


PAIRS = colours(None, palette(sample()))
"""Every colour of the sample by its name."""
ALL = {
    "line": chart("line", series=["aito.deliveries", "bmw.deliveries"], events=("listing",)),
    "bar": chart("bar", series=["aito.deliveries", "bmw.deliveries"], first="2024-Q1", last="2024-Q1"),
    "grouped": chart("grouped", series=["aito.deliveries", "bmw.deliveries"]),
    "stacked": chart("stacked", series=["aito.deliveries", "bmw.deliveries"], last="2024-Q2"),
    "multiples": chart("multiples", series=["aito.deliveries", "bmw.deliveries"]),
    "heatmap": chart("heatmap", series=["aito.deliveries", "bmw.deliveries"]),
    "bump": chart("bump", rankings=("q1", "q2")),
    "range": chart("range", figures=["aito.deliveries@2025-Q1", "bmw.deliveries@2024-Q1"]),
    "scatter": chart("scatter", x="deliveries", y="margin", entities=("aito", "bmw"), mixed="as published"),
    "timeline": chart("timeline", companies=("aito",), events=("listing",)),
    "map": chart("map", companies=("aito",)),
}


def planned(asked: Chart, of: Tracker | None = None) -> Plot:
    """The plot of a chart that has no problems."""
    of = of or sample()
    plot = plan(asked, Figures(of))
    assert isinstance(plot, Plot), plot
    return plot


def problem(asked: Chart, of: Tracker | None = None) -> Problem:
    """The first problem of a chart."""
    of = of or sample()
    found = plan(asked, Figures(of))
    assert isinstance(found, list), found
    first, *_ = found
    assert first.hint
    return first


def drawn(asked: Chart, of: Tracker | None = None, **tools: Any) -> Drawing:
    """The drawing of a chart with the theme's fonts."""
    return draw(planned(asked, of), Tools(FONTS, **tools))


def own(source: str) -> Tracker:
    """The sample with a kind `mine` of the project's own."""
    return structs.replace(sample(), kinds={"mine": File("templates/charts/mine.py", "", source.encode())})
