"""In Chromium: pages do not move while they load, late fonts or not, and keep to their policy in a header too."""

from __future__ import annotations

import re
import time

import pytest
from browsing import kinds, watched
from conftest import Built
from playwright.sync_api import Browser, Page, Route

WATCH = """window.moved = 0;
new PerformanceObserver(list => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
}).observe({type: 'layout-shift', buffered: true});"""
MOST = 0.02
"""The layout shift that a reader may meet."""
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')


def _moved(page: Page, address: str) -> float:
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 100)))")
    return float(page.evaluate("window.moved"))


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(site: Built, browser: Browser, width: int) -> None:
    """The longest page of each type stays where it is, with fonts that come late too."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    names = [group[-1] for group in kinds(site)]
    moved = {name: _moved(page, site.below + name) for name in names}
    assert {name: shift for name, shift in moved.items() if shift > MOST} == {}
    context.close()
    for name in names:  # each in a window that has no font yet
        context = browser.new_context(viewport={"width": width, "height": 800})
        context.add_init_script(WATCH)
        page = context.new_page()
        page.route("**/*.woff2", _late)
        moved[name] = _moved(page, site.below + name)
        context.close()
    assert {name: shift for name, shift in moved.items() if shift > MOST} == {}


def test_pages_keep_to_their_policy_in_a_header(site: Built, browser: Browser) -> None:
    """A host may send the policy of the page as a header too: nothing on any type of page breaks it."""
    page = browser.new_context().new_page()
    faults = watched(page, site.below)
    policy = POLICY.search((site.folder / "index.html").read_text(encoding="utf-8"))
    assert policy

    def with_header(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": f"{policy[1]}; frame-ancestors 'none'"}
        route.fulfill(response=answer, headers=headers)

    page.route("**/*", with_header)
    for name in (group[-1] for group in kinds(site)):
        page.goto(site.below + name)
    page.context.close()
    assert faults == []
