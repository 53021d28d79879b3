"""In Chromium: where things stand on a page, and how large what is pressed is, over all types of pages."""

from __future__ import annotations

from browsing import kinds, opened
from conftest import Built
from playwright.sync_api import Browser

SCREEN = {"width": 1440, "height": 900}
EMPTY = """() => {
  const main = document.querySelector('main'), box = main.getBoundingClientRect();
  const pad = parseFloat(getComputedStyle(main).paddingLeft);
  const edge = box.left + pad + (box.width - 2 * pad) * 2 / 3 + 8;
  const spans = [], add = (top, bottom, right) => { if (right > edge && bottom > top) spans.push([top, bottom]); };
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.textContent.trim() || !walk.currentNode.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const line of range.getClientRects()) add(line.top, line.bottom, line.right);
  }
  for (const each of main.querySelectorAll('svg, img'))
    if (each.checkVisibility()) {
      const drawn = each.getBoundingClientRect();
      add(drawn.top, drawn.bottom, drawn.right);
    }
  // What is sticky goes along with its reader to the end of what it stands in.
  for (const each of main.querySelectorAll('.beside > *, details > p, figcaption'))
    if (getComputedStyle(each).position === 'sticky') {
      const own = each.getBoundingClientRect();
      add(own.top, each.parentElement.getBoundingClientRect().bottom, own.right);
    }
  let at = box.top, most = 0;
  for (const [top, bottom] of [...spans.sort((a, b) => a[0] - b[0]), [box.bottom, box.bottom]]) {
    most = Math.max(most, top - at);
    at = Math.max(at, bottom);
  }
  return most;
}"""


def test_no_wide_page_has_an_empty_third(site: Built, browser: Browser) -> None:
    """On a wide screen something stands in the right third within each height of the window."""
    page = browser.new_context(viewport=SCREEN, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    faults = []
    for name in (group[-1] for group in kinds(site)):
        page.goto(site.root + name)
        page.evaluate("document.fonts.ready.then(() => null)")
        if name.startswith("explore/"):  # whose chart is drawn later
            page.locator("#explore-drawing svg").wait_for()
        if (empty := page.evaluate(EMPTY)) > SCREEN["height"]:
            faults.append(f"{name}: {empty:.0f} pixels")
    page.context.close()
    assert faults == []


FOLDS = """() => [...document.querySelectorAll('.folded:not([open])')].map(each => each.getBoundingClientRect())
  .map(box => [Math.round(box.top), box.left, box.right])"""


def test_folded_groups_are_as_wide_as_the_page(site: Built, browser: Browser) -> None:
    """On a wide screen two stand side by side, equally high, and the second ends where the page does."""
    page = opened(browser, site, "", viewport=SCREEN)
    for name in ("compare/nio/li-auto/", "data/"):
        page.goto(site.root + name)
        article = page.locator("article").bounding_box()
        assert article
        left, right = article["x"], article["x"] + article["width"]
        folds = page.evaluate(FOLDS)
        assert len(folds) > 1, name
        for one, other in zip(folds[::2], folds[1::2], strict=False):
            assert one[0] == other[0], name
            assert abs(one[1] - left) < 1 > abs(other[2] - right), name
    page.context.close()


SMALL = """([size, menu]) => {
  const box = (each) => [...each.getClientRects()].filter(one => one.width && one.height && one.right > 0);
  // A link within a line of text is as high as its line.
  const inText = (each) => getComputedStyle(each).display === 'inline' && !each.matches('button, summary') &&
    each.closest('p, li, td, th, dd, dt, h1, h2, h3, h4, caption, div').textContent.trim() !== each.textContent.trim();
  const all = [...document.querySelectorAll('a[href], button, summary')]
    .filter(each => each.checkVisibility() && Boolean(each.closest('.menu')) === menu)
    .flatMap(each => box(each).map(one => ({each, one, text: inText(each)})));
  const large = (one) => one.width >= size - 0.5 && one.height >= size - 0.5;
  const middle = (one) => [(one.left + one.right) / 2, (one.top + one.bottom) / 2];
  const meets = (one, other) => {
    const [x, y] = middle(one), [u, v] = middle(other.one), {left, right, top, bottom} = other.one;
    return large(other.one) || other.text
      ? Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < size / 2 - 0.5
      : Math.hypot(u - x, v - y) < size - 0.5;
  };
  return [...new Set(all.filter(({one, text, each}) => !text && !large(one) && all.some(other =>
    !other.each.contains(each) && !each.contains(other.each) && meets(one, other)))
    .map(({one, each}) => `${one.width} x ${one.height}: ${each.textContent.trim().slice(0, 40)}`))];
}"""
TARGET = 24
"""The least width and height, in pixels, of what a finger presses, or of the room around it (WCAG 2.5.8)."""


def test_the_table_of_a_chart_fits_a_phone(site: Built, browser: Browser) -> None:
    """Of a period and two columns of numbers, nothing lies beyond the edge."""
    wide = "all => all.filter(e => e.rows[0].cells.length < 4).map(e => [e.offsetWidth, e.parentElement.clientWidth])"
    page = opened(browser, site, "charts/aito-and-bmw/", viewport={"width": 360, "height": 800})
    found = page.eval_on_selector_all(".chart table.sortable", wide)
    assert found
    assert [each for each in found if each[0] > each[1]] == []


def test_what_is_pressed_has_room(site: Built, browser: Browser) -> None:
    """On a phone, everything folded out, in tables too: each target is large enough, or no other one is near it."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    faults = []
    for name in (group[-1] for group in kinds(site)):
        page.goto(site.below + name)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        for menu in (False, True):  # which lies over the page
            faults += [f"{name}: {small}" for small in page.evaluate(SMALL, [TARGET, menu])]
    page.context.close()
    assert faults == []


def test_a_long_text_of_a_company_goes_on_where_its_reader_asks(site: Built, browser: Browser) -> None:
    """On a phone its first part is shown, elsewhere three, and all where it is unfolded or a link leads further."""
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(site.below + "companies/seres/")
    parts, rest = page.locator(".prose > h2"), page.locator(".rest > summary")
    assert [part.is_visible() for part in parts.all()] == [True, *[False] * (parts.count() - 1)]
    assert all((part.text_content() or "?") in rest.inner_text() for part in parts.all()[1:])
    rest.click()
    assert all(part.is_visible() for part in parts.all())
    page.goto(site.below + f"companies/seres/#{parts.last.get_attribute('id')}")
    page.reload()
    assert parts.last.is_visible()
    assert not rest.is_visible()
    page.set_viewport_size(SCREEN)  # type: ignore[arg-type]
    page.goto(site.below + "companies/seres/")
    assert parts.count() > 3
    assert [part.is_visible() for part in parts.all()] == [*[True] * 3, *[False] * (parts.count() - 3)]
    assert [(part.text_content() or "?") in rest.inner_text() for part in parts.all()[1:4]] == [False, False, True]
    rest.click()
    assert all(part.is_visible() for part in parts.all())
    page.context.close()
