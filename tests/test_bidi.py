"""Names of scripts that run from right to left stand as they are read, on pages that run from left to right."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import served
from playwright.sync_api import Browser

from sitegen.build import make
from sitegen.scaffold.init import init_project
from sitegen.settings import Settings

PARTS = """(holder, parts) => {
  const walk = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walk.nextNode()) {
    const { data } = walk.currentNode, at = parts.map(part => data.indexOf(part));
    if (at.includes(-1)) continue;
    return at.map((start, n) => {
      range.setStart(walk.currentNode, start);
      range.setEnd(walk.currentNode, start + parts[n].length);
      return range.getBoundingClientRect().x;
    });
  }
}"""


@pytest.mark.parametrize("parts", [("مخبز", "2024", "AB"), ("מאפייה", "7", "XY"), ("نان", "12", "Ltd")])
def test_a_name_runs_as_its_letters_do(tmp_path: Path, browser: Browser, parts: tuple[str, str, str]) -> None:
    """Its parts follow each other from right to left, in headings and links, and headings stay at the left."""
    init_project(tmp_path / "project")
    file, name = tmp_path / "project" / "data" / "companies" / "harbour.yaml", "{} ({}) {}".format(*parts)
    file.write_text(file.read_text().replace("Harbour Bread", name, 1))
    settings = Settings(project=tmp_path / "project", cache=False, lenient=True)
    for path, content in make(settings, lambda stage: None).outputs.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_bytes(content)
    with served(tmp_path / "site") as address:
        page = browser.new_page()
        for path, holder in (("companies/harbour/", "h1"), ("companies/", "main a[href*='harbour']")):
            page.goto(address + path)
            found = page.locator(holder).first.evaluate(PARTS, list(parts))
            assert found is not None
            assert found == sorted(found, reverse=True), path
        page.goto(f"{address}companies/harbour/")
        assert page.locator("h1").evaluate("h1 => getComputedStyle(h1).textAlign") in ("start", "left")
        page.close()
