"""In Chromium: pages do not move while they load, late fonts or not, and keep to their policy in a header too."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import kinds, watched
from conftest import PATH, Built, Handler, Server
from playwright.sync_api import Browser, Page

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


class Late(Handler):
    """Answers as any host does, but for a font only after a while."""

    def do_GET(self) -> None:
        """Sends what is asked for; a font late."""
        if self.path.endswith(".woff2"):
            time.sleep(0.3)
        super().do_GET()


class LateServer(Server):
    """A server of late fonts."""

    def finish_request(self, request: object, client_address: object) -> None:
        """Hands the folder to the handler."""
        Late(request, client_address, self, directory=str(self.folder))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def late(site_folder: Path) -> Iterator[str]:
    """The address of the built site where fonts come late."""
    with LateServer(site_folder, PATH) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(site: Built, late: str, browser: Browser, width: int) -> None:
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
        moved[name] = _moved(page, late + name)
        context.close()
    assert {name: shift for name, shift in moved.items() if shift > MOST} == {}


def test_pages_keep_to_their_policy_in_a_header(site: Built, browser: Browser) -> None:
    """A host may send the policy of the page as a header too: nothing on any type of page breaks it."""
    policy = POLICY.search((site.folder / "index.html").read_text(encoding="utf-8"))
    assert policy
    with Server(site.folder, PATH, {"Content-Security-Policy": f"{policy[1]}; frame-ancestors 'none'"}) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_context().new_page()
        faults = watched(page, server.url)
        for name in (group[-1] for group in kinds(site)):
            page.goto(server.url + name)
        page.context.close()
        server.shutdown()
    assert faults == []
