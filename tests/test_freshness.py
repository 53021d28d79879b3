"""How far the data reach, and when more are expected: on pages, at the command line, at the reader's day."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from browsing import file, first
from click.testing import CliRunner
from conftest import ROOT, Built
from factory import seen, series, source, tracker
from msgspec import structs
from msgspec.structs import replace
from playwright.sync_api import Browser

from sitegen.build import make
from sitegen.cli import main
from sitegen.figures import Figures, Freshness, freshness, outlook, reach, reached_by
from sitegen.model.basics.period import Period
from sitegen.model.series import Status
from sitegen.settings import Settings


@pytest.mark.parametrize(
    ("period", "published", "status", "found"),
    [
        ("2025-Q2", None, "reported", "2025-06"),
        ("2025-06-10", None, "reported", "2025-06-10"),
        ("2025", "2025-03-01", "reported", None),
        ("2025-Q2", "2025-07", "reported", "2025-06"),
        ("2025-Q2", None, "target", None),
    ],
)
def test_how_far_the_data_reach(period: str, published: str | None, status: Status, found: str | None) -> None:
    """To the day or month in which the latest observed period ends; what was said before that end does not count."""
    said = replace(source("press-1"), published=None if published is None else Period.parse(published))
    of = structs.replace(tracker(series("a.sales", seen(period, 1, status=status))), sources={"press-1": said})
    ends = [reached_by(Figures(of), id, None) for id in of.series]
    assert reach(ends) == (None if found is None else Period.parse(found))


def test_a_finished_series_expects_nothing() -> None:
    """Whoever says why no more values come is never late, on no day."""
    one = replace(series("a.sales", seen("2025-05", 1)), finished="nobody counts any more")
    assert freshness(Figures(tracker(one)), one, date(2030, 1, 1)) == Freshness(Period.parse("2025-05"), None)


@pytest.mark.parametrize(
    ("periods", "latest", "due"),
    [
        ("2024-11", "2024-11", "2025-01-30"),
        ("2024-11 2025", "2025", "2026-03-02"),
        ("2025-12 2025-Q4 2025", "2025-12", "2026-03-02"),
        ("2024-11 2025-Q4 2025", "2025", "2026-03-02"),
        ("2026-01 2026-02-01/2026-02-10", "2026-02/2026-02-10", "2026-03-30"),
        ("2025", "2025", None),
    ],
)
def test_a_period_of_any_length_is_the_newest(periods: str, latest: str, due: str | None) -> None:
    """A series by month reaches as far as its year; what is expected is the month after, or the one that is begun."""
    one = series("a.sales", *(seen(period, 1) for period in periods.split()), lag=30)
    found = freshness(Figures(tracker(one)), one, None)
    assert (str(found.latest), found.due) == (latest, None if due is None else date.fromisoformat(due))


@pytest.mark.parametrize(
    ("several", "reached", "found"),
    [
        ("", "2026-03", None),
        ("2026-02 2026-04-14, 2026-03 2026-05-15", "2026-03", "2026-03 2026-05-15"),
        ("2025-Q4 2026-05-15, 2026-03 2026-05-20, 2026-Q1 2026-08-14", "2026-03", "2026-03 2026-05-20"),
        ("2026-03-20 -, 2025 2026-02-14", "2026-03-20", "2026-03-20 -"),
        ("2026-02 2026-04-14, 2026 2028-02-14", "2026-02", "2026-02 2026-04-14"),
        ("2026-03 -", None, "2026-03 -"),
    ],
)
def test_several_series_reach_as_far_as_the_furthest(several: str, reached: str | None, found: str | None) -> None:
    """The next value is that of a series that reaches furthest, the earliest of them; what was due before does not."""

    def read(text: str) -> tuple[Period, date | None]:
        period, due = text.split()
        return Period.parse(period), None if due == "-" else date.fromisoformat(due)

    given = [Freshness(*read(text)) for text in filter(None, several.split(", "))]
    to = None if reached is None else Period.parse(reached)
    assert outlook(given, to) == (None if found is None else read(found))


STARTER = ROOT / "sitegen" / "scaffold" / "starter"


def built(project: Path, **options: date) -> Mapping[str, bytes]:
    """A site, in memory."""
    return make(Settings(project=project, lenient=True, cache=False, **options), lambda step: None).outputs  # type: ignore[arg-type]


def line(page: bytes) -> str:
    """The line about freshness of a page, without its tags."""
    found = re.search('<p class="fresh[^>]*>(.*?)</p>', page.decode())
    assert found
    return re.sub("<[^>]*>", "", found[1])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter: a monthly series of each of two companies."""
    return Path(shutil.copytree(STARTER, tmp_path / "project"))


def test_pages_say_what_comes_next(project: Path) -> None:
    """Home names the series of its chart; company and series say when more are expected, a finished series why not."""
    said = line(built(project)["index.html"])
    assert re.fullmatch(
        r"Newest data \w+ 20\d\d; Northfield Bakery to \w+ 20\d\d and Harbour Bread to \w+ 20\d\d", said
    )
    for page in ("companies/harbour/index.html", "data/harbour/loaves/index.html"):
        assert re.fullmatch(r"(Data|Loaves.*) to .*, next expected \d+ \w+ 20\d\d", line(built(project)[page])), page
    path = project / "data" / "series" / "harbour.yaml"
    path.write_text(path.read_text().replace("  cadence:", "  finished: the mill burnt down\n  cadence:"))
    outputs = built(project)
    assert line(outputs["data/harbour/loaves/index.html"]).endswith(", and no more are expected: the mill burnt down")
    assert "next expected" not in line(outputs["companies/harbour/index.html"])
    assert b'"finished": "the mill burnt down"' in outputs["data/harbour/loaves/harbour.loaves.json"]


def test_the_data_page_says_how_fresh_each_company_is(project: Path) -> None:
    """How far the data of each reach, with the way to all its series, and which of these are overdue or come next."""
    page = built(project, as_of=date(2026, 5, 20))["data/index.html"].decode()
    assert ">2</data> series are late" in page
    assert fresh(page) == [
        ("Harbour Bread", "Dec 2025", "Loaves sold Q4 2025"),
        ("Northfield Bakery", "Dec 2025", "Loaves sold Q4 2025"),
    ]
    early = built(project)["data/index.html"].decode()  # no page knows a clock of its own
    assert [row[2:] for row in fresh(early)] == [("Loaves sold 15 May 2026",)] * 2


def fresh(page: str) -> list[tuple[str, ...]]:
    """The rows of the table of how fresh the data are, as text."""
    table = page.partition('id="expected"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        tuple(" ".join(unescape(re.sub("<[^>]*>", "", cell)).split()) for cell in re.findall("<t[hd].*?</t[hd]>", row))
        for row in table.split("</tr>")[:-1]
    ]


def posted(project: Path, kind: str) -> None:
    """A second series of a company, by month, with a later value than its first one."""
    sources = "late: {publisher: Late, url: 'https://example.org/late', published: 2026-03-02, kind: press}\n"
    (project / "data" / "sources" / "late.yaml").write_text(sources)
    metrics = project / "data" / "metrics.yaml"
    post = f"post: {{label: Post, unit: loaves, decimals: 0, kind: {kind}, better: less}}\n"
    metrics.write_text(f"{metrics.read_text()}{post}")
    path = project / "data" / "series" / "harbour.yaml"
    value = "{2026-01: {value: 3, source: late}}"
    series = f"harbour.post: {{definition: Post, region: no, basis: sold, cadence: month, values: {value}}}\n"
    path.write_text(f"{path.read_text()}{series}")


def test_what_waits_longest_stands_first(project: Path) -> None:
    """Of the series of a company that are overdue the oldest stands first, each with the period of its last value."""
    posted(project, "flow")
    page = built(project, as_of=date(2026, 5, 20))["data/index.html"].decode()
    assert ">3</data> series are late" in page
    head = re.sub("<[^>]*>", "", page.partition('id="expected"')[2].partition("<table")[0])
    assert "The newest value is for January 2026, and the newest document is of 2 March 2026." in head
    assert [row[2] for row in fresh(page)] == ["Post Jan 2026, Loaves sold Q4 2025", "Loaves sold Q4 2025"]


def test_what_has_missed_several_values_is_not_overdue(project: Path) -> None:
    """A series is overdue by one value or two; of one that has missed more the pages say how long none was found."""
    outputs = built(project, as_of=date(2039, 1, 1))
    page = outputs["data/index.html"].decode()
    assert "overdue" not in page
    assert page.index("have had no new number for three periods or more") < page.index(
        'class="numbers stack freshness"'
    )
    listed = page.partition('id="lapsed"')[2].partition("</p>")[0].replace("\xa0", " ")
    assert len(re.findall(r'<a href="[^"]*">[^<]+</a> [^<,.]*20\d\d[,.]', listed)) > 1
    assert line(outputs["data/harbour/loaves/index.html"]).endswith("2025; nothing newer found")


@pytest.mark.parametrize(("kind", "reach"), [("price", "Dec 2025"), ("flow", "Jan 2026")])
def test_a_price_is_no_count(project: Path, kind: str, reach: str) -> None:
    """A company reaches as far as its counts, whatever price of it is later."""
    posted(project, kind)
    page = built(project)["data/index.html"].decode()
    assert [row[1] for row in fresh(page) if row[0] == "Harbour Bread"] == [reach]


def test_what_is_overdue_on_the_day_of_the_site_is_so_for_everybody(project: Path) -> None:
    """With `--as-of` the page says it itself; without, the words wait in the page for the reader's day."""
    page = "companies/harbour/index.html"
    late, open = (built(project, **day)[page].decode() for day in ({"as_of": date(2026, 5, 20)}, {}))
    assert re.search(": overdue</p>", late)
    assert "data-late" not in re.findall('<p class="fresh.*', late)[0]
    assert not re.search(": overdue</p>", open)
    assert re.search('data-late="[^"]*: overdue"', open)


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ("", 0, ""),
        ("--stale off --as-of 2039-01-01", 0, ""),
        ("--stale error --as-of 2000-01-01 --lenient", 0, ""),
        ("--stale error --as-of 2039-01-01 --lenient", 1, "error[overdue]"),
        ("--stale warn --as-of 2039-01-01", 1, "warning[late]"),
        ("--stale warn --as-of 2039-01-01 --lenient", 0, "warning[late]"),
    ],
)
def test_a_check_by_schedule_names_what_is_overdue(project: Path, options: str, code: int, said: str) -> None:
    """`--stale` reports series whose value is late on a day; nothing else reads the clock."""
    result = CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project), *options.split()])
    assert result.exit_code == code, result.stderr
    assert ("[overdue]" in result.stderr or "[late]" in result.stderr) == bool(said)
    assert said in result.stderr


def test_a_check_by_schedule_reads_the_clock(tmp_path: Path) -> None:
    """Without `--as-of` a series is held against today."""
    project = shutil.copytree(ROOT / "tests" / "broken" / "overdue", tmp_path / "project")
    result = CliRunner().invoke(main, ["check", "--no-cache", "--project", str(project), "--stale", "error"])
    assert "acme.deliveries@2025-Q3 was expected by 2025-11-14" in result.stderr


@pytest.mark.parametrize(("day", "late"), [("2000-01-01", False), ("2090-01-01", True)])
def test_a_reader_after_the_day_reads_overdue(site: Built, browser: Browser, day: str, late: bool) -> None:
    """The browser holds the expected day against the reader's; the day itself is not yet late."""
    page = browser.new_context().new_page()
    name = next(n for n in site.pages if b"data-due" in file(site, n).read_bytes())
    page.clock.set_fixed_time(day + "T12:00:00")
    page.goto(site.root + name)
    due = page.locator("[data-due]").first
    assert (due.text_content() or "").endswith("overdue") == late
    assert ("late" in (due.get_attribute("class") or "")) == late
    page.context.close()


def test_without_scripts_the_expected_day_stands_there(site: Built, browser: Browser) -> None:
    """Nothing is lost where no script runs."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site.root + first(site, "data/"))
    assert "Data to" in (page.locator(".fresh").first.text_content() or "")
    page.context.close()
