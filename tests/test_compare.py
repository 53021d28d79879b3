"""Pages that compare two entities: what both have stands side by side, and what only one has does not."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from conftest import Built

from sitegen.build import make
from sitegen.settings import Settings

pytestmark = pytest.mark.slow  # they build whole sites

SITE = Path(__file__).parent / "sites" / "pages"
SERIES = "data/series/red.yaml"


def built(
    folder: Path,
    changes: Mapping[str, tuple[str, str]],
    more: Mapping[str, str] = MappingProxyType({}),
    files: tuple[str, ...] = (".html", ".xml"),
) -> Mapping[str, str]:
    """The pages of the site of tests/sites/pages after one change in each of some files, and with more files."""
    project = Path(shutil.copytree(SITE, folder / "project"))
    for path, text in more.items():
        (project / path).write_text(text)
    for path, (old, new) in changes.items():
        text = (project / path).read_text()
        assert old in text
        (project / path).write_text(text.replace(old, new))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    return {path: content.decode() for path, content in outputs.items() if path.endswith(files)}


def said(page: str) -> str:
    """The article of a page as words."""
    article = re.sub(r"<(svg|sup).*?</\1>", "", page.partition("<article")[2].partition("</article>")[0], flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", article.partition(">")[2]).split())


def test_a_pair_has_a_page_of_what_both_have(tmp_path: Path) -> None:
    """Both numbers of one period, the ranking of both, the page in the sitemap and on the pages of both."""
    pages = built(tmp_path, {})
    page = said(pages["compare/red/blue/index.html"])
    said_first = "Trips in the first quarter of 2025 came to about 340 trips at Red Line and 450 at Blue Line."
    assert said_first in page
    assert re.search(r"Trips in trips Q1 2025 about 340 .* 450 .* about 76%", page)
    assert "How Red Line is counted: " in page
    folded = re.search("<details[^>]*>\\s*<summary><h2>Rankings with both", pages["compare/red/blue/index.html"])
    assert (folded is None) == (
        pages["compare/red/blue/index.html"].count('<tr><th scope="row"><a href="../../../rankings/') > 1
    )
    # Two periods make no line, so that a chart of the project that draws others too is named, and not shown.
    assert "Save this chart" not in page
    assert '<a href="../../../charts/quarter/">' in pages["compare/red/blue/index.html"]
    assert '<a href="red/blue/">Red Line and Blue Line</a>' in pages["compare/index.html"]
    assert "/compare/red/blue/</loc>" in pages["sitemap.xml"]
    for one, other in (("red", "Blue Line"), ("blue", "Red Line")):
        assert f'Compare with <a href="../../compare/red/blue/">{other}</a>' in pages[f"companies/{one}/index.html"]
    assert "Compare with" not in pages["companies/green/index.html"]


def test_a_brand_that_stands_for_a_company_says_what_it_is(tmp_path: Path) -> None:
    """Where the numbers are those of a brand, a sentence tells of it what its data say; each period has its row."""
    gold = {
        "data/companies/gold.yaml": "name: Gold Line\nbrands:\n  skiff: {name: Skiff, about: Its small boats}\n",
        "data/series/gold.yaml": "skiff.trips: {definition: Trips, region: no, cadence: quarter, values: "
        "{2024-Q1: {value: 20, source: gazette}, 2025-Q1: {value: 30, source: gazette}}}\n",
    }
    page = said(
        built(tmp_path, {"data/site.yaml": ("[red, blue]", "[gold, blue]")}, gold)["compare/gold/blue/index.html"]
    )
    assert "Skiff is shown for Gold Line : Its small boats." in page
    assert re.search(r"Skiff as a share of Blue Line .* Q1 2025 30 .* Q1 2024 20 500 4%", page)
    assert "is shown for" not in said(built(tmp_path / "own", {})["compare/red/blue/index.html"])


def test_a_long_series_of_both_is_drawn_and_titled_for_the_pair(tmp_path: Path) -> None:
    """Three quarters that both have are two lines in the colours of the two, from the first of these quarters on."""
    more = "2024-Q1: {value: 500, source: gazette}\n    2024-Q2: {value: 480, source: gazette}"
    old = "2024-Q1: {value: 500, source: gazette}"
    project = {SERIES: (old, more)}
    assert "red-and-blue.csv" not in built(tmp_path / "a", project)["compare/red/blue/index.html"]
    both = "2024-Q1: {value: 200, source: red-report}"
    text = (SITE / SERIES).read_text().replace(old, more)
    text = text.replace(both, both + "\n    2024-Q2: {value: 210, source: red-report}")
    project = {SERIES: ((SITE / SERIES).read_text(), text)}
    site = built(tmp_path / "b", project, files=(".html", ".csv", ".svg", ".json"))
    page = site["compare/red/blue/index.html"]
    assert "Red Line and Blue Line: Trips" in page
    assert all(f"var(--e-{entity}" in page for entity in ("red", "blue"))
    stem = "compare/red/blue/red-and-blue"
    assert all(f'href="red-and-blue.{ending}"' in page for ending in ("csv", "json", "svg"))
    rows = site[f"{stem}.csv"].splitlines()
    assert len(rows) == 1 + 2 * 4, rows  # the head, and each of both in three quarters and in a hole
    assert "Red Line and Blue Line: Trips" in site[f"{stem}.svg"]
    assert json.loads(site[f"{stem}.json"])["page"].endswith("compare/red/blue/")


def test_a_line_of_both_has_three_fifths_of_its_periods(tmp_path: Path) -> None:
    """Quarters far apart are left out, and years close together are drawn in their place, though they are no more."""
    years = {2021: 2000, 2022: 2100, 2023: 2200}
    quarters = ("2020-Q1", "2022-Q3", "2025-Q1")
    values = ", ".join(
        [f"{each}: {{value: {years[each]}, source: gazette}}" for each in years]
        + [f"{each}: {{value: 200, source: gazette}}" for each in quarters]
    )
    more = {
        f"data/series/{id}.yaml": f"{id}.trips: {{definition: Trips, region: no, cadence: quarter, "
        f"values: {{{values}}}}}\n"
        for id in ("gold", "silver")
    }
    more |= {f"data/companies/{id}.yaml": f"name: {id.title()} Line\n" for id in ("gold", "silver")}
    page = built(tmp_path, {"data/site.yaml": ("[red, blue]", "[gold, silver]")}, more)[
        "compare/gold/silver/index.html"
    ]
    assert "Values in trips, 2021 to 2023." in page
    assert "There is no chart" not in page


def test_what_a_ranking_sets_side_by_side_is_compared(tmp_path: Path) -> None:
    """Two counts that differ stand beside each other with what each counts, and with the reason of the ranking."""
    ranked = (
        "\nmixed-up:\n  title: Boats\n  period: 2025-Q1\n  members: [blue.trips, gold.trips]\n"
        "  mixed: Gold counts boats that left\n"
    )
    project = {"data/site.yaml": ("[red, blue]", "[blue, gold]")}
    more = {
        "data/companies/gold.yaml": "name: Gold Line\n",
        "data/series/gold.yaml": "gold.trips: {definition: Trips out, region: no, basis: departures, cadence: quarter, "
        "values: {2025-Q1: {value: 300, source: gazette}}}\n",
        "data/rankings.yaml": (SITE / "data/rankings.yaml").read_text() + ranked,
    }
    page = said(built(tmp_path, project, more)["compare/blue/gold/index.html"])
    assert "Blue Line: 450 trips in the first quarter of 2025 . Gold Line: 300 . The two count differently." in page
    assert re.search(r"450 reported, Norway 300 departures, Norway 150%", page)
    assert "How Blue Line is counted: reported, Norway How Gold Line is counted: departures, Norway" in page


def test_two_that_count_differently_are_drawn_alone(tmp_path: Path) -> None:
    """A line of each for all that both have, with the way in which each counts, and who had more how often."""
    members = "  members: [blue.trips, gold.trips]\n  mixed: As the test says\n"
    ranked = f"\nmixed-up:\n  title: Boats\n  period: 2025-Q1\n{members}"
    old = "2024-Q1: {value: 500, source: gazette}"
    quarters = {"2024-Q1": 500, "2024-Q2": 480, "2024-Q3": 470, "2024-Q4": 460}
    values = ", ".join(f"{each}: {{value: {n - 9}, source: gazette}}" for each, n in quarters.items())
    text = (SITE / SERIES).read_text()
    blue = "\n    ".join(f"{each}: {{value: {n}, source: gazette}}" for each, n in quarters.items())
    project = {"data/site.yaml": ("[red, blue]", "[blue, gold]"), SERIES: (old, blue)}
    assert old in text
    more = {
        "data/companies/gold.yaml": "name: Gold Line\n",
        "data/series/gold.yaml": "gold.trips: {definition: Trips out, region: no, basis: departures, cadence: quarter, "
        f"values: {{{values}, 2025-Q1: {{value: 430, source: gazette}}}}}}\n",
        "data/rankings.yaml": (SITE / "data/rankings.yaml").read_text() + ranked,
    }
    page = said(built(tmp_path, project, more)["compare/blue/gold/index.html"])
    assert "by quarter: Blue Line (reported, Norway) and Gold Line (departures, Norway)" in page
    assert "Compare with care: the two count differently" in page
    # A small difference of two that count differently says nothing.
    assert re.search(r"Q1 2025 450 reported, Norway 430 departures, Norway about equal", page)


def test_periods_are_called_by_their_length(site: Built) -> None:
    """Quarters that are compared are quarters, and years are years; none is a period."""
    pages = [said(path.read_text("utf-8")) for path in site.folder.glob("compare/*/*/index.html")]
    found = [match[1] for page in pages for match in re.finditer(r"([\w-]+) with a number for both \(", page)]
    assert found
    assert set(found) <= {"days", "weeks", "months", "quarters", "half-years", "years"}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("value: 490", "98%"),
        ("value: 499", "about equal"),
        ("value: 550", "110%"),
        ("value: 480, bound: less-than", "less than 96%"),
    ],
)
def test_what_is_counted_alike_is_compared_by_a_percentage(tmp_path: Path, value: str, told: str) -> None:
    """Two that count alike are about equal within half a percent alone; 500 is the number of the other."""
    page = said(built(tmp_path, {SERIES: ("value: 200", value)})["compare/red/blue/index.html"])
    assert re.search(rf"Trips Q1 2024 .{{0,30}}500 {told}", page)


@pytest.mark.parametrize(
    ("pair", "why"),
    [
        ("blue, green", "“Trips” of Blue Line is “reported, Norway”, that of Green Motors “other, Norway”."),
        ("red, yellow", "nothing that we found of Red Line is counted of Yellow Line too."),
    ],
)
def test_without_a_number_of_both_the_page_says_why(tmp_path: Path, pair: str, why: str) -> None:
    """A sentence stands in the place of the table, and the page leads with what else there is of both."""
    pages = built(
        tmp_path,
        {
            "data/site.yaml": ("[red, blue]", f"[{pair}]"),
            "content/briefs/two.md": ("tags: [boats]", f"tags: [boats]\nentities: [{pair}]"),
        },
        {"data/companies/yellow.yaml": "name: Yellow Line\n"},
    )
    page = said(pages[f"compare/{pair.replace(', ', '/')}/index.html"])
    assert "No number and no ranking has both. They are both in briefs." in page
    assert f"No number is counted in the same way: {why}" in page
    assert page.index("No number is counted") < page.index("Briefs about both")
    assert "Numbers side by side" not in page


def test_a_pair_without_anything_has_no_page(tmp_path: Path) -> None:
    """Nothing is linked, listed or built of it; the warning is one of tests/broken/."""
    pages = built(tmp_path, {"data/site.yaml": ("[red, blue]", "[green, sound]")})
    assert "compare/green/sound/index.html" not in pages
    assert "Compare with" not in pages["companies/green/index.html"]
    assert "green/sound" not in pages["sitemap.xml"]
