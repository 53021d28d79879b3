"""On paper, as Chromium prints it: table heads are repeated, headings stay with their text, no page is half empty."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from browsing import WIDER, kinds, opened
from conftest import Built
from playwright.sync_api import Browser, Page, expect

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(each => each.innerText.replace(/\\s+/g, ' ').trim())"
LONG = """[...document.querySelectorAll('table:has(thead)')].map(table =>
  [table.tHead.innerText.replace(/\\s+/g, ' ').trim(), table.offsetHeight, !!table.tHead.querySelector('button')])"""
DRAWN = "[...document.querySelectorAll('.chart-img svg')].map(each => each.getBoundingClientRect().height)"
HIGHEST = 400
"""Pixels of a drawing on paper, not quite eleven centimetres."""
PAPER = {"width": 680, "height": 1000}
"""What is inside the margins of a sheet of A4, in pixels."""


class Sheet(NamedTuple):
    """text: all of it. last: its lowest line. left: how much of it below its last mark is empty, from 0 to 1."""

    text: str
    last: str
    left: float


def _sheet(page: Any) -> Sheet:
    text = page.get_textpage()
    boxes = sorted((text.get_rect(index) for index in range(text.count_rects())), key=lambda box: box[1])
    lines = (text.get_text_bounded(left - 1, low - 1, right + 1, high + 1) for left, low, right, high in boxes)
    last = next((line.split("\n")[-1].strip() for line in lines if line.strip()), "")
    left = min(each.get_bounds()[1] for each in page.get_objects(max_depth=1)) / page.get_height()
    return Sheet(" ".join(text.get_text_range().split()), last, left)


@contextmanager
def _printed(browser: Browser, site: Built, name: str) -> Iterator[tuple[Page, list[Sheet]]]:
    """A page as it is for print, and its sheets of A4."""
    page = opened(browser, site, name)
    expect(page.locator(".explore:not([data-ready])")).to_have_count(0)  # its chart comes with a script
    page.evaluate("document.fonts.ready.then(() => null)")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    sheets = [_sheet(each) for each in document]
    document.close()
    page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    page.emulate_media(media="print")
    yield page, sheets
    page.context.close()


def test_every_type_of_page_is_whole_on_paper(site: Built, browser: Browser) -> None:
    """No heading is the last line of a sheet, no sheet but the last is half empty, no drawing or table is cut."""
    faults = []
    for name in (group[-1] for group in kinds(site)):
        with _printed(browser, site, name) as (page, sheets):
            headings = page.evaluate(HEADINGS)
            for number, sheet in enumerate(sheets[:-1], 1):
                if len(sheet.last) > 3 and any(heading.endswith(sheet.last) for heading in headings):
                    faults.append(f"{name}, sheet {number}: ends with the heading {sheet.last!r}")
                if sheet.left > 0.5:
                    faults.append(f"{name}, sheet {number}: {sheet.left:.0%} of it are empty")
            faults += [f"{name}: a drawing of {height} pixels" for height in page.evaluate(DRAWN) if height > HIGHEST]
            if (wider := page.evaluate(WIDER)) > 0:
                faults.append(f"{name}: {wider} pixels wider than the paper")
    assert faults == []


def test_the_head_of_a_table_is_on_each_of_its_sheets(site: Built, browser: Browser) -> None:
    """A table that is higher than a sheet repeats the names of its columns, also where they are buttons."""
    pressed = False
    for name in (group[-1] for group in kinds(site) if group[-1].startswith(("companies/", "data/", "expansion/"))):
        with _printed(browser, site, name) as (page, sheets):
            tables = page.evaluate(LONG)
            for head, height, buttons in tables:
                if height > 1.3 * PAPER["height"] and sum(head == other for other, _, _ in tables) == 1:
                    count = sum(head in sheet.text for sheet in sheets)
                    assert count > 1, f"{name}: {head!r} is on {count} sheets"
                    pressed |= buttons
    assert pressed
