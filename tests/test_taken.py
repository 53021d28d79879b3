"""What a reader takes along by older ways: a copy where a browser gives none, and an old address of a frame."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from browsing import watched
from conftest import Server
from playwright.sync_api import Browser, Page, expect

from sitegen.build import make
from sitegen.scaffold.init import init_project
from sitegen.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)
OLD = {
    "data/charts/loaves.yaml": ("kind: line", "kind: line\nformer_ids: [sold]"),
    "data/claims.yaml": ("harbour-grew-faster:\n", "harbour-grew-faster:\n  former_ids: [faster]\n"),
    "data/rankings.yaml": ("loaves-2025:\n", "loaves-2025:\n  former_ids: [top]\n"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The starter with former ids, served below a path with its policy as a header."""
    project, folder = tmp_path_factory.mktemp("taken") / "project", tmp_path_factory.mktemp("site")
    init_project(project)
    for path, (old, new) in OLD.items():
        text = (project / path).read_text()
        assert old in text
        (project / path).write_text(text.replace(old, new, 1))
    for path, content in make(Settings(project=project, cache=False), lambda stage: None).outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with Server(folder, "/repo/", {"Content-Security-Policy": POLICY}) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("charts/sold/embed/?theme=dark", "charts/loaves/embed/?theme=dark"),
        ("claims/faster/embed/?theme=light#top", "claims/harbour-grew-faster/embed/?theme=light#top"),
        ("rankings/top/embed/?theme=dark", "rankings/loaves-2025/embed/?theme=dark"),
        ("rankings/top/?from=mail", "rankings/?from=mail#ranking-loaves-2025"),
        ("charts/sold/", "charts/loaves/"),
    ],
)
def test_an_old_address_keeps_what_it_asks_for(address: str, browser: Browser, old: str, new: str) -> None:
    """The theme of a frame, and whatever else stands behind the `?`, is there at the new address."""
    page = browser.new_page()
    page.goto(address + old, wait_until="commit")
    page.wait_for_url(address + new)
    if "theme=" in new:
        expect(page.locator("html")).to_have_attribute("data-theme", new.partition("theme=")[2].partition("#")[0])
    page.close()


def held(page: Page, button: str) -> str:
    """What stands selected once a button has been pressed that cannot copy."""
    page.locator(button).first.click()
    expect(page.locator(button).first).to_have_text("Selected: now copy it")
    field = page.locator("textarea:focus")
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd - field.value.length]") == [0, 0]
    return field.input_value()


@pytest.mark.parametrize(
    ("path", "opens", "button", "text"),
    [
        ("charts/loaves/", "", ".copy-table", "Period\tNorthfield Bakery"),
        ("companies/harbour/", ".cite-as summary", ".cite-as .take", "Bread tracker"),
        ("companies/harbour/", "a[data-note]", ".note .copy", "Harbour Bread"),
        ("data/harbour/loaves/", "", ".copy-address", "harbour.loaves@"),
        ("explore/?series=harbour.loaves", "", "#explore-copy", "series=harbour.loaves"),
    ],
)
def test_what_cannot_be_copied_stands_selected(
    address: str, browser: Browser, path: str, opens: str, button: str, text: str
) -> None:
    """Where a browser has no clipboard, on a page without https, the text stands selected and the button says so."""
    page = browser.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    faults = watched(page, address)
    page.goto(address + path)
    if opens:
        page.locator(opens).first.click()
    assert text in held(page, button)
    assert text in held(page, button)
    assert page.locator("textarea").count() == 1
    page.close()
    assert faults == []
