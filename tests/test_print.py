"""On paper, as Chromium prints it: table heads are repeated, headings stay with their text, no page is left empty."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pytest
from browsing import WIDER, kinds, opened
from conftest import Built
from playwright.sync_api import Browser, expect

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(each => each.innerText.replace(/\\s+/g, ' ').trim())"
LONG = """[...document.querySelectorAll('table:has(thead)')].map(table =>
  [table.tHead.innerText.replace(/\\s+/g, ' ').trim(), table.offsetHeight, !!table.tHead.querySelector('button')])"""
DRAWN = """[...document.querySelectorAll('.chart-img svg')].map(each =>
  each.getBoundingClientRect().height - (each.closest('.high') ? 160 : 0))"""
HIGHEST = 400
"""Pixels of a drawing on paper, not quite eleven centimetres; of a map, which may stand at the top, fifteen."""
FEW = 30
"""So many words are on a sheet that has little more than its head and the last line of a page."""
PAPER = {"width": 680, "height": 1000}
"""What is inside the margins of a sheet of A4, in pixels."""


EMPTY = 0.37
"""So much of a sheet is its lower margin and a third of what is inside its margins."""


LINE = 6
"""What is nearer to each other than this, in points, stands in one line."""
NAMES = 3
"""A line of no more letters is no heading that could be told from other words."""


class Sheet(NamedTuple):
    """text: all of it. last: its two lowest lines, from the foot up. left: how much of it below its last mark is empty,
    from 0 to 1."""

    text: str
    last: Sequence[str]
    left: float


def _sheet(page: Any) -> Sheet:
    text = page.get_textpage()
    lines: dict[int, list[tuple[float, ...]]] = {}
    for box in (text.get_rect(index) for index in range(text.count_rects())):
        lines.setdefault(round(box[1] / LINE), []).append(box)
    found = []
    for _, boxes in sorted(lines.items())[: 2 + NAMES]:  # some lines are only marks
        (left, low), (right, high) = (
            (min(b[n] for b in boxes) - 1 for n in (0, 1)),
            (max(b[n] for b in boxes) + 1 for n in (2, 3)),
        )
        found.append(" ".join(text.get_text_bounded(left, low, right, high).split()))
    left = min(each.get_bounds()[1] for each in page.get_objects(max_depth=1)) / page.get_height()
    return Sheet(" ".join(text.get_text_range().split()), [*filter(None, found)][:2], left)


class Printed(NamedTuple):
    """sheets: a page on A4. The rest is of the page as it is for print.

    headings: their texts. drawn: the heights of its drawings. wider: by how much it is too wide. tables: of each
    with a head its head, its height, and whether buttons stand in the head. Heights and widths are in pixels.
    """

    sheets: Sequence[Sheet]
    headings: Sequence[str]
    drawn: Sequence[float]
    wider: int
    tables: Sequence[tuple[str, float, bool]]


def _print(browser: Browser, site: Built, name: str) -> Printed:
    page = opened(browser, site, name)
    expect(page.locator(".explore:not([data-ready])")).to_have_count(0)  # its chart comes with a script
    page.evaluate("document.fonts.ready.then(() => null)")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    sheets = [_sheet(each) for each in document]
    document.close()
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    printed = Printed(sheets, *map(page.evaluate, (HEADINGS, DRAWN, WIDER, LONG)))
    page.context.close()
    return printed


@pytest.fixture(scope="module")
def printed(site: Built, browser: Browser) -> Mapping[str, Printed]:
    """The longest page of each type, every company, and one whose charts follow on each other."""
    companies = [page for page in site.pages if page.startswith("companies/")]
    longest = (group[-1] for group in kinds(site))
    return {name: _print(browser, site, name) for name in ("expansion/seres/", *longest, *companies)}


def _ends(heading: str, line: str) -> bool:
    """Whether a line is the last of a heading, by more than a word."""
    return " " in line and heading.endswith(f" {line}")


def test_every_type_of_page_is_whole_on_paper(printed: Mapping[str, Printed]) -> None:
    """No heading ends a sheet, also with one line below it; none but the last is a third empty, that has more than a
    line, and nothing is cut."""
    faults = []
    for name, page in printed.items():
        for number, sheet in enumerate(page.sheets[:-1], 1):
            for line in sheet.last:
                if len(line) > NAMES and any(heading == line or _ends(heading, line) for heading in page.headings):
                    faults.append(f"{name}, sheet {number}: ends with the heading {line!r}")
            if sheet.left > EMPTY:
                faults.append(f"{name}, sheet {number}: {sheet.left:.0%} of it are empty")
        if len(page.sheets) > 1 and len(page.sheets[-1].text.split()) < FEW:
            faults.append(f"{name}: its last sheet has only {page.sheets[-1].text!r}")
        faults += [f"{name}: a drawing of {height} pixels" for height in page.drawn if height > HIGHEST]
        if page.wider > 0:
            faults.append(f"{name}: {page.wider} pixels wider than the paper")
    assert faults == []


def test_what_is_folded_has_its_letters(site: Built, browser: Browser) -> None:
    """Paper shows titles in folds, and does not wait for the font of these: it comes with the page."""
    page = opened(browser, site, "expansion/seres/")
    assert page.locator("details:not([open]) a:lang(zh)").count()
    page.evaluate("document.fonts.ready.then(() => null)")
    loaded = page.evaluate("[...document.fonts].filter(each => each.status === 'loaded').map(each => each.family)")
    assert {"Han", "Han titles"} & {family.strip('"') for family in loaded}
    page.context.close()


def test_every_sheet_says_whose_it_is(printed: Mapping[str, Printed]) -> None:
    """A sheet that lies alone has the name of the site and its number among those of its page."""
    for name, page in printed.items():
        if name == "404.html":  # its stylesheet is below the address of the site, which this server has not
            continue
        for number, sheet in enumerate(page.sheets, 1):
            letters = "".join(sheet.text.split())  # beside small text a reader of PDF sees spaces within words
            assert "ChinaluxuryEVtracker" in letters, f"{name}, sheet {number}"
            assert f"{number}/{len(page.sheets)}" in letters, f"{name}, sheet {number}"


def test_no_way_to_save_a_chart_is_printed(printed: Mapping[str, Printed]) -> None:
    """The links behind the sources of a chart, which only a screen can follow, are not on paper."""
    for name, page in printed.items():
        letters = "".join("".join(sheet.text.split()) for sheet in page.sheets)
        assert "Savethischart" not in letters, name


def test_the_head_of_a_table_is_on_each_of_its_sheets(printed: Mapping[str, Printed]) -> None:
    """A table that is higher than a sheet repeats the names of its columns, also where they are buttons."""
    pressed = False
    for name, page in printed.items():
        for head, height, buttons in page.tables:
            if height > 1.3 * PAPER["height"] and sum(head == other for other, _, _ in page.tables) == 1:
                count = sum(head in sheet.text for sheet in page.sheets)
                assert count > 1, f"{name}: {head!r} is on {count} sheets"
                pressed |= buttons
    assert pressed


BROKEN = """() => [...document.querySelectorAll('td data')].filter(each => {
  const walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const found of node.data.matchAll(/[0-9][0-9,.]+/g)) {
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) return true;
    }
  return false;
}).map(each => each.textContent)"""
"""The numbers in tables that go on in a second line."""


def test_no_number_is_broken_in_its_digits(site: Built, browser: Browser) -> None:
    """The widest table of all is in small type instead."""
    page = opened(browser, site, "charts/published-quarters/", viewport=PAPER)
    page.emulate_media(media="print")
    assert page.locator("table:has(thead th:nth-child(9)) td data").count()
    assert page.evaluate(BROKEN) == []
    page.context.close()


OVER = """() => [...document.querySelectorAll('td')].filter(each => {
  const all = document.createRange();
  all.selectNodeContents(each);
  return Math.max(...[...all.getClientRects()].map(box => box.right)) > each.getBoundingClientRect().right + 1;
}).map(each => each.textContent.trim())"""
"""The cells of which something stands in the next one."""


@pytest.mark.parametrize(("width", "media"), [(PAPER["width"], "print"), (1440, "screen")])
def test_no_number_stands_over_the_next_column(site: Built, browser: Browser, width: int, media: str) -> None:
    """A range, which is longer than the column of one value, goes on in a second line."""
    page = opened(browser, site, "data/nio/deliveries/", viewport={"width": width, "height": PAPER["height"]})
    page.emulate_media(media=media)  # type: ignore[arg-type]
    assert page.locator("td data[value*='/']:visible").count()
    assert page.evaluate(OVER) == []
    page.context.close()
