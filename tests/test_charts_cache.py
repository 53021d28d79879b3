"""The drawing cache: a drawing is found again only if nothing that it depends on has changed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from chart_samples import ALL, FONTS, ROOT, planned
from msgspec.structs import replace

from sitegen.cache import Cache
from sitegen.charts.code import code_digest, drawing_files, versions
from sitegen.charts.draw import Tools, draw
from sitegen.charts.fonts import Fonts
from sitegen.problems import Place


def test_cache_knows_the_rows(tmp_path: Path) -> None:
    """A changed value is drawn anew; what is drawn afresh and from the cache is the same."""
    cache = Cache(tmp_path)
    plot = planned(ALL["bar"])
    changed = replace(plot, rows=tuple({**row, "text": "changed"} for row in plot.rows))
    fresh = draw(plot, Tools(FONTS))
    assert draw(plot, Tools(FONTS, cache)) == fresh == draw(plot, Tools(FONTS, cache))
    assert "changed" in draw(changed, Tools(FONTS, cache)).wide


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package to change."""
    return Path(shutil.copytree(ROOT / "sitegen", tmp_path / "sitegen", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        *(
            (file, True)
            for file in (
                "charts/kinds/bar.py",
                "charts/kinds/maps/world.json",
                "words/en.po",
                "figures/arithmetic/printing.py",
                "model/basics/period.py",
            )
        ),
        *((file, True) for file in ("tokens.py", "__init__.py", "expressions/values.py")),
        *((file, False) for file in ("pages/layout.py", "exports/forms.py", "write/replace.py")),
    ],
)
def test_cache_knows_the_code_that_draws(package: Path, file: str, counts: bool) -> None:
    """One byte more in a file that charts rest on is another key, in any folder; in a file of pages it is not."""
    before = code_digest(package)
    (package / file).write_bytes((package / file).read_bytes() + b"\n")
    assert (code_digest(package) != before) is counts


def test_the_code_that_draws_is_all_that_drawing_loads() -> None:
    """Every module of ours that is loaded with all kinds of charts is part of the key."""
    script = "import sys; from sitegen.charts import code, kinds, own, draw; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.replace(".", "/") for name in done.stdout.split() if name.startswith("sitegen.")}
    files = {"sitegen/" + name.removesuffix(".py").removesuffix("/__init__") for name in drawing_files()}
    assert "sitegen/figures/words" in loaded
    assert loaded <= files


@pytest.mark.parametrize("name", ["altair", "babel", "fonttools", "pillow", "vl-convert-python"])
def test_cache_knows_the_libraries_that_draw(name: str) -> None:
    """The version of each library that has a part in a drawing is in the key."""
    assert re.search(rf"{name} \d+\.\d+", versions())


def test_cache_knows_the_fonts(tmp_path: Path) -> None:
    """Another font, or the same under another name, is another drawing."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(next(FONTS.glob("*.ttf")), tmp_path / name / f"{name}.ttf")
    assert Fonts.read(tmp_path / "one").digest != Fonts.read(tmp_path / "two").digest


def test_cache_knows_the_whole_plot(tmp_path: Path) -> None:
    """A drawing may use any field of its plot, so each counts; the place of the chart's file does not."""
    cache, plot = Cache(tmp_path), planned(ALL["bar"])
    draw(plot, Tools(FONTS, cache))
    known = len(list(tmp_path.iterdir()))
    draw(replace(plot, place=Place("elsewhere.yaml", 3)), Tools(FONTS, cache))
    assert len(list(tmp_path.iterdir())) == known
    draw(replace(plot, columns=("Other", "Names")), Tools(FONTS, cache))
    assert len(list(tmp_path.iterdir())) == known + 2  # wide and narrow
