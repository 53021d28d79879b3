"""What a company's page leads with, and which part of a series is drawn without anyone asking."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from browsing import file
from conftest import Built
from factory import seen, series, tracker
from markupsafe import Markup

from sitegen.build import make
from sitegen.figures import Figures
from sitegen.pages.charts.focus import focused
from sitegen.pages.companies.stretch import Stretch, stretch_in
from sitegen.pages.parts import Table
from sitegen.pages.pieces import ChartView
from sitegen.settings import Settings

COMPANY = """
name: Harbour Lines
kind: company
brands:
  ferry: {name: Ferry, about: A brand of quick boats}
"""
SERIES = """
{entity}.{metric}:
  definition: Trips as the line reports them
  region: world
  basis: {basis}
  cadence: month
  values:
"""


def stretch(*periods: str, cadence: str = "month") -> Stretch | None:
    """What is drawn of a series that has values in these periods."""
    observations = (seen(period, 100 + n) for n, period in enumerate(periods))
    of = tracker(series("a.sales", *observations, cadence=cadence))  # type: ignore[arg-type]
    return stretch_in(("a", "sales"), Figures(of))


@pytest.mark.parametrize(
    ("periods", "cadence", "first", "whole"),
    [
        (["2025-01", "2025-02", "2025-03", "2025-04"], "month", "2025-01", True),
        (["2025-01", "2025-02", "2025-05"], "month", "2025-01", True),
        (["2023-01", "2025-01", "2025-02", "2025-03"], "month", "2025-01", False),
        (["2022", "2023", "2024", "2025", "2025-11", "2025-12"], "year", "2022", True),
        (["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-01", "2025-03"], "quarter", "2024-Q1", True),
    ],
)
def test_a_chart_shows_the_long_and_dense_part(periods: list[str], cadence: str, first: str, whole: bool) -> None:
    """Three fifths of its periods have a value; a longer cadence is drawn where it reaches further."""
    found = stretch(*periods)
    assert found is not None
    assert (found.cadence, str(found.first), found.whole) == (cadence, first, whole)


@pytest.mark.parametrize("periods", [[], ["2025-01", "2025-02"], ["2023-01", "2024-01", "2025-01"], ["2025"] * 1])
def test_what_is_mostly_holes_is_not_drawn(periods: list[str]) -> None:
    """Two values, or three far apart, are a table."""
    assert stretch(*periods) is None


def test_focus_leaves_one_in_colour() -> None:
    """The others are grey in the words too, and the table is left to the chart's own page."""
    svg = '<svg class="n"><path stroke="var(--e-red,var(--c-1))"/><path stroke="var(--e-blue-line,var(--c-2))"/></svg>'
    given: dict[str, Any] = dict.fromkeys(
        ("id", "subtitle", "summary", "caption", "note", "converted", "sources", "mixed"), ""
    )
    given |= {
        "heading": 3,
        "title": "Places",
        "wide": Markup(svg),
        "narrow": Markup(svg),
        "grid": None,
        "key": (),
        "downloads": (),
    }
    chart = ChartView(**given, table=Table(caption="", columns=(), rows=(), many=False, note=""), page="x/")
    shown = focused(chart, {"red"}, "Where Red stood")
    assert "--e-red" in shown.wide
    assert "--e-blue" not in shown.wide
    assert (shown.title, shown.narrow, shown.table) == ("Where Red stood", None, None)
    assert shown.wide.startswith('<svg class="w"')


MONTHS = [f"20{year}-{month:02}" for year in (24, 25) for month in range(1, 13)]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """A company that is counted on two bases, most often on the one of which a single series is shorter."""
    return built(tmp_path_factory.mktemp("harbour"), MONTHS[12:])


def built(
    root: Path, booked: list[str], rankings: str = "", *, more: str = "", text: str = "", few: int = 99, day: str = ""
) -> Mapping[str, str]:
    """The pages of that company. booked: the periods of its own series on the basis that leads; few: of others at most.

    more: series. text: of its page. day: of the site.
    """

    def written(entity: str, metric: str, basis: str, some: list[str]) -> str:
        head = SERIES.format(entity=entity, metric=metric, basis=basis)
        lines = [f"    {period}: {{value: {number}, source: paper}}" for number, period in enumerate(some, 101)]
        return head + "\n".join(lines) + "\n"

    files = {
        "data/site.yaml": "name: Lines\ntagline: Lines at sea\nlanguage: en\nbase_url: https://example.org/\n" + day,
        "data/companies/harbour.yaml": COMPANY,
        "data/metrics.yaml": "".join(
            f"{id}: {{label: {label}, unit: trips, decimals: 0, kind: flow, better: more}}\n"
            for id, label in (("sailed", "Sailings"), ("sold", "Tickets"), ("booked", "Bookings"))
        )
        + "earned: {label: Earnings, unit: crowns, decimals: 0, kind: flow, better: more}\n",
        "data/units.yaml": "trips: {one: trip, other: trips}\ncrowns: {one: crown, other: crowns}\n",
        "data/sources/all.yaml": (
            "paper: {publisher: Gazette, title: Log, url: 'https://example.org/log', published: 2026-01, kind: press}\n"
        ),
        "data/series/harbour.yaml": written("harbour", "sailed", "port log", MONTHS[4:][:few])
        + written("ferry", "sold", "ticket", MONTHS[12:][:few])
        + written("harbour", "booked", "ticket", booked)
        + more,
    }
    if rankings:
        files["data/rankings.yaml"] = rankings
    if text:
        files["content/companies/harbour.md"] = f"---\nsummary: Boats.\n---\n\n{text}\n"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    outputs = make(Settings(project=Path(root), cache=False, lenient=True), lambda step: None).outputs
    return {name: data.decode() for name, data in outputs.items() if name.endswith(".html")}


def words(html: str) -> str:
    """A piece of a page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_longest_chart_leads(harbour: Mapping[str, str]) -> None:
    """The series that is drawn furthest leads, and one number of it alone is the latest."""
    page = harbour["companies/harbour/index.html"]
    lead = page.partition('<section class="lead"')[2].partition("</section>")[0]
    said = words(lead.partition('<p class="finding">')[2].partition("</p>")[0])
    assert said.startswith("Harbour Lines Sailings came to 1,374 1 trips in 2025 ."), said
    assert "Harbour Lines Sailings by month" in words(lead)
    assert lead.count('class="chart-img"') == 1
    assert page.count('class="chart-img"') == 1
    rest = words(page.partition('<ul class="keys">')[2])
    assert "Bookings" in rest
    assert "Ferry: Tickets" in rest
    assert "Sailings: 120" in words(harbour["companies/index.html"])


def test_money_that_reaches_further_does_not_lead(tmp_path: Path) -> None:
    """What a company's numbers count most often leads, not what is longer in another unit."""
    earned = SERIES.format(entity="harbour", metric="earned", basis="accounts")
    years = "".join(f"    {year}: {{value: {year}, source: paper}}\n" for year in range(2010, 2026))
    page = built(tmp_path, MONTHS, more=earned + years)["companies/harbour/index.html"]
    assert "Harbour Lines Bookings came to" in words(page.partition('<p class="finding">')[2].partition("</p>")[0])


@pytest.mark.parametrize("few", [2, 99])
def test_a_number_leads_with_a_chart_and_without(tmp_path: Path, few: int) -> None:
    """Who opens the page finds its number before its text, also where the values are too few to draw."""
    page = built(tmp_path, MONTHS[12:][:few], text="It sails.", few=few)["companies/harbour/index.html"]
    assert ('class="chart-img"' in page) == (few > 2)
    assert page.index('<p class="finding">') < page.index("<p>It sails.</p>")


def test_the_counts_are_of_each_metric_once_before_a_second_time(tmp_path: Path) -> None:
    """A count that a brand has too gives way to another; that of a part of a year says that the whole is missing, with
    the longest part that is known."""
    values = "".join(f"    {month}: {{value: 9, source: paper}}\n" for month in MONTHS[8:16])
    sailed, booked = (SERIES.format(entity="ferry", metric=metric, basis="wire") for metric in ("sailed", "booked"))
    parts = "    2025-Q1: {value: 27, source: paper}\n"
    more = f"{sailed}{values}{booked}{parts}{values}"
    page = built(tmp_path, MONTHS, more=more, day="as_of: 2026-02-01\n")["companies/harbour/index.html"]
    keys = [words(each) for each in page.partition('<ul class="keys">')[2].partition("</ul>")[0].split("<li>")[1:]]
    assert [re.match(r"(.*?) [\d,]+ 1 ", each)[1] for each in keys] == [  # type: ignore[index]
        "Sailings",
        "Ferry: Tickets",
        "Ferry: Bookings",
        "Ferry: Sailings",
    ]
    assert ["2025 as a whole: not found in our documents" in each for each in keys] == [False, False, True, True]
    assert ["not found in our documents; Q1 2025 : 27" in each for each in keys] == [False, False, True, False]


def test_the_sentence_and_the_chart_are_of_one_period(tmp_path: Path) -> None:
    """Years are drawn, so a year leads; the month after it stands below as the latest."""
    years = [str(year) for year in range(2018, 2025)]
    pages = built(tmp_path, [*years, *MONTHS[11:22], "2026-02"])
    page, listed = pages["companies/harbour/index.html"], pages["data/harbour/booked/index.html"]
    assert re.findall(r'<h3 id="(\w+)"', listed)[:2] == ["year", "month"]  # first what the chart draws
    lead = page.partition('<section class="lead"')[2].partition("</section>")[0]
    drawn = words(lead.partition('class="chart-title"')[2].partition("</h")[0])
    said = words(lead.partition('class="finding">')[2].partition("</p>")[0])
    assert (
        "by year" in drawn,
        bool(re.fullmatch(r"Harbour Lines Bookings came to 107 1 trips in 2024 , up 0\.9% on a year earlier\.", said)),
    ) == (True, True), (drawn, said)
    assert re.search(r"The latest: 119 1 trips in February 2026", words(lead)), words(lead)


def test_list_head_and_lead_agree_on_what_is_newest(tmp_path: Path) -> None:
    """A year after the last month is the newest number of the list, of the line of freshness and of the sentence."""
    pages = built(tmp_path, [*(f"2023-{month:02}" for month in range(1, 13)), "2024-01", "2025"], few=9)
    page = pages["companies/harbour/index.html"]
    lead = words(page.partition('<section class="lead"')[2].partition("</section>")[0])
    fresh = words(re.findall('<p class="fresh[^>]*>.*?</p>', page)[0])
    assert "The latest: 114 1 trips in 2025" in lead, lead
    assert fresh.startswith("Bookings to December 2025 , next expected"), fresh
    assert "Bookings: 114 trips, 2025" in words(pages["companies/index.html"]), words(pages["companies/index.html"])


def test_the_list_has_the_number_that_reaches_furthest(tmp_path: Path) -> None:
    """A year that ended after the last month that is known is the newest number, not that month."""
    years = [str(year) for year in range(2018, 2026)]
    listed = words(built(tmp_path, [*years, *MONTHS[:12]])["companies/index.html"])
    assert "Bookings: 108 trips, 2025" in listed, listed


RANKING = """
lines-{id}:
  title: Lines at sea
  period: {period}
  by: value
  members: [ferry.sold, harbour.booked]
"""


@pytest.mark.parametrize(
    ("period", "finding", "below"),
    [
        ("2025-11", "It was number 1 of the 2 in “ Lines at sea ”.", ""),
        ("2025-09/2025-11", "", "It was number 1 of the 2 in “ Lines at sea ”."),
    ],
)
def test_a_place_of_another_period_has_a_sentence_of_its_own(
    tmp_path: Path, period: str, finding: str, below: str
) -> None:
    """The count of a month and the place in a year are not joined; a place of the same month is."""
    page = built(tmp_path, MONTHS[:-1], RANKING.format(id="ours", period=period))["companies/harbour/index.html"]
    lead = page.partition('<section class="lead"')[2].partition('class="chart"')[0]
    said = words(lead.partition('class="finding">')[2].partition("</p>")[0])
    assert ("number" in said, finding in said, below in words(lead)) == (bool(finding), True, True), words(lead)


def test_long_parts_are_folded_and_stay_in_the_page() -> None:
    """The macro asks for six rows or more, and hides none of them itself: a style sheet does, on screens alone."""
    templates = Path(__file__).parent.parent / "templates"
    rule = next(line for line in (templates / "assets" / "tables.css").read_text().splitlines() if ".folds:has" in line)
    assert rule.startswith("@media screen {")
    page = (templates / "company.html").read_text()
    assert page.count("parts.more(") == len(re.findall('class="folds(?! text)', page)) >= 3


def test_a_brand_says_of_whom_it_is_and_where_it_stands(harbour: Mapping[str, str]) -> None:
    """Where its link lands, before any table, stands what the brand is and its own number."""
    section = harbour["companies/harbour/index.html"].partition('id="ferry"')[2].partition("<table")[0]
    assert words(section).startswith("> Ferry brand A brand of quick boats")
    assert "Ferry Tickets came to 112 trips in December 2025" in words(section)


def test_the_data_page_begins_with_what_is_there(harbour: Mapping[str, str]) -> None:
    """How much there is and how far it reaches; no column of what is missing."""
    page = words(harbour["data/index.html"].partition("<main")[2])
    assert "3 series, 44 values and 1 source, up to December 2025" in page
    assert "overdue" not in page


def test_the_finding_stands_before_the_brands(harbour: Mapping[str, str]) -> None:
    """A page leads with one sentence and its chart; who the brands are comes behind it."""
    page = harbour["companies/harbour/index.html"]
    sentence, chart, brand = (page.index(mark) for mark in ('class="finding"', "<figure", 'class="introduced"'))
    assert sentence < chart < brand
    assert page.count('id="ferry"') == 1


def test_a_series_without_a_value_takes_no_row_of_the_data_page(tmp_path: Path) -> None:
    """Of those of a metric it is named behind them, with the way to its page; a metric of one is listed as it is."""
    empty = "{definition: Tickets, region: world, cadence: month}"
    page = built(tmp_path, MONTHS[12:], more=f"ferry.booked: {empty}\nferry.sailed: {empty}\n")["data/index.html"]
    assert (words(page).count("Also: Ferry"), words(page).count("Sailings, also of: Ferry")) == (1, 1)
    assert "not found" not in words(page)


def test_other_counts_are_of_one_year(site: Built) -> None:
    """A count with a value of the last year that is over shows that, and the newest value below it."""
    page = file(site, "companies/seres/").read_text("utf-8")
    [count] = re.findall(r'<li><p class="what"><a href="[^"]*/nev-sales/">.*?</li>', page, re.S)
    words = " ".join(re.sub("<[^>]+>", " ", count).split())
    assert "472,269" in words
    assert "vehicles, 2025 : +10.6%" in words
    assert re.search(r"The latest: 33,132 .* in April 2026", words)
