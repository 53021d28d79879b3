"""The words that readers meet are explained once, and every page leads there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.build import make
from sitegen.charts.look.glyphs import glyph
from sitegen.charts.look.symbols import BARS, INK, LINES
from sitegen.model.source import MARKS
from sitegen.settings import Settings

ROOT = Path(__file__).parent.parent
SITE = ROOT / "tests" / "sites" / "pages"


def built(project: Path) -> Mapping[str, str]:
    """The pages of a project, by path."""
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    return {name: content.decode() for name, content in outputs.items() if name.endswith(".html")}


def test_every_page_leads_to_the_words_explained_once() -> None:
    """The glossary has each word once with its meaning; the foot of every page leads to it."""
    pages = built(SITE)
    words = re.findall(r'<dt id="[a-z-]+">(.+?)</dt>\n<dd>.+?</dd>', pages["glossary/index.html"])
    assert "Calculated" in words
    assert len(words) == len({*words})
    assert [name for name, page in pages.items() if "glossary/" not in page and "<footer" in page] == []


def test_every_mark_is_explained_as_pages_show_it() -> None:
    """The bars beside numbers and the signs of charts stand with their meanings, from one definition."""
    pages = built(SITE)
    marks = [f"of-{mark}" for mark in MARKS]
    for name in ("index.html", "glossary/index.html"):
        listed = pages[name].partition('<ul class="marks">')[2].partition("</ul>")[0]
        assert re.findall(r'<li class="([^"]*)">[a-z]', listed) == marks
    style = "".join(path.read_text() for path in (ROOT / "templates" / "assets").glob("*.css"))
    assert sorted(re.findall(r"^\.(of-[a-z-]+) { --bars: (\d); }", style, re.M)) == sorted(
        (mark, str(5 - number)) for number, mark in enumerate(marks)
    )
    signs = pages["glossary/index.html"].partition('id="signs"')[2].partition("</ul>")[0]
    keyed = re.findall(r"<li>(<svg.*?</svg>) (.+?)</li>", signs)
    assert len(keyed) == len({drawn for drawn, _ in keyed}) == len({sign for sign, _, _ in (*LINES, *BARS)})
    assert sum(words.count(", or ") + 1 for _, words in keyed) == len({(sign, id) for sign, id, _ in (*LINES, *BARS)})
    assert all("<" in glyph(sign, INK) and glyph(sign, INK) in signs for sign, _, _ in (*LINES, *BARS))


def test_a_project_explains_its_words_itself(tmp_path: Path) -> None:
    """A page of the project at that address has its words above ours, and is named once in the foot."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    own = "---\ntitle: Our words\nsummary: What we mean.\n---\n\nA trip is a trip.\n"
    (project / "content" / "glossary.md").write_text(own)
    pages = built(project)
    page = pages["glossary/index.html"]
    assert "<h1>Our words</h1>" in page
    assert 0 < page.index("A trip is a trip.") < page.index('<dt id="basis">') < page.index('id="signs"')
    assert "<title>Our words" in page
    foot = pages["index.html"].partition("<footer")[2]
    assert foot.count('href="glossary/"') == 1
    assert "Our words" in foot


def test_a_text_leads_to_each_of_these_words_once(tmp_path: Path) -> None:
    """Its first place outside headings, links, quotations and code is a link; a note leads to what its basis means."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    text = (
        "## Not used\n\n> What was not used.\n\n[Not used](/glossary/) and `not used`, <b>not</b> useds.\n\n"
        "Numbers *not used* & calculated are\nNot used; the verdict stays.\n"
    )
    (project / "content" / "words.md").write_text(f"---\ntitle: Words\nsummary: Some words.\n---\n\n{text}")
    pages = built(project)
    linked = re.findall('<a class="term" href="../glossary/#([a-z-]+)">(.+?)</a>', pages["words/index.html"])
    assert linked == [("set-aside", "not used"), ("worked-out", "calculated"), ("verdict", "verdict")]
    assert "<em><a" in pages["words/index.html"]
    assert any('glossary/#basis">Basis</a>' in page for page in pages.values())
