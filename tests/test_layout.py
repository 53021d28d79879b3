"""In Chromium: where things stand on a page, and how large what is pressed is, over all types of pages."""

from __future__ import annotations

from browsing import kinds
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
  for (const each of main.querySelectorAll('.beside > *, details > p'))
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
        if (empty := page.evaluate(EMPTY)) > SCREEN["height"]:
            faults.append(f"{name}: {empty:.0f} pixels")
    page.context.close()
    assert faults == []
