"""What pages say of numbers that are floors, or that count another length of time than their series states."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from sitegen.build import make
from sitegen.settings import Settings

PROJECT = Path(__file__).parent / "sites" / "pages"
BLUE = "{value: 450, source: gazette}"


def built(folder: Path, path: str, old: str, new: str) -> dict[str, str]:
    """The words of the articles of the pages of the project with a piece of one file replaced, by address."""
    project = folder / "site"
    copytree(PROJECT, project)
    text = (project / path).read_text()
    assert old in text
    (project / path).write_text(text.replace(old, new))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs
    return {at: said(content.decode()) for at, content in outputs.items() if at.endswith(".html")}


def said(page: str) -> str:
    """The article of a page as words."""
    article = re.sub(r"<(svg|sup).*?</\1>", "", page.partition("<article")[2].partition("</article>")[0], flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", article.partition(">")[2]).split())


def test_a_floor_says_why_it_leaves_places_open(tmp_path: Path) -> None:
    """Where one number is a floor, the ranking says that it may be any higher one; where none is, it does not."""
    floor = "may be any higher number"
    assert floor not in said_of(tmp_path / "exact", BLUE)
    page = said_of(tmp_path / "floor", "{value: 300, bound: more-than, source: gazette}")
    assert "The numbers of Blue Line are not exact enough for every place to be certain." in page
    assert floor in page
    assert "any lower number" not in page
    assert "any lower number" in said_of(tmp_path / "ceiling", "{value: 400, bound: less-than, source: gazette}")


def said_of(folder: Path, blue: str) -> str:
    """The ranking of the first quarter, with this number of the Blue Line."""
    folder.mkdir()
    return built(folder, "data/series/red.yaml", BLUE, blue)["rankings/index.html"]


def test_a_pair_with_a_floor_has_a_bound_for_its_ratio(tmp_path: Path) -> None:
    """Against a floor a number is less than a part; the row says it once, and the sentence does not call it open."""
    pages = built(tmp_path, "data/series/red.yaml", BLUE, "{value: 250, bound: more-than, source: gazette}")
    page = pages["compare/red/blue/index.html"]
    assert page.count("less than 138%") == 1, re.findall("less than [0-9]+%", page)
    assert "which of the two is larger" not in page


def test_a_series_of_other_lengths_has_a_latest_number(tmp_path: Path) -> None:
    """Where no number has the length that the series states, the latest of another length stands in its row."""
    crossings = "  cadence: quarter\n"
    values = crossings + "  values: {2025-01/2025-02: {value: 40, source: red-report}}\n"
    pages = built(tmp_path, "data/series/red.yaml", crossings + "fast-red", values + "fast-red")
    for page in ("companies/red/index.html", "data/index.html"):
        assert re.search(r"Crossings .{0,40}40 .{0,30}Jan–Feb 2025", pages[page]), page


def test_what_lies_between_values_without_one_is_said(tmp_path: Path) -> None:
    """Periods that have no value have a row between two that have, by the names of the series' own periods."""
    whole = "    2024-Q2: {value: 1, source: gazette}\n    2024-Q3: {value: 1, source: gazette}\n"
    last = "    2024-Q4: {value: 1, source: gazette}\n"
    begun = "    2024-Q1: {value: 500, source: gazette}\n"
    for name, added, said in (
        ("three", "", " Q2–Q4 2024 : no value found"),
        ("one", whole, " Q4 2024 : no value found"),
        ("none", whole + last, ""),
    ):
        (tmp_path / name).mkdir()
        page = built(tmp_path / name, "data/series/red.yaml", begun, begun + added)["data/blue/trips/index.html"]
        assert (said in page) if said else ("no value found" not in page), name


@pytest.mark.parametrize(("change", "range"), [("-10.02", False), ("-9.6", True)])
def test_sources_that_agree_in_the_printed_digits_are_not_set_apart(tmp_path: Path, change: str, range: bool) -> None:
    """A reported −10.02% beside a computed −10.0% is no range in a table; −9.6% is one."""
    new = f"{{value: 450, change: {{year: {change}}}, source: gazette}}"
    page = built(tmp_path, "data/series/red.yaml", BLUE, new)["rankings/index.html"]
    assert "−10.0%" in page
    assert ("from −10.0% to −9.6%" in page) == range
    assert ("−10.02%" in page) is False


def test_each_value_has_a_change_that_fits_it(tmp_path: Path) -> None:
    """Of two sources for a value the one that does not answer has our change too where its own does not fit."""
    two = """
      - {value: 450, use: preferred, reason: counted, source: gazette}
      - {value: 600, change: {year: 7}, source: red-report}"""
    page = built(tmp_path, "data/series/red.yaml", f" {BLUE}", two)["data/blue/trips/index.html"]
    assert re.search(r" 600 \+20\.0% ", page), page
    assert "The source itself reports +7% on a year earlier" in page
