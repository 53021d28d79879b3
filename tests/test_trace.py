"""In Chromium: a reader can open what stands behind every number, and see how every claim was tested."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from browsing import file
from built import tree
from conftest import Built
from playwright.sync_api import Browser, expect

PAGES = 10


def _named(site: Built, folder: str) -> list[str]:
    return [page for page in site.pages if page.startswith(folder) and page.count("/") == folder.count("/") + 1]


@pytest.mark.parametrize("brief", range(PAGES))
def test_every_figure_opens_its_note_by_keyboard(site: Built, browser: Browser, brief: int) -> None:
    """On ten briefs, Enter on each figure shows a note that leads to the page of a source."""
    page = browser.new_page()
    page.goto(site.root + _named(site, "briefs/")[brief])
    numbers = page.locator("main .figure:visible").all()
    assert numbers
    note = page.locator(".note:popover-open")
    for number in numbers:
        expect(note).to_have_count(0)
        number.focus()
        page.keyboard.press("Enter")
        expect(note).to_be_visible()
        expect(note.locator("a[href*='sources/']").first).to_be_visible()
        page.keyboard.press("Escape")
    page.close()


def test_excused_words_open_their_reason(site: Built, browser: Browser) -> None:
    """On the founding brief, the letter behind the number of the claim opens its reason, without scripts too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.root}briefs/did-seres-sell-80000/")
    button = page.locator("main .lit button").first
    note = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    expect(note).to_be_hidden()
    button.click()
    expect(note).to_contain_text("the number of the claim")
    expect(note).to_be_visible()
    context.close()


def _held(root: Element, name: str, tag: str | None = None) -> list[Element]:
    """The elements of a class, all or those of one tag."""
    return [each for each in root.iter(tag) if name in each.get("class", "").split()]


def test_every_claim_page_shows_how_it_was_tested(site: Built, browser: Browser) -> None:
    """Verdict, who says it or why it is not tested, and readings with their results where there is a check.

    All pages are read, and one of each verdict is looked at.
    """
    pages = _named(site, "claims/")
    assert len(pages) > 40
    seen: dict[str, str] = {}
    for name in pages:
        main = next(tree(file(site, name)).iter("main"))
        [verdict] = [each for top in _held(main, "standfirst") for each in _held(top, "verdict")]
        seen[verdict.get("class", "")] = name
        tested = [each for table in _held(main, "readings", "table") for each in _held(table, "outcome", "td")]
        assert tested or "Nothing that we found can test it" in "".join(main.itertext()), name
        links = [each.get("href", "") for each in main.iter("a")]
        assert not _held(main, "figure") or any("sources/" in link for link in links), name
    assert len(seen) > 2
    page = browser.new_page()
    for name in seen.values():
        page.goto(site.root + name)
        expect(page.locator("main .standfirst .verdict")).to_be_visible()
    page.close()
