"""What is drawn, and what a reader saves of it, follows the fonts of the theme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sitegen.build import make
from sitegen.settings import Settings
from sitegen.theme import ours

pytestmark = pytest.mark.slow

SITE = Path(__file__).parent / "sites" / "pages"


def outputs(project: Path, *, cache: bool) -> dict[str, bytes]:
    """Everything that a build gives, by its path."""
    return dict(make(Settings(project=project, lenient=True, cache=cache), lambda stage: None).outputs)


def test_another_shape_of_the_letters_changes_what_is_saved(tmp_path: Path) -> None:
    """The widths are the same, so every drawing is; the letters in the saved file are still those of the new font."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    fonts = project / "templates" / "assets" / "fonts"
    shutil.copytree(ours() / "assets" / "fonts", fonts)
    before = outputs(project, cache=True)
    for path in fonts.glob("inter-*.ttf"):
        with TTFont(path) as font:
            for char in "aeinorstTripsQ0123456789":
                glyph = font["glyf"][font.getBestCmap()[ord(char)]]
                if glyph.numberOfContours > 0:
                    glyph.coordinates.translate((0, 50))
            font.save(path)
    after = outputs(project, cache=True)
    assert after["charts/trips/trips.svg"] != before["charts/trips/trips.svg"]
    assert after == outputs(project, cache=False)
