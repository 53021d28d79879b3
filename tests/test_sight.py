"""What a reader sees of rivals, of sources and of dates, on a small site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.build import make
from sitegen.settings import Settings

PREPARED = Path(__file__).parent / "lint"
FILES = {
    "content/briefs/founding.md": """---
title: 'Seres sold {{ fig("seres.nev-sales@2025-Q1") }}'
summary: 'A brief'
date: 2025-04-11
updated: 2025-05-12
checked: 2025-06-13
entities: [seres]
---

It sold {{ fig("seres.nev-sales@2025-Q1") }} cars,
{{ fig("seres.nev-sales@2025-Q1") | change("year") }} on the year, as said {{ cite("daily-2025-04") }}.
""",
    "content/companies/seres.md": "---\ndate: 2025-03-01\nupdated: 2025-07-14\nchecked: 2025-08-15\n---\n\nA maker.\n",
    "data/rankings.yaml": "makers: {title: Makers, period: 2025-Q1, members: [seres.nev-sales]}\n",
    "data/charts/quarters.yaml": "kind: bar\ntitle: Quarters\nseries: [seres.nev-sales]\n",
    "data/claims.yaml": (
        'over: {text: Over, by: daily-2025-04, about: [seres], check: fig("seres.nev-sales@2025-Q1") > 80000}\n'
    ),
}
SITE = "as_of: 2025-09-16\nrepository: https://example.org/context/tracker\n"
RANGE = re.compile(r"2 sources, from 54,552 to about 68,000")


def words(html: str) -> str:
    """The text of a page, its white space joined."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def built(root: Path, more: str = SITE) -> Mapping[str, str]:
    """The pages of the small site, by path."""
    shutil.copytree(PREPARED, root, ignore=shutil.ignore_patterns("*.md"))
    with (root / "data/site.yaml").open("a", encoding="utf-8") as site:
        site.write(more)
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda step: None).outputs
    return {name: content.decode() for name, content in outputs.items() if not name.startswith("assets/fonts")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The small site, with a repository."""
    return built(tmp_path_factory.mktemp("sight") / "site")


@pytest.mark.parametrize(
    "page",
    [
        "data/seres/nev-sales/notes/2025.html",
        "data/seres/nev-sales/index.html",
        "rankings/index.html",
    ],
)
def test_rivals_are_told_wherever_the_value_stands(site: Mapping[str, str], page: str) -> None:
    """How many sources, their range, and why one is preferred, in the note, on the series page and in a ranking."""
    text = words(site[page])
    assert RANGE.search(text)
    assert "the bulletin" in text


def test_rivals_are_told_among_a_companys_numbers(tmp_path: Path) -> None:
    """The line below the latest value says how many sources, their range and the reason."""
    latest = "    2025-Q2: {value: 102300, source: kr-2025-04}\n"
    root = tmp_path / "site"
    page = words(built(root)["companies/seres/index.html"])
    assert not RANGE.search(page)
    series = root / "data/series/seres.yaml"
    series.write_text(series.read_text("utf-8").replace(latest, "", 1), encoding="utf-8")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda step: None).outputs
    page = words(outputs["companies/seres/index.html"].decode())
    assert "2 sources, from 54,552 to about 68,000; chosen: the bulletin" in page


def test_the_parts_of_a_computed_number_tell_their_rivals(site: Mapping[str, str]) -> None:
    """The note of a change names the range of the value that it was computed from."""
    notes = site["data/seres/nev-sales/notes/2025.html"].split("<div id=")[1:]
    [change] = [words(note) for note in notes if "Change on the year before" in note]
    assert "54,552 Sources differ: 2 sources, from 54,552 to about 68,000; chosen: the bulletin" in change


def test_a_source_lists_all_that_rests_on_it(site: Mapping[str, str]) -> None:
    """Its values with their series, and every brief, chart, ranking and claim that uses one."""
    page = words(site["sources/kr-2025-04/index.html"])
    for use in (
        "Seres Group new-energy vehicle sales",
        "Brief: Seres sold 54,552",
        "Chart: Quarters",
        "Rankings",
        "Claim: Over",
    ):
        assert use in page, use


def test_a_source_lists_who_cites_it_and_what_it_claims(site: Mapping[str, str]) -> None:
    """A brief that only cites a source is named there, a chart that lists it for a rival value, and its claim."""
    page = words(site["sources/daily-2025-04/index.html"])
    assert "Brief: Seres sold 54,552" in page
    assert "Over" in page
    assert "Chart: Quarters" in page


@pytest.mark.parametrize("page", ["data/seres/nev-sales/notes/2025.html", "data/seres/nev-sales/index.html"])
def test_a_problem_is_reported_where_the_repository_is(site: Mapping[str, str], page: str) -> None:
    """The link opens an issue whose title and text name the address or series."""
    hrefs = re.findall(r'href="(https://example\.org/context/tracker/issues/new[^"]*)"', site[page])
    asked = [parse_qs(urlsplit(href.replace("&amp;", "&")).query) for href in hrefs]
    titles = {query["title"][0] for query in asked}
    assert titles >= {"seres.nev-sales@2025-Q1" if page.endswith("2025.html") else "seres.nev-sales"}
    bodies = [query["body"][0] for query in asked]
    assert all(f"Page: /{page.removesuffix('index.html')}" in body for body in bodies)
    if page.endswith("2025.html"):
        assert any("54,552 vehicles" in body and "https://example.org/36/1" in body for body in bodies)


def test_without_a_repository_nothing_is_reported(tmp_path: Path) -> None:
    """No page has the link then."""
    assert not [name for name, text in built(tmp_path / "site", "").items() if "issues/new" in text]


def test_three_dates_stand_apart(site: Mapping[str, str]) -> None:
    """Published, edited and checked, each in its own words, from its own field; the data at the foot."""
    brief, company = words(site["briefs/founding/index.html"]), words(site["companies/seres/index.html"])
    dates = "Text edited 12 May 2025 · Facts checked 13 June 2025 "
    assert f"Published 11 April 2025 · {dates}" in brief
    assert "Text edited 14 July 2025 · Facts checked 15 August 2025 " in company
    assert all(page.count("Data compiled 16 September 2025.") == 1 for page in (brief, company))
    assert "1 March 2025" not in company


def test_without_as_of_no_day_is_made_up(tmp_path: Path) -> None:
    """Pages say how far the data reach, no series is overdue, a month that is given stays a month."""
    pages = {n: words(t) for n, t in built(tmp_path / "none", "").items() if n.endswith(".html")}
    brief = pages["briefs/founding/index.html"]
    assert "Data to March 2026." in brief
    assert "(Data to March 2026" in pages["data/seres/nev-sales/index.html"]
    assert not [name for name, text in pages.items() if re.search("compiled|: overdue<|overdue since [^<>]*</p>", text)]
    outputs = built(tmp_path / "month", "as_of: 2030-09\n")
    assert "Data compiled September 2030." in words(outputs["index.html"])
    assert "; nothing newer found" in words(outputs["data/seres/nev-sales/index.html"])
    assert '"as_of": "2030-09"' in outputs["figures.json"]


def test_feed_and_sitemap_tell_the_day_of_the_text(site: Mapping[str, str]) -> None:
    """The feed has publication and edit, the sitemap the edit; neither knows when facts were checked or data end."""
    assert re.findall(r"<(published|updated)>([^<T]+)T", site["feed.xml"]) == [
        ("updated", "2025-05-12"),
        ("published", "2025-04-11"),
        ("updated", "2025-05-12"),
    ]
    changed = dict(
        re.findall(r"<loc>https://example.org/([^<]*)</loc>\s*<lastmod>([^<]*)</lastmod>", site["sitemap.xml"])
    )
    assert changed["briefs/founding/"] == "2025-05-12"
    assert changed["companies/seres/"] == "2025-07-14"
    assert not {"2025-06-13", "2025-08-15", "2025-09-16"} & set(changed.values())


@pytest.mark.parametrize(
    ("reported", "change", "said"),
    [
        ("-42.47", "−41.5%", "The source itself reports −42.47% on a year earlier"),
        ("-41.5", "−41.5%", ""),
        ("-41", "−41.5%", ""),
    ],
)
def test_the_change_of_the_values_stands_before_that_of_their_source(
    tmp_path: Path, reported: str, change: str, said: str
) -> None:
    """A series shows the change that its values give, in every quarter once a source reports one; where the source has
    one that prints otherwise, the line below says so."""
    root = tmp_path / "site"
    shutil.copytree(PREPARED, root, ignore=shutil.ignore_patterns("*.md"))
    series = root / "data/series/seres.yaml"
    told = series.read_text("utf-8").replace("{value: 54552, ", f"{{value: 54552, change: {{year: {reported}}}, ", 1)
    series.write_text(told, encoding="utf-8")
    outputs = make(Settings(project=root, lenient=True, cache=False), lambda step: None).outputs
    page = outputs["data/seres/nev-sales/index.html"].decode()
    shown = [words(cell) for cell in re.findall(r'<td class="num change"[^>]*>(.*?)</td>', page)]
    assert [cell for cell in shown if cell] == [change, "about −27.0%"]  # the other quarter whose year before is known
    assert (said in words(page)) if said else ("The source itself reports" not in page)
