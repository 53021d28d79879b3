"""The benchmark: its tracker is one that builds, and an edited datum changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tracker import Size, brief_path, edit_datum, lay_tracker

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


@pytest.mark.slow
def test_an_edit_unpacks_the_values_that_it_needs(tmp_path: Path) -> None:
    """Of an edited datum those of its series and of the other in its chart; of an edited text none.

    What its text only names is known without the other values of the series.
    """
    [first, *_] = lay_tracker(tmp_path, Size(briefs=3, figures=2, charts=1, series=6))
    make(Settings(project=tmp_path), lambda stage: None)
    edit_datum(tmp_path)
    assert unpacked(tmp_path) == {"maker-000", "maker-001"}
    with brief_path(tmp_path, first.slug).open("a") as brief:
        brief.write("\nOne more sentence.\n")
    assert "fig(" in first.body
    assert unpacked(tmp_path) == set()


def unpacked(project: Path) -> set[str]:
    """The entities of whose series a build unpacks the values."""
    series = make(Settings(project=project), lambda stage: None).tracker.series.values()
    return {one.entity for one in series if "_value" in vars(one.packed)}
