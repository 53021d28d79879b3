"""`/explore/`: a reader's own choice of series and periods, drawn or refused as the build would."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import combinations
from typing import NamedTuple

import pytest
from browsing import WIDER, violations, watched
from conftest import ROOT, Built, Server
from playwright.sync_api import Browser, Page, expect
from small import made

from sitegen.charts.planning import plan
from sitegen.charts.plot import Plot
from sitegen.figures import Figures
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.model.tracker import Tracker
from sitegen.pages.companies.automatic import automatic_chart
from sitegen.problems import Place

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)
READY = "#explore[data-state='live'], #explore[data-state='refused']"


class Served(NamedTuple):
    """A site of the tests: what it was made of, its files, and its address below a path."""

    tracker: Tracker
    outputs: Mapping[str, bytes]
    address: str


@pytest.fixture(scope="module", params=["coffee", "market-de"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site of several calendars, currencies and regions, served with its policy as a header."""
    result = made(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    for path, content in result.outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with Server(folder, "/repo/", {"Content-Security-Policy": POLICY}) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(result.tracker, result.outputs, server.url)
        server.shutdown()


def explored(browser: Browser, address: str, query: str = "", **context: object) -> tuple[Page, list[str]]:
    """The page in a window of its own once it shows the choice of an address, and a list of what it should not do."""
    page = browser.new_context(reduced_motion="reduce", **context).new_page()  # type: ignore[arg-type]
    faults = watched(page, address)
    page.goto(f"{address}explore/{query}")
    page.locator(READY).wait_for(timeout=20000)
    return page, faults


def turned(page: Page, query: str) -> str:
    """What the page says of another choice, which it takes from the address."""
    page.evaluate(
        "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }", query
    )
    page.locator(READY).wait_for(timeout=20000)
    return page.locator("#explore-said").inner_text()


def built(tracker: Tracker, pair: tuple[str, ...]) -> str:
    """What the build says of a chart of these series; "" if it draws it."""
    series = tuple((id.partition(".")[0], id.partition(".")[2]) for id in pair)
    found = plan(automatic_chart("x", "line", Place("x"), series=series), Figures(tracker))
    return "" if isinstance(found, Plot) else found[0].message


def test_it_refuses_what_the_build_refuses_in_its_words(served: Served, browser: Browser) -> None:
    """Each pair of series, one of each way of counting: drawn where the build draws it, else the sentence of the build.

    Units are said as readers know them.
    """
    page, faults = explored(browser, served.address)
    ways: dict[object, str] = {}
    for id, one in served.tracker.series.items():
        unit = served.tracker.metrics[one.metric].unit
        ways.setdefault((unit, one.region, one.basis, one.calendar, one.cadence), ".".join(id))
    pairs = list(combinations(ways.values(), 2))
    some = pairs[:: max(1, len(pairs) // 60)]
    wrong = []
    for pair in some:
        said, expected = turned(page, f"?series={','.join(pair)}"), built(served.tracker, pair)
        if "different units" in expected:
            expected = "The values are in different units"
        elif "nothing to draw" in expected:
            expected = "None of our documents"
        sentence = expected.replace("the series of this chart", "The series of this chart") or "The chart shows"
        if not said.startswith(sentence):
            wrong.append((pair, said, expected))
    page.context.close()
    assert wrong == []
    assert faults == []


def test_what_can_be_shown_is_offered(site: Built, browser: Browser) -> None:
    """Where series do not stand in one chart, a button shows those that do, with what they count."""
    page, faults = explored(browser, site.root, "?series=aito.deliveries,li-auto.deliveries,bmw.deliveries")
    buttons = page.locator("#explore-offers button")
    assert [button.inner_text() for button in buttons.all()] == [
        "AITO and BMW Group (deliveries, China)",
        "Li Auto (deliveries, Worldwide)",
    ]
    buttons.first.click()
    page.wait_for_selector("#explore[data-state='live']")
    assert "?series=aito.deliveries,bmw.deliveries" in page.url.replace("%2C", ",")
    assert buttons.count() == 0
    page.context.close()
    assert faults == []


LINKED = re.compile(r'href="[^"]*explore/(\?series=[^"]*)"')


def points(text: str) -> list[str]:
    """The rows of a CSV file of a chart that are values of series: no holes, and no sums that a stack ends with."""
    rows = csv.DictReader(io.StringIO(text))
    return sorted(str(row) for row in rows if row["entity"] and not row["missing"])


def unlike(page: Page, charts: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The charts that do not open with their own numbers. charts: the page and the CSV of each by its id.

    The link of each is followed on a page that is open already, and the CSV saved there is held against its own.
    """
    wrong = {}
    for id, (html, own) in charts.items():
        if (query := LINKED.search(html)) is None:
            continue
        said = turned(page, unescape(query[1]))
        with page.expect_download() as saved:
            page.locator("#explore-csv").click()
        if points(saved.value.path().read_text("utf-8-sig")) != points(own.removeprefix("\ufeff")):
            wrong[id] = said
    return wrong


def test_every_chart_opens_with_its_own_numbers(served: Served, browser: Browser) -> None:
    """The link of a chart opens its series and periods, whatever its kind: the CSV saved there has its own rows."""
    texts = {path: content.decode("utf-8") for path, content in served.outputs.items() if path.startswith("charts/")}
    charts = {
        id: (texts[f"charts/{id}/index.html"], texts[f"charts/{id}/{id}.csv"])
        for id in served.tracker.charts
        if f"charts/{id}/{id}.csv" in texts
    }
    assert [id for id, (html, _) in charts.items() if LINKED.search(html)]
    page, faults = explored(browser, served.address)
    wrong = unlike(page, charts)
    page.context.close()
    assert wrong == {}
    assert faults == []


def test_a_title_in_another_language_says_so(site: Built, browser: Browser) -> None:
    """A source whose title is in Chinese is marked as such, for fonts and for screen readers; others are not."""
    page, _ = explored(browser, site.root)
    titles = page.locator("#explore-documents a").evaluate_all("all => all.map(each => [each.textContent, each.lang])")
    page.context.close()
    assert {lang for title, lang in titles if re.search("[\u4e00-\u9fff]", title)} == {"zh-Hans"}
    assert "" in {lang for title, lang in titles if title.isascii()}


def test_every_chart_of_our_site_opens_with_its_own_numbers(site: Built, browser: Browser) -> None:
    """Lines, bars and stacks link to it; charts of changes, of one period, of ranges and with a reason do not."""
    folders = [path for path in sorted((site.folder / "charts").iterdir()) if (path / f"{path.name}.csv").exists()]
    charts = {
        folder.name: ((folder / "index.html").read_text(), (folder / f"{folder.name}.csv").read_text("utf-8-sig"))
        for folder in folders
    }
    planned = load(ROOT, KINDS).charts
    kinds = {planned[id].kind for id, (html, _) in charts.items() if LINKED.search(html)}
    assert kinds == {"line", "bar", "stacked"}
    page, faults = explored(browser, site.root)
    wrong = unlike(page, charts)
    page.context.close()
    assert wrong == {}
    assert faults == []


def test_the_address_keeps_the_choice(site: Built, browser: Browser) -> None:
    """What is chosen stands in the address; Back and Forward go through choices; the address opens the same chart."""
    page, faults = explored(browser, site.below)
    start = page.locator("#explore-title").inner_text(), page.locator("#explore-chosen").inner_text()
    page.locator("#explore-by").select_option("half")
    page.locator(READY).wait_for()
    page.locator("#explore-chosen button").first.click()
    page.locator(READY).wait_for()
    page.locator("#explore-first").select_option(index=1)
    page.locator(READY).wait_for()
    address, table = page.url, page.locator("#explore-table").inner_text()
    assert "by=half" in address
    assert "from=" in address
    for _ in range(3):
        page.go_back()
        page.locator(READY).wait_for()
    assert (page.locator("#explore-title").inner_text(), page.locator("#explore-chosen").inner_text()) == start
    for _ in range(3):
        page.go_forward()
        page.locator(READY).wait_for()
    assert page.url == address
    page.context.close()
    again, more = explored(browser, site.root, f"?{address.partition('?')[2]}")
    assert again.locator("#explore-table").inner_text() == table
    again.context.close()
    assert faults + more == []


MANY = ",".join(f"maker{n}.deliveries" for n in range(1000))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?metric=<script>alert(1)</script>", "There is no metric “<script>alert(1)</script>” here."),
        ("?series=nobody.deliveries", "Left out, because there is no such series here: nobody.deliveries."),
        ("?series=__proto__.x,constructor.y,toString", "no such series here: __proto__.x, constructor.y, toString."),
        (
            f"?series={MANY}",
            "no such series here: maker0.deliveries, maker1.deliveries, maker2.deliveries, maker3.deliveries …",
        ),
        ("?series=aito.deliveries&from=2025-12&to=2025-01", "before it begins"),
        ("?series=aito.deliveries&from=yesterday", "have no period “yesterday”, so it begins with the first"),
        ("?series=aito.deliveries&by=decade", "no values for “decade”"),
        ("?series=aito.deliveries&by=day", "no values for “daily”"),
        ("?series=%E0%A4%A&from=%00", "no such series"),
        ("?series=", "The chart shows"),
        ("?series=AITO.deliveries, bmw.deliveries&by=Quarter", "BMW Group: Deliveries, Q3 2022 to"),
        ("?series=aito.deliveries&series=bmw.deliveries", "The chart shows AITO and BMW Group: Deliveries, "),
        ("?series=aito.deliveries&by=quarter&from=2024-05&to=2024-08", "Q2 2024 to Q3 2024."),
        ("?series=aito.deliveries&from=9999&to=0001", "so it begins with the first"),
        ("?series=aito.deliveries&from=<img src=x onerror=alert(1)>&to=</script>", "period “</script>”"),
        ("#<img src=x onerror=alert(1)>", "The chart shows"),
        ("?utm_source=letter", "The chart shows"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there(site: Built, browser: Browser, query: str, sentence: str) -> None:
    """Unknown and hostile addresses give a clear sentence, and no error in the console."""
    page, faults = explored(browser, site.root, query)
    said = page.locator("#explore-said").inner_text()
    page.context.close()
    assert sentence in said
    assert faults == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_it_fits_and_axe_finds_nothing(site: Built, browser: Browser, width: int, scheme: str) -> None:
    """With a chart drawn, on a phone and on a desk: nothing is wider than the window, and no rule is broken."""
    page, faults = explored(browser, site.below, viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = violations(page)
    assert page.evaluate(WIDER) <= 0
    page.context.close()
    assert found == []
    assert faults == []


def test_keys_tell_the_numbers(site: Built, browser: Browser) -> None:
    """The arrow keys go from period to period and say what each line has there; Escape ends it."""
    page, faults = explored(browser, site.root)
    page.locator("#explore-drawing").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#explore-tip").inner_text()
    page.keyboard.press("ArrowRight")
    assert first
    assert page.locator("#explore-tip").inner_text() not in ("", first)
    page.keyboard.press("Escape")
    assert page.locator("#explore-tip").inner_text() == ""
    page.context.close()
    assert faults == []


@pytest.mark.parametrize("query", ["?series=aito.deliveries", "?series=aito.cumulative-deliveries&by=day"])
def test_a_number_opens_its_note(site: Built, browser: Browser, query: str) -> None:
    """As on any other page; the series is one press further."""
    page, faults = explored(browser, site.root, query)
    number = page.locator("#explore-table a").last
    number.click()
    note = page.locator(".note:popover-open")
    expect(note.locator(".note-value")).to_contain_text(number.inner_text())
    page.context.close()
    assert faults == []


def test_the_drawing_is_saved_with_all_that_it_says(site: Built, browser: Browser) -> None:
    """The SVG has the title, the unit, the sources and the address that shows the chart again; the PNG is a picture."""
    page, faults = explored(browser, site.root)
    page.locator("#explore-by").select_option("quarter")
    page.locator(READY).wait_for()
    with page.expect_download() as saved:
        page.locator("#explore-svg").click()
    text = saved.value.path().read_text()
    for part in ("title", "subtitle", "sources"):
        assert page.locator(f"#explore-{part}").inner_text().split(",")[0] in text
    assert "by=quarter" in text.replace("</text>", "")
    assert site.root.removeprefix("http://") in text.replace("</text>", "")
    assert "example.org" not in text
    with page.expect_download() as picture:
        page.locator("#explore-png").click()
    assert picture.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    page.context.close()
    assert faults == []


def test_without_a_script_every_series_is_a_link(served: Served, browser: Browser) -> None:
    """Without scripts the page lists every series with a link to its values, and loads none of the script's files."""
    page = browser.new_context(java_script_enabled=False).new_page()
    faults = watched(page, served.address)
    page.goto(f"{served.address}explore/")
    links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert not page.locator("#explore").is_visible()
    page.context.close()
    assert {f"../data/{'/'.join(id)}/" for id in served.tracker.series} <= {*links}
    assert faults == []


def test_no_other_page_loads_vega(served: Served) -> None:
    """The drawing library and the page's own script and style stand on that page alone."""
    pages = {path: content for path, content in served.outputs.items() if path.endswith(".html")}
    assert {path for path, content in pages.items() if b"assets/explore/" in content} == {"explore/index.html"}


def test_days_between_two_counts_are_no_holes(site: Built, browser: Browser) -> None:
    """Of counts at a day the table, the file, the choice of days and the arrow keys have the days that are counted."""
    page, faults = explored(browser, site.root, "?series=nio.cumulative-deliveries,li-auto.cumulative-deliveries")
    rows = page.locator("#explore-table tbody tr").count()
    assert page.locator("#explore-first option").count() == rows
    assert page.locator("#explore-gaps").inner_text() == ""
    with page.expect_download() as saved:
        page.locator("#explore-csv").click()
    days = [row["period"] for row in csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig")))]
    told = []
    page.locator("#explore-drawing").focus()
    for _ in range(rows):
        page.keyboard.press("ArrowRight")
        told.append(page.locator("#explore-tip").inner_text())
    page.context.close()
    assert len(days) == 2 * rows
    assert len(set(told)) == rows < 10
    assert faults == []
