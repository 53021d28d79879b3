"""In Chromium: a number opens its note wherever it is pressed, by pointer and by keyboard; else it is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from browsing import file, first, opened, watched
from built import tree
from conftest import Built
from playwright.sync_api import Browser, Locator, Page, expect

UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
NUMBER = "main .figure"
CELL = "main td > a[data-note]"
TABLE = "charts/new-makers-quarters/"
SERIES = "data/aito/deliveries/"
SOURCE = "sources/cnevpost-dashboard/"


def pressed(page: Page, link: Locator, key: str = "") -> Locator:
    """The note that a number opens, pressed by a pointer or a key; the number says that it is open."""
    if key:
        link.focus()
        page.keyboard.press(key)
    else:
        link.click()
    note = page.locator(".note:popover-open")
    expect(note).to_have_count(1)
    expect(link).to_have_attribute("aria-expanded", "true")
    return note


@pytest.mark.parametrize(
    ("folder", "selector"), [("briefs/", NUMBER), ("companies/", CELL), (TABLE, CELL), (SERIES, CELL), (SOURCE, CELL)]
)
def test_a_number_opens_its_note_where_it_is_pressed(site: Built, browser: Browser, folder: str, selector: str) -> None:
    """In prose and in tables: by pointer, Enter or Space, one at a time; Escape gives the focus back to the number."""
    page = opened(browser, site, folder if folder in (TABLE, SERIES, SOURCE) else first(site, folder))
    faults, before = watched(page, site.root), page.url
    page.evaluate(UNFOLD)
    one, other = page.locator(selector).first, page.locator(selector).last
    for key in ("", "Enter", "Space"):
        note = pressed(page, one, key)
        expect(note.get_by_role("link", name="read it").first).to_be_visible()
        assert "#" in str(note.locator(".note-foot a").first.get_attribute("href"))
        assert "@" in note.locator("code").first.inner_text()
        assert note.locator(".copy").count() == 1
        page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        expect(one).to_be_focused()
        expect(one).to_have_attribute("aria-expanded", "false")
    pressed(page, one, "Enter")
    other.evaluate("each => each.click()")
    expect(other).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".note:popover-open")).to_have_count(1)
    expect(one).to_have_attribute("aria-expanded", "false")
    assert (page.url, faults) == (before, [])
    page.context.close()


def test_pressed_again_a_number_closes_its_note(site: Built, browser: Browser) -> None:
    """A second press closes what the first one opened."""
    page = opened(browser, site, first(site, "briefs/"))
    number = page.locator(NUMBER).first
    pressed(page, number)
    number.click()
    expect(page.locator(".note:popover-open")).to_have_count(0)
    page.context.close()


def test_the_note_of_a_computed_number_shows_what_it_is_made_of(site: Built, browser: Browser) -> None:
    """A change in a table tells how it was computed, both of its ends, and the sources and addresses of these."""
    page = opened(browser, site, "companies/seres/")
    change = page.locator("main td a[data-note='']:visible").first
    note = pressed(page, change)
    assert change.inner_text() in note.locator(".note-value").inner_text()
    assert len(set(note.locator("code").inner_text().split(", "))) == 2
    assert note.locator(".note-label + ul").first.locator("li").count() >= 2
    assert note.get_by_role("link", name="read it").count() >= 1
    page.context.close()


def test_a_note_tells_what_others_say(site: Built, browser: Browser) -> None:
    """Where sources differ, the note of a number in a table has every value with its source, as on its series' page."""
    page = opened(browser, site, "charts/aito-quarters/")
    page.evaluate(UNFOLD)
    rival = page.locator(CELL + "[href$='aito/deliveries/#2025-Q2']").first
    note = pressed(page, rival)
    assert "about 102,000" in note.locator(".note-value").inner_text()
    assert any("107,000" in value for value in note.locator("li").all_inner_texts())
    page.context.close()


def test_numbers_of_headlines_have_notes(site: Built, browser: Browser) -> None:
    """The number in the title of a brief or a chart opens its note, where the chart stands on another page too."""
    for name, headline in (("briefs/bmw-answer/", "h1"), ("charts/aito-quarters/", "h1"), ("companies/seres/", "h2")):
        page = opened(browser, site, name)
        page.evaluate(UNFOLD)
        number = page.locator(f"main {headline} .figure").first
        expect(pressed(page, number).locator("code")).not_to_have_count(0)
        page.context.close()


def test_escape_closes_the_menu_of_a_telephone(site: Built, browser: Browser) -> None:
    """It lies over the page; the focus goes back to what opened it."""
    page = opened(browser, site, "", viewport={"width": 390, "height": 844})
    menu = page.locator(".menu")
    menu.locator("summary").press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    menu.locator("a").last.focus()
    page.keyboard.press("Tab")  # past the last link, and so out of it
    expect(menu).not_to_have_attribute("open", "")
    page.context.close()


@pytest.mark.parametrize("height", [844, 640])
def test_on_a_telephone_the_button_that_copies_is_in_sight(site: Built, browser: Browser, height: int) -> None:
    """A long note is scrolled, and its foot stays, so that nobody looks for it."""
    page = opened(browser, site, "", viewport={"width": 390, "height": height})
    note = pressed(page, page.locator("main a[data-note]:visible").first)
    assert note.evaluate("each => each.scrollHeight > each.clientHeight")
    box = note.locator(".copy").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= height
    page.context.close()


def test_without_scripts_a_computed_number_leads_to_its_note(site: Built, browser: Browser) -> None:
    """It has no row of its own among the values of a series: the note itself says how it was made, and of what."""
    page = opened(browser, site, "companies/seres/", java_script_enabled=False)
    page.evaluate(UNFOLD)
    page.locator("main a[data-note='']:visible").first.click()
    assert "/notes/" in page.url
    note = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(note.locator(".note-label").first).to_be_visible()
    expect(note.locator(".copy")).to_be_hidden()
    page.context.close()


def test_without_scripts_a_value_leads_from_its_row_to_how_it_is_cited(site: Built, browser: Browser) -> None:
    """On the page of its series the number stands in its own row already: it leads to its note, which cites it."""
    page = opened(browser, site, SERIES, java_script_enabled=False)
    page.locator("#quarter + .folds tbody[id='2025-Q3'] a[data-note]").click()
    assert page.url.endswith("data/aito/deliveries/notes/2025.html#2025-Q3")
    note = page.locator("[id='2025-Q3']")
    expect(note.locator("code").first).to_have_text("aito.deliveries@2025-Q3")
    note.get_by_text("Cite", exact=True).click()
    expect(note.locator("details p[data-copy]").first).to_contain_text("124,000")
    page.context.close()


def test_without_scripts_a_number_is_a_link(site: Built, browser: Browser) -> None:
    """Then a number of a table leads to its period on the page of its series, which is there."""
    page = opened(browser, site, TABLE, java_script_enabled=False)
    page.evaluate(UNFOLD)
    number = page.locator(CELL).first
    assert number.get_attribute("role") is None
    number.click()
    assert "/data/" in page.url
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_visible()
    page.context.close()


def test_a_number_that_cannot_be_fetched_leads_to_its_series(site: Built, browser: Browser) -> None:
    """Where the page of the series does not answer the script, the link does what it says."""
    page = opened(browser, site, TABLE)
    page.evaluate(UNFOLD)
    page.route(
        "**/data/**", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.locator(CELL).first.click()
    page.wait_for_url("**/data/**")
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_numbers_of_tables_can_be_touched(site: Built, browser: Browser, width: int) -> None:
    """What is pressed in a table is at least 24 pixels wide and high."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    small = []
    for name in (first(site, "companies/"), first(site, "rankings/"), TABLE, first(site, "data/")):
        page.goto(site.root + name)
        page.evaluate(UNFOLD)
        small += page.evaluate(
            """name => [...document.querySelectorAll('main td a:has(> data)')]
               .map(each => [name, each.textContent, each.getBoundingClientRect()])
               .filter(([, , box]) => box.width && (box.width < 24 || box.height < 24))
               .map(([name, text, box]) => `${name}: ${text}: ${box.width} x ${box.height}`)""",
            name,
        )
    page.context.close()
    assert small == []


PLACED = """([note, pressed, whole]) => {
  const [over, under] = [note, pressed].map(each => each.getBoundingClientRect());
  const beside = under.right <= over.left || under.left >= over.right;
  const apart = beside || under.bottom <= over.top || under.top >= over.bottom;
  const within = each => each.top >= 0 && each.bottom <= innerHeight;
  const cut = note.scrollHeight > note.clientHeight && over.height < innerHeight - 20;
  return apart && within(under) && within(over) && !(whole && cut);
}"""
"""Whether what was pressed is in sight beside its note, and the note is; whole: to its end, or high as the window."""
SIZES = {"phone": (390, 844), "desk": (1440, 900)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["", "companies/seres/", SERIES])
def test_a_note_is_whole_and_covers_no_number(site: Built, browser: Browser, name: str, size: str) -> None:
    """Wherever its number stands: at a desk all of it is in sight; who says so stands first, and a cross closes it."""
    width, height = SIZES[size]
    page = opened(browser, site, name, viewport={"width": width, "height": height})
    numbers = page.locator("main a[data-note]:visible")
    count = numbers.count()
    assert count > 3
    for at in (0, 1, count // 2, count - 1):
        note = pressed(page, numbers.nth(at))
        page.wait_for_function(PLACED, arg=[note.element_handle(), numbers.nth(at).element_handle(), size == "desk"])
        parts = "a[rel=external], dd:not(:has(a[rel=external]))"
        order = note.evaluate("(each, parts) => [...each.querySelectorAll(parts)].map(part => part.tagName)", parts)
        assert order.index("A") < order.index("DD")
        note.get_by_role("button", name="Close").press("Enter")
        expect(note).to_have_count(0)
    page.context.close()


def test_the_note_of_words_covers_them_neither(site: Built, browser: Browser) -> None:
    """On a telephone the letter of an excuse stays in sight, and the cross of its note needs no script."""
    width, height = SIZES["phone"]
    for scripts in (True, False):
        page = opened(
            browser,
            site,
            "briefs/did-seres-sell-80000/",
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
        )
        letter = page.locator("button.cite").first
        if scripts:
            letter.evaluate("each => each.scrollIntoView({ block: 'end' })")
        letter.click()
        note = page.locator(".excuse:popover-open")
        if scripts:
            expect(note).to_be_in_viewport()
            page.wait_for_function(PLACED, arg=[note.element_handle(), letter.element_handle(), False])
        note.get_by_role("button", name="Close").press("Enter")
        expect(note).to_have_count(0)
        page.context.close()


COUNT = re.compile(r"(?:places? )?1?,?\d{1,3}(?: (?:to|or) \d+)?")
"""What the site itself counts, below two thousand: how many there are of something, or a place."""
SAID = {
    "changes",  # what stood in the data once has no note
    "told",
    "readings",  # what a claim says, and not what the data do
    "observations",  # the row of the number, which says who gives it
    "definition",  # how far apart sources are, beside a number that opens all of them
    "note-value",
    "times",  # the ratio of the two numbers before it
}
OTHERS = {"league", "places", "last"}
"""Of a table that somebody else published: its numbers are of no series."""


def bare(element: Element) -> Iterator[str]:
    """The numbers of the data in an element that are no part of a link."""
    for child in element:
        classes, words = set(child.get("class", "").split()), "".join(child.itertext())
        published = classes & OTHERS and not any("data-note" in link.attrib for link in child.iter("a"))
        if child.tag == "data" and not COUNT.fullmatch(words):
            yield words
        elif child.tag not in {"a", "svg", "button"} and not published and not classes & SAID:
            yield from bare(child)


def test_no_number_stands_without_its_note(site: Built) -> None:
    """On no page: it opens its note, or is part of a link to where it does; what is no number of a series is bare."""
    found = {}
    for name in site.pages:
        main = next(tree(file(site, name)).iter("main"))
        claimed = {
            words for table in main.iter("table") if table.get("class") == "readings stack" for words in bare(table)
        }
        if left := {*bare(main)} - claimed:
            found[name] = left
    assert found == {}


LISTS = {
    "": ".cards p .figure, .changes a[data-note]",
    "briefs/": ".cards p .figure",
    "tags/aito/": ".cards p .figure",
    "companies/": ".cards p .figure",
    "changes/": ".told a[data-note]",
    "compare/": ".grid a[data-note]",
    "capabilities/": ".capabilities td .figure",
}


@pytest.mark.parametrize("width", [360, 1440])
def test_numbers_in_lists_open_their_notes(site: Built, browser: Browser, width: int) -> None:
    """In the summary of a brief, in a change, beside a name: the note opens, and the page stays where it is."""
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    for name, selector in LISTS.items():
        page.goto(site.root + name)
        page.evaluate(UNFOLD)
        number = page.locator(f"main {selector.replace(', ', ', main ')}").first
        note = pressed(page, number)
        assert number.locator("data").inner_text() in note.locator(".note-value").inner_text()
        assert page.url == site.root + name
    page.context.close()
