"""A series of very many values: no page of it is large, and every period can be led to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from posixpath import normpath

import pytest
from small import once

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
DAYS = 964
ELEMENT, ID = re.compile(r"<[a-zA-Z]"), re.compile(r'\sid="(\d{4}[^"]*)"(?: href="([^"]*)")?')
LONG = {"day": timedelta(1), "week": timedelta(7), "month": timedelta(30.5)}


def _periods(cadence: str) -> Iterator[str]:
    day = date(2020, 1, 6)
    for number in range(DAYS if cadence == "day" else 200 if cadence == "week" else 100):
        at = day + number * LONG[cadence]
        year, week, _ = at.isocalendar()
        yield {"day": str(at), "week": f"{year}-W{week:02}", "month": f"{at:%Y-%m}"}[cadence]


@pytest.fixture(scope="module", params=LONG)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a long series by their paths below it; one in ten is not used, some of the newest too."""
    folder = tmp_path_factory.mktemp(request.param)
    return once(f"long series by {request.param}", lambda: _pages(request.param, folder))


def _pages(cadence: str, folder: Path) -> dict[str, str]:
    project = Path(shutil.copytree(SITE, folder / "site"))
    file = project / "data" / "series" / "long.yaml"
    rows = "".join(
        f"    {period}: {{value: {1000 + number % 90}, source: gazette"
        + (", use: deprecated, reason: a copy" if number % 90 < 9 else "")
        + "}\n"
        for number, period in enumerate(dict.fromkeys(_periods(cadence)))
    )
    file.write_text(f"blue.crossings:\n  definition: Crossings\n  region: no\n  cadence: {cadence}\n  values:\n{rows}")
    outputs = make(Settings(project=project, lenient=True, cache=False), lambda step: None).outputs
    start = "data/blue/crossings/"
    return {
        name.removeprefix(start).removesuffix("index.html"): text.decode()
        for name, text in outputs.items()
        if name.startswith(start) and name.endswith(".html")
    }


def test_a_long_series_is_on_several_pages(pages: dict[str, str]) -> None:
    """No page has more than 1,500 elements; each period leads from the page of the series to its row on another."""
    assert {name: size for name, text in pages.items() if (size := len(ELEMENT.findall(text))) > 1500} == {}
    assert len(pages) > 2
    ways = dict(ID.findall(pages[""]))
    rows = {id: name for name, text in pages.items() if name and "notes/" not in name for id in dict(ID.findall(text))}
    assert ways.keys() == rows.keys()
    assert 0 < sum(not href for href in ways.values()) < 30
    assert {id: href for id, href in ways.items() if href and href != f"{rows[id]}#{id}"} == {}


def test_every_value_that_answers_leads_to_its_note(pages: dict[str, str]) -> None:
    """Each number of the newest rows and of every stretch has a note of its own, which says how it is cited."""
    opening = re.compile(r'<td class="num value"><a class="figure" href="([^"#]*)#([^"]*)" data-note>')
    rows = re.compile(r'<tbody id="([^"]*)">\s*<tr><th scope="row(?:group)?"')
    for name, text in pages.items():
        if "notes/" in name:
            continue
        led = [(normpath(f"{name}{file}"), id) for file, id in opening.findall(text)]
        assert {id for _, id in led} >= set(rows.findall(text.partition("<h2>Not used")[0]))
        assert [way for way in led if f'<div id="{way[1]}">' not in pages[way[0]]] == []
