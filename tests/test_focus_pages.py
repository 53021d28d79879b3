"""A chart about one company, on the page of another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.settings import Settings

pytestmark = pytest.mark.slow

SITE = Path(__file__).parent / "sites" / "pages"


def test_a_chart_brings_the_company_of_its_page_into_colour(tmp_path: Path) -> None:
    """On its own page only the focus is in colour; on that of another company both are."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    chart = project / "data" / "charts" / "both.yaml"
    chart.write_text(
        "kind: line\ntitle: 'Two lines'\nseries: [red.trips, blue.trips]\nfocus: red\nmixed: both count trips\n"
    )
    with (project / "content" / "companies" / "blue.md").open("a") as text:
        text.write('\n{{ chart("both") }}\n')
    outputs = make(Settings(project=project, lenient=True, cache=False), lambda stage: None).outputs
    there, own = (outputs[path].decode() for path in ("companies/blue/index.html", "charts/both/index.html"))
    assert "var(--rest-blue" in own
    assert "var(--rest-blue" not in there
    assert "var(--e-red" in there


@pytest.mark.parametrize("title", ["A title of its own", "The same title"])
def test_a_title_stands_once_beside_a_brief(tmp_path: Path, title: str) -> None:
    """On the list of briefs the chart of the newest has its title only where that says something else."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    (project / "data" / "charts" / "own.yaml").write_text(f"kind: line\ntitle: '{title}'\nseries: [red.trips]\n")
    head = "title: The same title\nsummary: New.\ndate: 2029-01-01"
    (project / "content" / "briefs" / "new.md").write_text(f'---\n{head}\n---\n\nText.\n\n{{{{ chart("own") }}}}\n')
    outputs = make(Settings(project=project, lenient=True, cache=False), lambda stage: None).outputs
    page = outputs["briefs/index.html"].decode()
    shown, hidden = ('class="chart-title"' in page, 'class="chart-title hidden"' in page)
    assert shown is not hidden
    assert hidden is (title == "The same title")
