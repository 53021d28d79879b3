"""Long names: words without a space stay on their page, at any width."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from browsing import WIDER
from click.testing import CliRunner
from playwright.sync_api import Browser

from sitegen.charts.fonts import LONGEST, Fonts
from sitegen.cli import main

ROOT = Path(__file__).parent.parent
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG = {
    "data/companies/blue.yaml": (("Blue Line", f"{WORD} & Söhne"),),
    "data/companies/green.yaml": (("Green Motors", WORD),),
    "data/companies/red.yaml": (("name: Red Line", f"name: {WORD}"), ("红线", "红线航运股份有限公司" * 5)),
    "data/metrics.yaml": (("label: Trips", f"label: {WORD}"), ("label: Crossings", f"label: {WORD}")),
    "data/units.yaml": (("other: trips", f"other: {WORD}"),),
    "data/places.yaml": (("Västra Götaland", WORD), ("Nordic coast", f"{WORD} {WORD}")),
    "data/rankings.yaml": (("The Gazette''s list", WORD), ("Yellow <Line>", WORD)),
    "data/sources/all.yaml": (("publisher: Harbour Gazette", f"publisher: {WORD}"), ("Report <2025> & more", WORD)),
    "data/capabilities.yaml": (("Electric boats", WORD),),
    "data/events.yaml": (("A new pier", WORD),),
    "data/charts/quarter.yaml": (("'The quarter'", f"'{WORD}'"),),
    "data/site.yaml": (("as_of", f"tags: {{boats: {WORD}}}\nas_of"),),
    "content/briefs/one.md": (
        ("[trips, boats]", f"[{'trips' * 15}, {'long-' * 15}tag, boats]"),
        ("[A. Desk]", f"[{WORD}]"),
        ("## Where", f"## {WORD}\n\n## Where"),
        ("Red made", f"{WORD} made"),
    ),
}
OUTSIDE = """() => [...document.querySelectorAll('svg text')].filter(text => {
  const own = text.getBoundingClientRect(), svg = text.ownerSVGElement.getBoundingClientRect();
  return own.width && (own.right > svg.right + 2 || own.left < svg.left - 2);
}).map(text => text.textContent)"""


@pytest.fixture(scope="module")
def long_names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which every name, label, tag and title is a word of eighty letters."""
    project = Path(shutil.copytree(ROOT / "tests" / "sites" / "pages", tmp_path_factory.mktemp("long") / "project"))
    for path, pairs in LONG.items():
        text = (project / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text, (path, old)
            text = text.replace(old, new)
        (project / path).write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["build", "--lenient", "--project", str(project)])
    assert result.exit_code == 0, result.stderr
    return project / "site"


@pytest.mark.slow
def test_no_name_leaves_its_page_or_its_chart(long_names: Path, browser: Browser) -> None:
    """No page can be scrolled sideways, and no label reaches over the edge of its drawing."""
    page = browser.new_page()
    wide, outside = {}, {}
    for file in sorted(long_names.rglob("*.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        page.goto(file.as_uri())
        name = str(file.relative_to(long_names))
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            wide[name, width], outside[name, width] = page.evaluate(WIDER), page.evaluate(OUTSIDE)
    page.close()
    assert {name: pixels for name, pixels in wide.items() if pixels > 0} == {}
    assert {name: texts for name, texts in outside.items() if texts} == {}


@pytest.mark.slow
def test_the_foot_of_a_page_shows_the_figures_of_the_tagline(long_names: Path) -> None:
    """The tagline stands there as on the home page, and not as code."""
    assert "<p>Who carries <data" in (long_names / "about" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("text", [WORD, f"of {WORD} and", "重庆" * 40, "Mercedes-Benz", ""])
def test_only_a_word_beyond_all_measure_is_cut(text: str) -> None:
    """A label is broken at spaces, a word only where it is longer than a line should be; no letter is lost."""
    fonts = Fonts.read(ROOT / "templates" / "assets" / "fonts")
    lines = fonts.wrap(text, 60)
    assert "".join(lines).replace("-", "") == text.replace(" ", "").replace("-", "")
    assert all(fonts.width(line) <= LONGEST for line in lines)
