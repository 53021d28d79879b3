"""What the tests in Chromium share: which pages to look at, and what a page should not do."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from conftest import Built
from playwright.sync_api import Browser, Page

SMALLEST = 11
"""The smallest text, in pixels as drawn."""

SMALL_TEXT = """least => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, holder = node.parentElement;
    if (!node.textContent.trim() || !holder.getClientRects().length) continue;
    const scale = holder instanceof SVGElement ? Math.abs(holder.getScreenCTM().a) : 1;
    const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
    if (size < least - 0.05) small.push(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 40)}`);
  }
  return small;
}"""
AXE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""The size of what is pressed is no rule of axe unless it is asked for; what is in order need not be described."""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def file(site: Built, page: str) -> Path:
    """The file of a page."""
    return site.folder / page / "index.html" if page.endswith("/") or not page else site.folder / page


def kinds(site: Built) -> list[list[str]]:
    """The pages by type: those of one type lie in one folder, equally deep; the smallest first."""

    def kind(page: str) -> tuple[str, int]:
        return page.partition("/")[0] if "/" in page else page, page.count("/")

    groups = (list(group) for _, group in groupby(sorted(site.pages, key=kind), key=kind))
    return [sorted(group, key=lambda page: file(site, page).stat().st_size) for group in groups]


def opened(browser: Browser, site: Built, name: str, **context: object) -> Page:
    """A page in a window of its own, which jumps where it would glide."""
    page = browser.new_context(**context, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
    page.goto(site.root + name)
    return page


def first(site: Built, folder: str) -> str:
    """The longest page below a folder of the site."""
    return next(group[-1] for group in kinds(site) if group[-1].startswith(folder) and group[-1] != folder)


def samples(site: Built) -> list[str]:
    """Two pages of each type, the shortest and the longest."""
    return [page for group in kinds(site) for page in sorted({group[0], group[-1]})]


def watched(page: Page, origin: str) -> list[str]:
    """A list that fills with everything that a page should not do."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"{page.url}: console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: error: {error}"))
    # Leaving a page ends what it still waits for: that is no fault of the page.
    page.on("requestfailed", lambda r: None if r.failure == "net::ERR_ABORTED" else faults.append(f"failed: {r.url}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith((origin, "data:")) else faults.append(f"request: {request.url}"),
    )
    page.on(
        "response", lambda answer: faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None
    )
    return faults


def violations(page: Page) -> list[str]:
    """What axe finds wrong on a page as it stands, each with its rule and its element."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then(found => found.violations)", AXE)
    return [f"{page.url}: {each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]
