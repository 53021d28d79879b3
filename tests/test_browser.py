"""In Chromium: every type of page is quiet, fits and can be read, by keyboard and without scripts too."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from typing import Literal

import pytest
from browsing import SMALL_TEXT, SMALLEST, WIDER, file, first, kinds, opened, samples, violations, watched
from conftest import Built
from playwright.sync_api import Browser, expect

Scheme = Literal["light", "dark"]
HOME, PAGE, SCRIPT, FONTS, TITLES = 70_000, 60_000, 4_200, 90_000, 45_000
"""Bytes at most: of the home page and of any other with their style and script, of the script, of the fonts loaded."""


@pytest.mark.parametrize(("width", "schemes"), [(360, ("dark", "light")), (1280, ("light", "dark"))])
def test_pages_are_quiet_and_fit(site: Built, browser: Browser, width: int, schemes: Sequence[Scheme]) -> None:
    """Each type of page: no console message, no request off the site, nothing wider than the window, no tiny text.

    It is opened in the first scheme and turns to the other.
    """
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    faults = watched(page, site.below)
    for name in samples(site):
        page.emulate_media(color_scheme=schemes[0])
        page.goto(site.below + name)
        page.evaluate("document.fonts.ready.then(() => null)")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = false; })")
            if (wider := page.evaluate(WIDER)) > 0:
                faults.append(f"{page.url}: {wider} pixels wider than the window")
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            faults += [f"{page.url}: {small}" for small in page.evaluate(SMALL_TEXT, SMALLEST)]
    context.close()
    assert faults == []


@pytest.mark.parametrize(("width", "scheme"), [(412, "dark"), (1280, "light")])
def test_axe_finds_nothing(site: Built, browser: Browser, width: int, scheme: Scheme) -> None:
    """The longest page of each type, and so the longest of all, with everything folded out: no violation."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    found: list[str] = []
    for group in kinds(site):
        page.goto(site.below + group[-1])
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        found += violations(page)
    context.close()
    assert found == []


NEAR = """() => {
  document.querySelectorAll("details").forEach(each => { each.open = true; });
  const pressed = [...document.querySelectorAll("main :is(a, button, summary)")];
  const originals = [...document.querySelectorAll("main a[rel=external][class*=of-]")];
  const found = originals.flatMap(original => [original.parentElement.querySelector("a"), original]).flatMap(link => {
    const [box] = [...link.getClientRects()].sort((one, other) => other.width - one.width);
    if (!box) return [];
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const beside = each => Math.max(each.left - x, 0, x - each.right);
    const off = each => Math.max(each.top - y, 0, y - each.bottom);
    const near = each => Math.hypot(beside(each), off(each)) < 12;
    return pressed.filter(other => other !== link && [...other.getClientRects()].some(near))
      .map(other => `${link.textContent} lies near ${other.textContent}`);
  });
  return [originals.length, found];
}"""
"""How many sources have their original beside them; and what lies inside the circle of 24 pixels around one of both."""


@pytest.mark.parametrize("width", [360, 1440])
def test_a_finger_meets_one_source(site: Built, browser: Browser, width: int) -> None:
    """A source and its original are as far from each other, and from what else is pressed, as a finger needs."""
    page = opened(browser, site, "", viewport={"width": width, "height": 800})
    found: list[str] = []
    for name in ("data/aito/deliveries/", "data/bmw/deliveries/", "companies/seres/", "expansion/seres/"):
        page.goto(site.root + name)
        sources, near = page.evaluate(NEAR)
        assert sources, name
        found += near
    page.context.close()
    assert found == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_popovers_open_by_keyboard(site: Built, browser: Browser, scripts: bool) -> None:
    """The letter at excused words opens its popover with Enter and closes it with Escape, with and without scripts."""
    page = opened(browser, site, "briefs/did-seres-sell-80000/", java_script_enabled=scripts)
    button = page.locator("button[popovertarget]").first
    popover = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    assert not popover.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    popover.wait_for(state="visible", timeout=2000)
    page.keyboard.press("Escape")
    popover.wait_for(state="hidden", timeout=2000)
    page.context.close()


def test_reading_needs_no_scripts(site: Built, browser: Browser) -> None:
    """Without scripts the pages show their text and charts, and are as quiet."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    faults = watched(page, site.below)
    for name in samples(site):
        page.goto(site.below + name)
        assert page.locator("h1").first.is_visible(), name
    context.close()
    assert faults == []


def test_the_first_key_skips_to_the_content(site: Built, browser: Browser) -> None:
    """Tab reaches the skip link first, which is then seen; what has the focus has an outline."""
    page = opened(browser, site, "")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("each => each === document.activeElement")
    assert skip.bounding_box()["x"] >= 0  # type: ignore[index]
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.context.close()


def test_a_chart_tells_its_numbers(site: Built, browser: Browser) -> None:
    """The arrow keys and a pointer show what stands behind the marks of a drawing; Escape puts it away."""
    page = opened(browser, site, first(site, "companies/"))
    faults = watched(page, site.root)
    box = page.locator(".chart-img[tabindex='0']").first
    tip = page.locator(".chart-img[tabindex] + .tip").first
    box.focus()
    page.keyboard.press("ArrowRight")
    one = tip.inner_text()
    page.keyboard.press("ArrowRight")
    assert one
    assert tip.inner_text() not in ("", one)
    page.keyboard.press("Escape")
    assert tip.inner_text() == ""
    mark = box.locator("svg:visible [data-t]").first
    mark.hover(force=True)
    tip.wait_for(state="visible", timeout=2000)
    assert mark.get_attribute("fill") is None  # the room of a period, which is not drawn
    assert mark.evaluate("each => getComputedStyle(each).stroke") == "none"
    pointed, told = mark.bounding_box(), tip.bounding_box()
    page.context.close()
    assert faults == []
    assert pointed is not None
    assert told is not None
    assert told["x"] >= pointed["x"] + pointed["width"] or told["x"] + told["width"] <= pointed["x"]


def test_tables_of_words_fit_a_phone(site: Built, browser: Browser) -> None:
    """On a phone the tables of words are paragraphs: nothing of them lies beyond the edge, and labels name the rest."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    beyond, seen = [], 0
    for name in samples(site):
        page.goto(site.root + name)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        boxes = page.evaluate(
            """[...document.querySelectorAll('.scroll:has(.stack, .observations, .league)')]
               .map(box => box.scrollWidth - box.clientWidth)"""
        )
        seen += len(boxes)
        beyond += [f"{name}: {pixels} pixels" for pixels in boxes if pixels > 0]
    page.goto(site.root + first(site, "expansion/"))
    label = "getComputedStyle(document.querySelector('.markets [data-label=reported]'), '::before').content"
    assert "reported" in page.evaluate(label)
    context.close()
    assert seen
    assert beyond == []


def test_a_brand_is_introduced_where_its_link_lands(site: Built, browser: Browser) -> None:
    """Its name, what it is and its first series are in sight."""
    name = next(page for page in site.pages if '<section class="entity"' in file(site, page).read_text("utf-8"))
    page = opened(browser, site, name)
    brand = page.locator("section.entity:has(table)").last
    page.goto(f"{site.root}{name}#{brand.get_attribute('id')}")
    assert brand.locator("h3").is_visible()
    assert brand.locator("h3 ~ .quiet").first.is_visible()
    assert brand.locator("table").is_visible()
    page.context.close()


def test_folded_rows_are_shown_when_asked_for(site: Built, browser: Browser) -> None:
    """Of a long table a few rows are in sight, all after a click, and the row that a link leads to always."""
    page = opened(browser, site, "")
    held = (page for page in site.pages if page.startswith("data/"))
    name = next(each for each in held if 'class="more-rows"' in file(site, each).read_text())
    page.goto(site.root + name)
    folds = page.locator(".folds:has(> .more-rows:not(.narrow))").first
    rows = folds.locator("tbody")
    rows = rows if rows.count() > 1 else folds.locator("tbody tr, li")
    assert not rows.last.is_visible()
    folds.locator("> .more-rows summary").click()
    assert rows.last.is_visible()
    page.context.close()


def test_remarks_on_a_number_are_shown_when_asked_for(site: Built, browser: Browser) -> None:
    """Several stand behind their count; why a number is not used stands in sight."""
    page = opened(browser, site, "data/aito/deliveries/")
    for each in page.locator("details.why").all():
        lines = each.locator(".definition")
        assert lines.count() > 1
        assert each.locator("summary").text_content() == f"{lines.count()} remarks"
        assert not lines.first.is_visible()
    first = page.locator("details.why").first
    first.locator("summary").click()
    assert first.locator(".definition").first.is_visible()
    assert page.get_by_text("Not used: ").first.is_visible()
    page.context.close()


@pytest.mark.parametrize(("width", "most"), [(360, 3), (1280, 5)])
def test_lists_of_a_company_are_folded(site: Built, browser: Browser, width: int, most: int) -> None:
    """A list shows five rows, on a telephone three, or all where that leaves at most two; the last lists are shut."""
    page = opened(browser, site, "companies/seres/", viewport={"width": width, "height": 800})
    lists = page.locator(".folds:has(> .more-rows):has(table, .claims, .timeline)")
    assert lists.count() >= 4
    for each in lists.all():
        rows = each.locator("tbody tr, .claims > li, .timeline > li")
        shown = sum(row.is_visible() for row in rows.all())
        assert shown in (0, most if rows.count() > most + 2 else rows.count())  # none in a group that is shut
        assert shown in (0, rows.count()) or each.locator("> .more-rows").is_visible()
    assert not page.locator("#on-series").is_visible()
    page.locator("summary:has-text('Every series')").click()
    assert page.locator("#on-series .entity").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_link_into_a_folded_group_opens_it(site: Built, browser: Browser, script: bool) -> None:
    """From another page and on the same page, with scripts and without; the others stay shut."""
    for name in ("data/", "sources/", "capabilities/"):
        text = file(site, name).read_text()
        shut, *others = re.findall(r'<details class="folded">\s*<summary>.*</summary>\s*<div id="([^"]+)">', text)
        page = opened(browser, site, f"{name}#{shut}", java_script_enabled=script)
        expect(page.locator(f"#{shut}")).to_be_visible()
        assert not any(page.locator(f"#{other}").is_visible() for other in others)
        page.goto(f"{page.url.partition('#')[0]}#{others[-1]}")
        expect(page.locator(f"#{others[-1]}")).to_be_visible()
        page.context.close()


def test_folded_groups_are_whole_on_paper(site: Built, browser: Browser) -> None:
    """In print the lists of every group stand below its heading."""
    page = opened(browser, site, "sources/")
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.folded')].map(each => [...each.children].map(part => part.clientHeight))"
    )
    assert len(heights) > 1
    assert [each for each in heights if 0 in each] == []
    page.context.close()


def test_tables_are_put_in_order(site: Built, browser: Browser) -> None:
    """A click on the head of a column orders the rows by their numbers, another the other way round."""
    page = opened(browser, site, "rankings/")
    page.goto(site.root + first(site, "rankings/"))
    cells = "[...document.querySelectorAll('.league tbody td:nth-child(3) data')]"
    column = f"{cells}.map(each => Number(each.value))"
    head = page.locator(".league th").nth(2)
    head.get_by_role("button").click()
    down = page.evaluate(column)
    assert head.get_attribute("aria-sort") == "descending"
    assert down == sorted(down, reverse=True)
    head.get_by_role("button").click()
    assert page.evaluate(column) == sorted(down)
    page.context.close()


def test_the_theme_is_remembered(site: Built, browser: Browser) -> None:
    """The switch changes the paper, and the next page keeps it."""
    page = opened(browser, site, "")
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.locator(".theme").click()
    after = page.evaluate(paper)
    page.goto(site.root + "data/")
    assert before != after == page.evaluate(paper)
    page.context.close()


def test_pages_are_light(site: Built) -> None:
    """Every page with its style and script, compressed, is within its weight; so is the script."""

    def weight(path: str) -> int:
        return len(gzip.compress((site.folder / path).read_bytes(), mtime=0))

    script = weight("assets/site.js")
    shared = weight("assets/site.css") + script
    heavy = {}
    for page in site.pages:
        total = len(gzip.compress(file(site, page).read_bytes(), mtime=0)) + shared
        if total > (PAGE if page else HOME):
            heavy[page] = total
    assert heavy == {}
    assert script <= SCRIPT


def test_fonts_are_light(site: Built, browser: Browser) -> None:
    """What a page loads of fonts, even one with Chinese names, is within its weight.

    Titles of sources need more characters, which only a computer without a Chinese font loads.
    """
    context = browser.new_context()
    page = context.new_page()
    loaded: dict[str, int] = {}
    page.on("response", lambda r: loaded.update({r.url: len(r.body())}) if r.url.endswith(".woff2") else None)
    for name in ("", first(site, "companies/"), first(site, "briefs/")):
        page.goto(site.root + name)
        page.evaluate("document.fonts.ready.then(() => null)")
    context.close()
    titles = sum(size for url, size in loaded.items() if url.endswith("-titles.woff2"))
    assert 0 < sum(loaded.values()) - titles <= FONTS, loaded
    assert titles <= TITLES, loaded


def test_chinese_titles_stand_in_one_font(site: Built, browser: Browser) -> None:
    """All Chinese characters of the titles in lists of sources come from one typeface, whatever the computer has."""
    context = browser.new_context()
    page = context.new_page()
    inspector = context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        inspector.send(f"{domain}.enable")
    for name in ("", "companies/seres/", "sources/"):
        for _ in range(2):  # a page that is first read without the font shows it when it is read again
            page.goto(site.root + name)
            page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
            page.evaluate("document.fonts.ready.then(() => null)")
        root = inspector.send("DOM.getDocument")["root"]["nodeId"]
        titles = inspector.send("DOM.querySelectorAll", {"nodeId": root, "selector": "a:lang(zh)"})["nodeIds"]
        words = page.locator("a:lang(zh)").all_text_contents()
        assert words, name
        for text, node in zip(words, titles, strict=True):
            fonts = inspector.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            glyphs = {font["familyName"]: font["glyphCount"] for font in fonts if font["familyName"] != "Inter"}
            assert sum(glyphs.values()) >= len(re.findall("[\u2e80-\u9fff]", text)), (name, text, glyphs)
            assert len(glyphs) <= 1, (name, text, glyphs)
        faces = page.evaluate("[...document.fonts].filter((f) => f.status == 'loaded').map((f) => f.family)")
        assert {"Han", "Han titles"} & {face.strip('"') for face in faces}, (name, faces)
    context.close()
