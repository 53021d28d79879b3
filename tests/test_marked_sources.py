"""Sources that a machine, a copyist or a user wrote are marked wherever a number of theirs is read."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.build import make
from sitegen.cli import main
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
VALUE = "    2025-06: {value: 77, source: robot, use: normal, reason: the only count}\n"
CHART = "{title: June, kind: range, figures: [red.trips@2025-06]}\n"
TEXT = '\nIt made {{ fig("red.trips@2025-06") }} in June.\n\n{{ chart("june") }}\n'


@pytest.mark.parametrize(
    ("reliability", "words"),
    [("ai", "written by a machine"), ("copy", "a copy of another text"), ("user-post", "posted by a user")],
)
def test_a_marked_source_is_marked_where_its_number_is_read(reliability: str, words: str, tmp_path: Path) -> None:
    """Notes, lists of sources, series, charts, the index, downloads and `explain` all say it; others are not marked."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    sources, series = project / "data/sources/all.yaml", project / "data/series/red.yaml"
    sources.write_text(sources.read_text().replace("reliability: ai", f"reliability: {reliability}"))
    series.write_text(series.read_text().replace("    2025-05:", f"{VALUE}    2025-05:"))
    (project / "data/charts/june.yaml").write_text(CHART)
    brief = project / "content/briefs/one.md"
    brief.write_text(brief.read_text() + TEXT)
    pages = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    page = pages["briefs/one/index.html"].decode()
    lines = [line for line in page.split("<li") if "read\N{NO-BREAK SPACE}it</a>" in line]
    assert {line for line in lines if (words in line) != ("Robot Times" in line)} == set()
    assert any(words in line for line in lines)
    for name in ("data/red/trips/", "charts/june/", "sources/"):
        assert words in pages[f"{name}index.html"].decode(), name
    assert f"Robot Times ({words})" in pages["charts/june/index.html"].decode()
    rows = list(csv.DictReader(io.StringIO(pages["data/red/trips/red.trips.csv"].decode("utf-8-sig"))))
    assert {row["publishers"] for row in rows if row["reliability"] == reliability} == {"Robot Times"}
    assert {row["reliability"] for row in rows} == {reliability, ""}
    assert json.loads(pages["figures.json"])["sources"]["robot"]["reliability"] == reliability
    told = CliRunner().invoke(main, ["explain", "red.trips@2025-06", "--project", str(project)])
    assert f"robot (press, {words})" in told.output, told.output
