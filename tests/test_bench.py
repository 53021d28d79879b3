"""The benchmark: its tracker is one that builds, and an edited datum changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracker import Size, edit_datum, lay_tracker

from sitegen.build import make
from sitegen.settings import Settings


@pytest.mark.slow
def test_the_tracker_of_the_benchmark_builds(tmp_path: Path) -> None:
    """With figures, charts and series, and not one warning; a page for each brief, and another one for the datum."""
    briefs = lay_tracker(tmp_path, Size(briefs=3, figures=2, charts=2, series=2))
    before = make(Settings(project=tmp_path), lambda stage: None).outputs
    assert {f"briefs/{brief.slug}/index.html" for brief in briefs} < before.keys()
    edit_datum(tmp_path)
    after = make(Settings(project=tmp_path), lambda stage: None).outputs
    assert "data/maker-000/made/index.html" in {name for name in after if after[name] != before.get(name)}
