"""Sitemap, figures and downloads of tests/sites/pages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as xml

import pytest
from small import made

from sitegen.exports.forms import to_json

_LONG = re.compile(rb"\d+\.\d{5,}")
BASE = "https://example.org/a/b/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def outputs() -> Mapping[str, bytes]:
    """The site, in memory."""
    return made("pages").outputs


def loaded(outputs: Mapping[str, bytes], name: str) -> Any:
    """A JSON file of the site."""
    return json.loads(outputs[name])


def rows(outputs: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """A CSV file of the site."""
    return list(csv.DictReader(io.StringIO(outputs[name].decode("utf-8-sig"))))


def test_the_sitemap_lists_every_page_that_may_be_indexed(outputs: Mapping[str, bytes]) -> None:
    """Each address has an output; not listed: redirects and what says noindex; days come from content and data."""
    urls = xml.fromstring(outputs["sitemap.xml"]).findall(f"{MAP}url")
    places = [url.findtext(f"{MAP}loc") or "" for url in urls]
    leading = {name for name, text in outputs.items() if b'http-equiv="refresh"' in text}
    hidden = {name for name, text in outputs.items() if b'<meta name="robots" content="noindex">' in text}
    pages = {name for name in outputs if name.endswith(".html")} - leading - hidden
    assert {place.removeprefix(BASE) + "index.html" for place in places} == pages
    days = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in urls}
    assert days[f"{BASE}briefs/one/"] == "2025-04-22"
    assert days[f"{BASE}about/"] == "2025-06-01"
    assert f"Sitemap: {BASE}sitemap.xml" in outputs["robots.txt"].decode()


def test_figures_json_holds_every_used_address(outputs: Mapping[str, bytes]) -> None:
    """An address has its value, period, status, sources, rivals, its own page and the pages that use it."""
    whole = loaded(outputs, "figures.json")
    one = whole["figures"]["red.trips@2025-01"]
    number = {"value": 100, "bound": "exact", "low": 100, "high": 100}
    assert one == {
        **{"entity": "red", "name": "Red Line", "metric": "trips", "label": "Red Line trips"},
        **{"period": "2025-01", "first_day": "2025-01-01", "last_day": "2025-01-31"},
        **number,
        **{
            "unit": "trips",
            "words": "100 trips",
            "kind": "observed",
            "status": "reported",
            "definition": one["definition"],
        },
        **{"region": "no", "scope": "ferries", "basis": "reported"},
        **{"addresses": ["red.trips@2025-01"], "sources": ["red-report"]},
        "rivals": [{"value": 120, "bound": "exact", "low": 120, "high": 120, "sources": ["gazette"]}],
        "page": f"{BASE}data/red/trips/#2025-01",
        "used": one["used"],
    }
    assert f"{BASE}briefs/one/" in one["used"]
    derived = whole["figures"]["red.trips@2025-Q1"]
    assert (derived["kind"], derived["sources"]) == ("derived", ["red-report", "gazette"])
    assert {id for figure in whole["figures"].values() for id in figure["sources"]} <= set(whole["sources"])
    for figure in whole["figures"].values():
        for url in (figure["page"], *figure["used"]):
            path = url.removeprefix(BASE).partition("#")[0]
            assert f"{path}index.html" in outputs


def test_series_files_hold_every_observation(outputs: Mapping[str, bytes]) -> None:
    """CSV and JSON hold all values, reported changes and deprecated values too, in order."""
    stem = "data/red/trips/red.trips"
    lines = rows(outputs, f"{stem}.csv")
    assert [line["period"] for line in lines] == [
        "2024-Q1", "2025-01", "2025-01", "2025-01", "2025", "2025-02", "2025-03", "2025-04", "2025-05"
    ]  # fmt: skip
    assert {line["use"] for line in lines} == {"preferred", "normal", "deprecated"}
    changed = next(line for line in lines if line["period"] == "2025-04")
    assert (changed["value"], changed["change_year"], changed["change_previous"]) == ("", "-12", "3")
    assert (changed["change_year_low"], changed["change_year_high"], changed["change_unit"]) == (
        "-12.5",
        "-11.5",
        "percent",
    )
    record = loaded(outputs, f"{stem}.json")
    assert (record["unit"], record["region"], record["scope"]) == ("trips", "no", "ferries")
    assert len(record["rows"]) == len(lines)
    assert {"value": None, "low": 1200, "high": 1300, "bound": "range"}.items() <= record["rows"][4].items()
    assert rows(outputs, "data/red/crossings/red.crossings.csv") == []


def test_ranking_files_name_who_is_missing_and_why(outputs: Mapping[str, bytes]) -> None:
    """A member without a value stands last, without a rank, with the reason; a published table has its source."""
    lines = rows(outputs, "rankings/first-quarter/first-quarter.csv")
    assert [(line["rank"], line["entity"], line["value"]) for line in lines] == [
        ("1", "blue", "450"),
        ("2", "red", "340"),
        ("", "green", ""),
    ]
    assert lines[2]["missing"]
    assert lines[1]["sources"] == "red-report gazette"
    published = loaded(outputs, "rankings/published/published.json")
    assert [row["name"] for row in published["rows"]] == ["Red Line", "Yellow <Line>"]
    assert published["rows"][0]["sources"] == ["gazette"]


def test_chart_files(outputs: Mapping[str, bytes]) -> None:
    """A chart has its numbers as CSV and JSON, and a drawing that brings its own colours for light and dark."""
    assert rows(outputs, "charts/trips/trips.csv")[0]["addresses"] == "red.trips@2025-01"
    record = loaded(outputs, "charts/trips/trips.json")
    assert record["rows"][2]["addresses"] == ["red.trips@2025-03"]
    assert record["title"] == "Red made about 130 trips in March"
    svg = outputs["charts/trips/trips.svg"].decode()
    xml.fromstring(svg)
    assert "prefers-color-scheme:dark" in svg
    assert "Red made about 130 trips in March" in svg
    assert "example.org" not in svg  # nobody can open the address of this site
    public = made("pages", "https://desk.github.io/trips/").outputs["charts/trips/trips.svg"].decode()
    assert "desk.github.io/trips/charts/trips/" in public
    said = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    assert "Up from 100" in said
    assert "April is missing" in said
    assert set(re.findall(r"var\((--[a-z0-9-]+)", svg)) <= set(re.findall(r"(--[a-z0-9-]+):", svg)) | {"--c-1"}


def test_downloads_are_linked_from_their_pages(outputs: Mapping[str, bytes]) -> None:
    """Every file beside a page is linked on that page; small drawings stand in the gallery."""
    for name in outputs:
        folder, _, file = name.rpartition("/")
        if name.endswith((".csv", ".json", ".svg")) and folder.startswith(("data/", "rankings/", "charts/")):
            if name.endswith("-small.svg"):
                assert f'src="{name.removeprefix("charts/")}"' in outputs["charts/index.html"].decode(), name
            elif b'http-equiv="refresh"' in outputs[f"{folder}/index.html"]:  # a short list stands on the page of lists
                assert f'href="{name.partition("/")[2]}"' in outputs["rankings/index.html"].decode(), name
            else:
                assert f'href="{file}"' in outputs[f"{folder}/index.html"].decode(), name


def test_every_link_of_every_page_leads_to_an_output(outputs: Mapping[str, bytes]) -> None:
    """Read back from the HTML, each link and each id that it names is there."""
    ids = {name: set(re.findall(r'\bid="([^"]*)"', text.decode())) for name, text in outputs.items() if ".html" in name}
    for name in ids:
        here = BASE + name.removesuffix("index.html")
        for href in re.findall(r'(?:href|src)="([^"]*)"', outputs[name].decode()):
            path, _, fragment = urljoin(here, href.replace("&amp;", "&")).partition("#")
            if not path.startswith(BASE) or path == BASE + "404.html":
                continue
            file = path.removeprefix(BASE).partition("?")[0]
            file += "index.html" if not file or file.endswith("/") else ""
            assert file in outputs, (name, href)
            assert not fragment or fragment in ids[file], (name, href)


def test_ids_stand_once_on_a_page(outputs: Mapping[str, bytes]) -> None:
    """No page has an id twice, drawings included."""
    for name, content in outputs.items():
        if name.endswith(".html"):
            ids = re.findall(r'\bid="([^"]*)"', content.decode())
            assert len(ids) == len(set(ids)), name


def test_a_quotient_has_no_more_digits_than_it_bears(outputs: Mapping[str, bytes]) -> None:
    """A file gives what a page prints and at most two digits more; a source's own digits stay, all of them."""
    numbers = [n for name, text in outputs.items() if name.endswith((".json", ".csv")) for n in _LONG.findall(text)]
    assert numbers == []
    assert to_json([Decimal("123456789012345.123456789")]) == b"[\n  123456789012345.123456789\n]\n"


def test_project_files_are_copied(outputs: Mapping[str, bytes]) -> None:
    """What lies in content/static/ goes to the root, a linked file beside its document stays beside it."""
    assert outputs["CNAME"] == b"example.org\n"
    assert outputs["briefs/boat.svg"].startswith(b"<svg")
    assert outputs[".nojekyll"] == b""
