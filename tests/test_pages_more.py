"""What pages make of the data by themselves: key figures, places, health, lists with ways into them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from browsing import file
from conftest import Built
from factory import seen, series, tracker
from small import SITES, made_pages

from sitegen.build import make
from sitegen.charts.look.vision import apart
from sitegen.figures import Figures
from sitegen.model import Address, Period, Tracker
from sitegen.pages.charts.trend import trend
from sitegen.settings import Settings
from sitegen.theme import Theme
from sitegen.tokens import COLOURS, PALETTE, SIZES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The pages of the small site, by path."""
    return made_pages("pages")


def words(html: str) -> str:
    """What a piece of a page says, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def cut(page: str, start: str, end: str) -> str:
    """The piece of a page from a mark to the next other one."""
    return page[page.index(start) :].partition(end)[0]


def test_home_counts_the_data(pages: Mapping[str, str]) -> None:
    """How many values, series and sources there are, and on how many sources differ."""
    tallies = words(cut(pages["index.html"], '<dl class="tallies">', "</dl>"))
    assert "values in all 13" in tallies
    assert "series 6" in tallies
    assert "sources 4" in tallies
    assert re.search(r"values on which sources differ \d", tallies)


def test_home_says_how_far_the_data_reach_beside_its_name(pages: Mapping[str, str]) -> None:
    """The last period stands in the masthead of the home page."""
    masthead = words(cut(pages["index.html"], '<div class="named">', "</div>"))
    assert " Newest data Dec 2025" in masthead


def test_home_opens_the_note_of_its_first_number(pages: Mapping[str, str]) -> None:
    """How to read the site is shown by a number of the page: its definition, its source and its address."""
    home = pages["index.html"]
    example = words(cut(home, '<div class="example"', "</section>"))
    first = words(cut(home, '<a class="figure"', "<sup"))
    assert first in example
    for part in ("Definition", "Source", "read it", "Address", "@2025-Q1"):
        assert part in example.replace("&nbsp;", " ")


def test_home_says_first_who_they_are_that_its_text_names(tmp_path: Path) -> None:
    """In the order in which its front matter has them, also a brand without a page of its own; then the others."""
    project = Path(shutil.copytree(SITES / "pages", tmp_path / "project"))
    home = project / "content" / "index.md"
    home.write_text(home.read_text().replace("summary:", "entities: [fast-red]\nsummary:", 1))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    said = words(cut(outputs["index.html"].decode(), '<dl class="who', "</dl>"))
    assert said.index("The quick boats") < said.index("Carries")


def test_what_stands_before_the_first_heading_stands_below_the_finding(pages: Mapping[str, str]) -> None:
    """The text of the home page up to its first heading is beside the chart, the rest below; none stands twice."""
    page = pages["index.html"]
    header = cut(page, "<header>\n<h1>", "</header>")
    assert "See the <a" in cut(header, '<div class="besides">', "</div>")
    assert page.count("See the <a") == 1
    assert "Who makes what" not in header
    assert page.count("Who makes what") == 1


def test_home_says_whose_its_numbers_are(pages: Mapping[str, str]) -> None:
    """Below the finding each source of its figures stands with its kind, and the way to how the page is cited."""
    said = cut(pages["index.html"], '<p class="rests">', "</p>")
    expected = "Sources: Red Line (filing) and Harbour Gazette (press) · Cite this page"
    assert words(said) == expected
    assert said.count('<a href="sources/') == 2


def test_home_says_who_is_who(pages: Mapping[str, str]) -> None:
    """Each company that says what it is has one line, and all lines together no more than 200 words."""
    home = words(cut(pages["index.html"], '<section class="who"', "</section>"))
    assert "Red Line" in home
    assert "The Sound" not in home
    assert len(home.split()) < 220


def test_a_company_leads_with_where_it_stands(pages: Mapping[str, str]) -> None:
    """One sentence with the latest value and its note comes before all else, and its number is not told twice."""
    page = pages["companies/red/index.html"]
    said = cut(page, '<p class="finding">', "</p>")
    assert words(said).startswith("Red Line trips came to about 130 2 trips in March 2025")
    assert "data-note" in said
    assert page.index('class="finding"') < page.index('id="on-places"') < page.index('id="on-series"')
    assert "about 130" not in words(page.partition('<ul class="keys">')[2].partition("</ul>")[0])
    assert 'class="finding"' not in pages["companies/green/index.html"]


def test_a_company_knows_its_places(pages: Mapping[str, str]) -> None:
    """Each ranking with the period, the place and among how many; a published one names the list, not its length."""
    places = words(cut(pages["companies/red/index.html"], 'id="on-places"', "</table>"))
    assert "2025 Red Line 1 in the list of Harbour Gazette 1,250" in places
    assert "Q1 2025 Red Line 2 of 2 " in places


def test_long_pages_are_folded_by_group(pages: Mapping[str, str]) -> None:
    """Metrics and kinds of sources: the first is open, and each says how many it has."""
    for name in ("data/index.html", "sources/index.html"):
        folds = pages[name].split('<details class="folded"')[1:]
        assert [fold.startswith(" open") for fold in folds] == [True] + [False] * (len(folds) - 1), name
        assert [
            fold for fold in folds if not re.search(r'<span class="quiet">.*\d.*</span></h2></summary>', fold)
        ] == []
        assert [fold for fold in folds if not re.search(r'</summary>\s*<div id="[a-z0-9-]+">', fold)] == []


def test_markets_by_companies_lead_to_their_rows(pages: Mapping[str, str]) -> None:
    """A cell says how far a company has come, and leads to the row of that market; who is nowhere has an empty cell."""
    table = cut(pages["expansion/index.html"], '<table class="cross stack fits">', "</table>")
    assert words(cut(table, "<thead>", "</thead>")) == "Market Blue Line Red Line"
    sweden = cut(table, '<th scope="row">Sweden</th>', "</tr>")
    assert words(sweden) == "Sweden entered (reported 2025)"
    assert "<td></td>" in sweden
    links = re.findall(r'href="([a-z]+)/#([^"]+)"', table)
    assert len(links) == table.count("data-label=")
    assert all(f'id="{row}"' in pages[f"expansion/{company}/index.html"] for company, row in links)


def test_companies_with_one_market_stand_below_a_wide_table(tmp_path: Path) -> None:
    """Of more than six companies those with a single market are a sentence with the way there, and no column."""
    root = tmp_path / "site"
    shutil.copytree(SITES / "pages", root)
    source = re.findall(r"source: ([a-z0-9-]+)", (root / "data/expansion/red.yaml").read_text("utf-8"))[0]
    for n in range(6):
        (root / f"data/companies/green-{n}.yaml").write_text(f"name: Green {n}\n", encoding="utf-8")
        steps = "".join(
            f"- {{where: {where}, stage: planned, said: 2025-03, source: {source}}}\n"
            for where in ("es", "pt")[: n + 1]
        )
        (root / f"data/expansion/green-{n}.yaml").write_text(steps, encoding="utf-8")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda step: None).outputs
    page = outputs["expansion/index.html"].decode()
    heads = words(cut(cut(page, '<table class="cross', "</table>"), "<thead>", "</thead>"))
    assert "Green 1" in heads
    assert "Green 0" not in heads
    below = cut(page, "Also reported", "</p>")
    assert "Green 0 ( Spain: planned )" in words(below)
    assert 'href="green-0/#market-es"' in below


def test_a_brand_with_words_of_its_own_stands_behind_the_lead(pages: Mapping[str, str]) -> None:
    """Links to it lead there, and from there one goes on to its series; a model without words has its section only."""
    page = pages["companies/red/index.html"]
    start, _, behind = page.partition('<dl class="introduced">')
    head, _, rest = behind.partition("</dl>")
    assert "<h1>" in start
    assert words(cut(head, '<div id="fast-red">', "</dd>")) == "Fast Red 快红 brand The quick boats"
    assert 'href="#series-fast-red"' in head
    assert 'id="series-fast-red"' in rest
    assert 'id="fast-red-1"' in rest
    assert page.count("The quick boats") == 1
    assert 'href="red/#fast-red"' in pages["companies/index.html"] or "red/#fast-red" in "".join(pages.values())


def test_a_text_introduces_a_brand_under_its_id(tmp_path: Path) -> None:
    """Where a heading has the id of a brand, links to it lead there, and its own words stand nowhere else."""
    root = Path(shutil.copytree(SITES / "pages", tmp_path / "site"))
    with (root / "content/companies/red.md").open("a") as file:
        file.write("\n## What Fast Red is {: #fast-red }\n\nBoats.\n")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda step: None).outputs
    page = outputs["companies/red/index.html"].decode()
    assert '<h2 id="fast-red">What Fast Red is</h2>' in page
    assert page.count('id="fast-red"') == 1
    assert 'id="series-fast-red"' in page
    assert "The quick boats" not in page
    assert ',"red/#fast-red"' in outputs["search/index.json"].decode()


@pytest.mark.parametrize(
    ("as_of", "step", "when"),
    [
        ("2026-01-31", "stage: planned, target: 2025-12", "for Dec 2025 ; that date has passed, and no later report"),
        ("2025-12-31", "stage: planned, target: 2025-12", "for Dec 2025 "),
        ("2026-01-31", "stage: announced, target: 2026", "for 2026 "),
        ("2026-01-31", "stage: entered, target: 2025-12", "since Dec 2025 "),
    ],
)
def test_a_plan_whose_date_has_passed_says_so(tmp_path: Path, as_of: str, step: str, when: str) -> None:
    """The latest report on a market is no plan for a day that is over; what was entered stays entered."""
    root = tmp_path / "site"
    shutil.copytree(SITES / "pages", root)
    plan, site = root / "data/expansion/blue.yaml", root / "data/site.yaml"
    source = re.findall(r"source: ([a-z0-9-]+)", plan.read_text("utf-8"))[0]
    plan.write_text(f"- {{where: PT, said: 2025-03, {step}, source: {source}}}\n", encoding="utf-8")
    site.write_text(site.read_text("utf-8").replace("as_of: 2026-01-31", f"as_of: {as_of}"), encoding="utf-8")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda at: None).outputs
    rows = (outputs[f"{page}/blue/index.html"].decode() for page in ("companies", "expansion"))
    portugal = [words(cut(row, ">Portugal</th>", "</tr>")) for row in rows]
    assert all(when in f"{row} " for row in portugal), portugal


def test_a_short_ranking_stands_in_the_list(pages: Mapping[str, str]) -> None:
    """Fewer than four lines are a list among all rankings: places, values, changes, shares, who has none, the text."""
    short = cut(pages["rankings/index.html"], 'id="ranking-first-quarter"', "</ul>")
    assert "Without a number: Green Motors" in words(short)
    lines = words(cut(short, '<ul class="places">', "</ul>"))
    assert lines.startswith("1 Blue Line 450 1 trips −10.0% on a year earlier Share 45.0% 2 Red Line")
    assert 'href="first-quarter/first-quarter.csv"' in pages["rankings/index.html"]


def test_the_address_of_a_short_ranking_leads_to_its_place(pages: Mapping[str, str]) -> None:
    """Its old page leads on without JavaScript, and texts, company pages and the sitemap do not lead there any more."""
    old = pages["rankings/first-quarter/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../#ranking-first-quarter">' in old
    assert re.search(r'<link rel="canonical" href="https://[^"]*/rankings/">', old)
    assert "noindex" in old
    leading = re.compile(r'href="[^"]*rankings/(first-quarter|published)/"')
    assert [name for name, page in pages.items() if leading.search(page)] == []
    assert "rankings/#ranking-first-quarter" in pages["companies/red/index.html"]


def test_titles_of_sources_carry_their_language(pages: Mapping[str, str]) -> None:
    """A title in another language is marked with it, wherever sources are listed."""
    listed = cut(pages["sources/index.html"], 'class="publishers"', "</main>")
    assert any(re.findall(r'<a href="[^"]*"( lang="[a-z]+")?>', listed))


def of(*values: tuple[str, int]) -> Tracker:
    """A tracker with one series by quarter."""
    return tracker(series("a.sales", *(seen(period, value) for period, value in values), cadence="quarter"))


@pytest.mark.parametrize(
    ("known", "drawn"),
    [
        (["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"], True),
        (["2024-Q2", "2024-Q3", "2024-Q4"], False),
        (["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q2", "2024-Q4"], False),
    ],
)
def test_a_trend_needs_a_run(known: list[str], drawn: bool) -> None:
    """Four values that follow one another up to the last are a trend, scattered ones are not."""
    figures = Figures(of(*((period, n) for n, period in enumerate(known, 1))))
    address = Address("a", "sales", Period.parse("2024-Q4"))
    found = trend(figures, ("a", "sales"), address)
    assert bool(found.path) is drawn
    assert found.first == (Period.parse(known[0]) if drawn else None)


def test_eyes_without_a_kind_of_cones() -> None:
    """Red and green of one lightness are far apart for most, and near for some; black and white for nobody."""
    assert apart("#c43b3b", "#6f7a18") < 12
    assert apart("#000000", "#ffffff") == pytest.approx(100, abs=0.5)
    assert apart("#123456", "#123456") == 0
    assert all(apart(one[n], other[n]) > 6 for n in (0, 1) for one in PALETTE for other in PALETTE if one != other)


def test_the_docs_name_real_variables_and_files() -> None:
    """docs/theming.md names only tokens that there are, every stylesheet, and all in their order."""
    text = (ROOT / "docs" / "theming.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`--([a-z0-9-]+)`", text))
    assert named <= {*COLOURS, *SIZES}
    order = [name for name in re.findall(r"`([a-z]+\.css)`", text) if name in Theme.of(ROOT).styles]
    assert list(dict.fromkeys(order)) == list(Theme.of(ROOT).styles)


def test_a_market_has_a_page_like_a_company(pages: Mapping[str, str]) -> None:
    """Its series and the rankings that give shares of it stand there; lists and pages link to it."""
    page = pages["companies/sound/index.html"]
    assert words(cut(page, '<p class="kicker">', "</p>")) == "Market"
    assert "Lines, about 340 trips and more" in words(cut(page, "Rankings with shares", "</ul>"))
    assert 'href="../../data/sound/trips/"' in page
    assert '<a href="sound/">The Sound</a>' in cut(pages["companies/index.html"], "<h2>Markets</h2>", "</ul>")
    assert 'href="../../../companies/sound/"' in pages["data/sound/trips/index.html"]


def test_no_capital_stands_in_the_middle_of_a_phrase(site: Built) -> None:
    """What is counted of the whole world says so in small letters; why something unusual stays follows a colon."""
    pages = {page: file(site, page).read_text(encoding="utf-8") for page in site.pages}
    assert any('definition">deliveries, worldwide' in text for text in pages.values())
    assert [page for page, text in pages.items() if re.search(r'definition">[^<]*, Worldwide\b', text)] == []
    assert any("another change than these two values give: its" in text for text in pages.values())
