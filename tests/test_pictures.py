"""Pictures that a reader saves have all their letters at the first click, in whatever script they are."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from browsing import watched
from conftest import Server
from PIL import Image
from playwright.sync_api import Browser, Page

from sitegen.build import make
from sitegen.scaffold.init import init_project
from sitegen.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)
CHART = "charts/loaves/"
CHOICE = "explore/?series=harbour.loaves"


class Named(NamedTuple):
    """A tracker whose site, company and chart have names in a script; its address."""

    name: str
    address: str


@pytest.fixture(scope="module", params=["赛力斯", "面包追踪", "Łódź ≈ 问界 Хліб"])
def named(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Named]:
    """The starter under a name, of letters that no font has too, served below a path with its policy as a header."""
    project = tmp_path_factory.mktemp("named") / "project"
    init_project(project)
    for path, old in (
        ("data/site.yaml", "Bread tracker, an example"),
        ("data/companies/harbour.yaml", "Harbour Bread"),
        ("data/charts/loaves.yaml", "Loaves sold per quarter"),
    ):
        file = project / path
        file.write_text(file.read_text().replace(old, request.param, 1))
    folder = tmp_path_factory.mktemp("site")
    for path, content in make(Settings(project=project, cache=False, lenient=True), lambda stage: None).outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with Server(folder, "/repo/", {"Content-Security-Policy": POLICY}) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Named(request.param, server.url)
        server.shutdown()


def saved(page: Page, button: str) -> bytes:
    """The picture of a click."""
    with page.expect_download() as download:
        page.locator(button).click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(("address", "button"), [(CHART, ".as-png"), (CHOICE, "#explore-png")])
def test_the_first_picture_has_all_its_letters(named: Named, browser: Browser, address: str, button: str) -> None:
    """In a fresh browser the first file is the second, letter by letter, and its title is written."""
    page = browser.new_context(accept_downloads=True).new_page()
    faults = watched(page, named.address)
    page.goto(named.address + address)
    page.locator(button).wait_for()
    first = saved(page, button)
    page.wait_for_timeout(300)
    page.wait_for_timeout(500)
    assert first == saved(page, button)
    picture = Image.open(io.BytesIO(first)).convert("L")
    title = picture.crop((32, 36, 600, 84))
    darkest, lightest = title.getextrema()
    assert lightest - darkest > 150  # type: ignore[operator]
    page.context.close()
    assert faults == []
