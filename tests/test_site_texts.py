"""The words of our own site: they claim no more than a reader can check."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from built import tree
from conftest import ROOT, Built

UNPUBLISHED = re.compile(
    r"not (?:been )?published|never published|unpublished|nobody (?:has )?publish|no one publish|"
    r"publishe[sd] (?-i:no\b|none)|does not publish|has not said|does not exist in public",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,-])\d[\d,.]*%?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NAME = re.compile(r"\b[A-Z]\w*\d\w*\b")


def words(element: Element, notes: bool) -> str:
    """What is read in an element; with `notes` also the numbers of sources."""
    parts = [element.text or ""]
    for child in element:
        if notes or child.tag not in ("sup", "button"):
            parts.append(words(child, notes))
        parts.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(parts))


def heading(path: Path) -> str:
    """The h1 of a page, without the marks of notes."""
    found = tree(path).find(".//h1")
    assert found is not None, path
    return words(found, notes=False).strip()


def test_nothing_missing_is_called_unpublished(site: Built) -> None:
    """What is in none of our documents may be published elsewhere; only two pages name the words that we avoid."""
    said = {
        page: found[0]
        for page in site.pages
        if page.endswith("/") and page not in ("about/", "methodology/")
        if (found := UNPUBLISHED.search(words(tree(site.folder / page / "index.html"), notes=True)))
    }
    assert said == {}


def test_apostrophes_are_those_of_print() -> None:
    """Texts of our own have ’, as the quotation marks beside it are round; titles of sources are as they were found."""
    files = [
        *ROOT.glob("content/**/*.md"),
        *(path for path in ROOT.glob("data/**/*.yaml") if path.parent.name != "sources"),
    ]
    straight = {
        str(path): found for path in files if (found := re.findall(r"\w*[a-zA-Z]''?[a-z]\w*", path.read_text()))
    }
    assert straight == {}


def test_titles_are_short(site: Built) -> None:
    """The title of a page has at most 70 characters; those of sources are their own."""
    pages = [page for page in site.pages if page.endswith("/") and not page.startswith("sources/")]
    titles = {page: heading(site.folder / page / "index.html") for page in pages}
    assert {page.partition("/")[0] for page in titles} >= {"briefs", "charts", "claims", "compare", "data"}
    assert {page: title for page, title in titles.items() if len(title) > 70} == {}


@pytest.mark.parametrize("kind", ["briefs", "charts"])
def test_titles_have_one_number(site: Built, kind: str) -> None:
    """Years and the names of cars are none."""
    titles = [heading(path) for path in sorted((site.folder / kind).glob("*/index.html"))]
    assert titles
    assert [title for title in titles if len(NUMBER.findall(YEAR.sub("", NAME.sub("", title)))) > 1] == []


def test_the_front_page_says_what_is_counted(site: Built) -> None:
    """The finding and what stands below the title of its chart say which cars are counted, and how."""
    page = tree(site.folder / "index.html")
    finding = next(element for element in page.iter("p") if "finding" in element.get("class", ""))
    subtitle = next(element for element in page.iter("p") if "chart-subtitle" in element.get("class", ""))
    assert "In all cars, no: in 2025 AITO" in words(finding, notes=False)
    assert "delivered fewer in China" in words(finding, notes=False)
    assert "Cars of all powertrains delivered in China" in words(subtitle, notes=False)


def test_a_comparison_leads_with_what_is_counted(site: Built) -> None:
    """Where only a price is counted alike of both, what a ranking sets side by side says more."""
    page = tree(site.folder / "compare" / "bmw" / "mercedes-benz" / "index.html")
    [lead] = (words(each, notes=False) for each in page.iter("p") if each.get("class") == "standfirst")
    assert "yuan" not in lead
    assert "The two count differently." in lead


def test_a_saved_chart_says_whose_it_is_and_of_when(site: Built) -> None:
    """Its file names the site, the address of its page where others can open it, and the day of the data."""
    files = [path for path in site.folder.glob("charts/*/*.svg") if not path.stem.endswith("-small")]
    files += site.folder.glob("compare/*/*/*.svg")
    assert len(files) > 40
    ends = [path.read_text(encoding="utf-8").rpartition("China luxury EV tracker")[2] for path in files]
    assert all(re.match(r" · Data compiled \d+ \w+ \d{4}<", end) for end in ends)
