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
