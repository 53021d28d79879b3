"""In Chromium: nothing on the console, nothing from elsewhere, and popovers for keyboards and without scripts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import groupby

import pytest
from conftest import Built
from playwright.sync_api import Browser, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("Chromium is missing: run .ci/tools, or name one in the variable CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


def samples(site: Built) -> list[str]:
    """Two pages of each type, the longest and the first: pages of one type lie in one folder, equally deep."""

    def kind(page: str) -> tuple[str, int]:
        return page.partition("/")[0] if "/" in page else page, page.count("/")

    def size(page: str) -> int:
        return (
            (site.folder / page / "index.html" if page.endswith("/") or not page else site.folder / page).stat().st_size
        )

    found = []
    for _, group in groupby(sorted(site.pages, key=kind), key=kind):
        pages = list(group)
        found += sorted({pages[0], max(pages, key=size)})
    return found


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


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_pages_are_quiet_and_fit(site: Built, browser: Browser, width: int, scheme: str) -> None:
    """Each type of page: no console message, no request off the site, nothing wider than the window."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    faults = watched(page, site.below)
    for name in samples(site):
        page.goto(site.below + name)
        page.evaluate("document.fonts.ready.then(() => null)")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            faults.append(f"{page.url}: {wider} pixels wider than the window")
    context.close()
    assert faults == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_popovers_open_by_keyboard(site: Built, browser: Browser, scripts: bool) -> None:
    """The button beside a figure opens its popover with Enter and closes it with Escape, with and without scripts."""
    name = next(page for page in samples(site) if page.startswith("briefs/") and page != "briefs/")
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    faults = watched(page, site.root)
    page.goto(site.root + name)
    button = page.locator("button[popovertarget]").first
    popover = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    assert not popover.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    popover.wait_for(state="visible", timeout=2000)
    page.keyboard.press("Escape")
    popover.wait_for(state="hidden", timeout=2000)
    context.close()
    assert faults == []


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
