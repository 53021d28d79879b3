"""Where numbers come from, at a glance: kinds of sources, their marks at numbers, how many sources are primary."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from small import made_pages

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
WORDS = {"copy": "machine, copyist or user"}


def built(project: Path) -> Mapping[str, str]:
    """The pages of a project, by path."""
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    return {name: content.decode() for name, content in outputs.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """The pages of the small site."""
    return made_pages("pages")


def line(page: str) -> str:
    """What a page says of its numbers; "" if nothing."""
    found = re.search(r'<p class="primary"><a href="([^"]*)">(.*?)</a>', page)
    return "" if found is None else f"{re.sub(r'<[^>]*>', '', found[2])} {found[1]}"


def test_sources_stand_by_kind_the_primary_first(pages: Mapping[str, str]) -> None:
    """Filings come first and what nobody should believe by itself last, each kind with its mark."""
    groups = re.findall(
        r'<h2 class="of-([a-z-]+)">.*</summary>\s*<div id="kind-([a-z-]+)">', pages["sources/index.html"]
    )
    assert groups == [(kind, kind) for kind in ("filing", "press", "aggregator", "copy")]
    last = pages["sources/index.html"].partition('id="kind-copy"')[2]
    assert "Robot Times" in last
    assert "Echo" not in last


def test_every_number_has_the_mark_of_its_source(pages: Mapping[str, str]) -> None:
    """A number of a table has the mark of its source, and says so; it is the weakest of those that it rests on."""
    for name, mark in (("red-report", "filing"), ("gazette", "press"), ("echo", "aggregator"), ("robot", "copy")):
        table = pages[f"sources/{name}/index.html"].partition("<tbody>")[2].partition("</tbody>")[0]
        assert set(re.findall(r'<a class="of-([a-z-]+)"', table)) == {mark}, name
        assert set(re.findall(r'title="Source: ([a-z ,]+)"', table)) == {WORDS.get(mark, mark)}, name
    sums = re.findall(r'class="cite of-([a-z-]+)" aria-hidden="true">[0-9]+,[0-9]', "".join(pages.values()))
    assert sums
    assert "filing" not in sums


def test_each_page_says_of_which_kind_the_sources_of_its_numbers_are(pages: Mapping[str, str]) -> None:
    """The line counts each different number once, and leads to the sources of the page; that of a source has none."""
    assert line(pages["sources/echo/index.html"]) == ""
    assert line(pages["briefs/one/index.html"]).endswith("#sources")
    assert line(pages["404.html"]) == ""
    told = {said for page in pages.values() if (said := line(page))}
    assert told
    for said in told:
        count = re.match(
            r"(\d+) numbers? on this page, counted by (?:its weakest source|the weakest source of each): ", said
        )
        assert count is not None, said
        assert sum(map(int, re.findall(r"[a-z] (\d+)(?= |$)", said[count.end() :]))) == int(count[1]), said


def test_a_source_that_becomes_primary_changes_the_mark(tmp_path: Path) -> None:
    """A kind that is corrected reaches the pages that show a number of the source."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    sources = project / "data/sources/all.yaml"
    sources.write_text(sources.read_text().replace("kind: aggregator", "kind: company"))
    page = built(project)["sources/echo/index.html"]
    assert "of-aggregator" not in page
