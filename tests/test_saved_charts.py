"""Saved charts: a file opened alone has its words and its letters; the page saves a picture and copies a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import file, opened, watched
from chart_samples import ALL, FONTS, PAIRS, drawn, planned
from conftest import Built
from playwright.sync_api import Browser, expect

from sitegen.charts.files.letters import Letters
from sitegen.charts.files.saved import Saved, saved
from sitegen.charts.fonts import Fonts
from sitegen.tokens import LABEL

WIDTHS = """() => [...document.querySelectorAll('text')].filter(each => each.textContent.trim()).map(each =>
  [each.textContent, each.getComputedTextLength(), parseFloat(getComputedStyle(each).fontSize),
   getComputedStyle(each).fontWeight])"""


@pytest.mark.parametrize("kind", ["line", "range"])
def test_a_saved_chart_is_drawn_in_its_own_letters(browser: Browser, tmp_path: Path, kind: str) -> None:
    """Opened alone and without a network, each line of text is as wide as the font of the theme makes it."""
    around = Saved("A title, with 80% of it", "Vehicles by quarter", planned(ALL[kind]).key, ("Source: press-1",))
    (tmp_path / "chart.svg").write_text(saved(drawn(ALL[kind]).wide, around, PAIRS, Letters(FONTS)))
    page = browser.new_context(offline=True).new_page()
    faults = watched(page, "file:")
    page.goto(f"file://{tmp_path}/chart.svg")
    page.evaluate("document.fonts.ready")
    fonts = Fonts.read(FONTS)
    shown = page.evaluate(WIDTHS)
    assert "A title, with 80% of it" in [words for words, *_ in shown]
    exact = page.evaluate("[...document.querySelectorAll('text')].map((each) => getComputedStyle(each).textRendering)")
    assert set(exact) == {
        "geometricprecision"
    }  # else letters stand on whole pixels, loose in a picture of twice the size
    for words, wide, size, weight in shown:
        wanted = fonts.width(words, size, bold=weight == "600")
        assert wide == pytest.approx(wanted, rel=0.02, abs=0.5), words
    assert faults == []


@pytest.mark.parametrize(
    ("path", "name"),
    [("charts/seres-q1-2025-counts/", "seres-q1-2025-counts"), ("compare/seres/bmw/", "seres-and-bmw")],
)
def test_a_chart_is_saved_as_a_picture(site: Built, browser: Browser, tmp_path: Path, path: str, name: str) -> None:
    """A button behind the downloads saves a PNG of twice the size; without scripts there is none."""
    page = opened(browser, site, path, accept_downloads=True)
    faults = watched(page, site.root)
    with page.expect_download() as found:
        page.get_by_role("button", name="PNG").click()
    assert found.value.suggested_filename == f"{name}.png"
    found.value.save_as(tmp_path / "chart.png")
    head = (tmp_path / "chart.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2 * (720 + 32)
    assert faults == []
    assert opened(browser, site, path, java_script_enabled=False).locator("button.as-png:visible").count() == 0


def test_the_table_of_a_chart_is_copied(site: Built, browser: Browser) -> None:
    """The button above a table copies it as a spreadsheet reads it, without the marks of sources and notes."""
    page = opened(browser, site, "charts/seres-q1-2025-counts/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".copy-table")
    button.click()
    expect(button).to_have_text("Copied")
    rows = [line.split("\t") for line in page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert rows[0] == ["What", "Period", "Source", "Value", "Status"]
    assert {len(row) for row in rows} == {5}
    assert "54,552" in [row[3] for row in rows]


def test_the_address_of_a_series_is_copied(site: Built, browser: Browser) -> None:
    """The page of a series says how its latest value is cited, and a button copies the address."""
    page = opened(browser, site, "data/aito/deliveries/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".copy-address")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("aito.deliveries@")


def test_a_picture_of_the_gallery_has_its_words(site: Built) -> None:
    """They are as large as in the chart, in its letters, which no page could lend to a picture."""
    picture = file(site, "charts/aito-and-bmw/aito-and-bmw-small.svg").read_text("utf-8")
    assert ">AITO</text>" in picture
    assert "@font-face" in picture


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_pictures_of_the_gallery_are_read(site: Built, browser: Browser, width: int) -> None:
    """On no width are they drawn so small that their letters are below ten pixels, and each has its unit beside it."""
    page = opened(browser, site, "charts/", viewport={"width": width, "height": 900})
    images = page.locator(".gallery img")
    scales = images.evaluate_all("all => all.map(each => each.clientWidth / each.getAttribute('width'))")
    assert min(scales) * LABEL >= 10
    assert page.locator(".gallery li").count() == images.count()
    assert all(each.is_visible() for each in page.locator(".gallery p").all()[:5])
