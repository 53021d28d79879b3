"""Lines that are 100 in one period: what they are, what stands together so, and what has no index."""

from __future__ import annotations

from pathlib import Path

import pytest
from chart_samples import chart, drawn, planned, problem
from click.testing import CliRunner
from drawing import labels
from factory import seen, series, tracker

from sitegen.build import make
from sitegen.cli import main
from sitegen.model import Period, Tracker
from sitegen.settings import Settings

BASE = Period.parse("2023")


def two() -> Tracker:
    """A large and a small maker over three years."""
    return tracker(
        series("a.sales", seen("2022", 50), seen("2023", 200), seen("2024", 300), cadence="year"),
        series("b.sales", seen("2022", 10), seen("2023", 40, bound="approximate"), seen("2024", 30), cadence="year"),
    )


@pytest.mark.parametrize("kind", ["line", "multiples"])
def test_every_line_is_100_at_the_base(kind: str) -> None:
    """Also one that is only about so much there; what stands beside it keeps its doubt."""
    asked = chart(kind, series=["a.sales", "b.sales"], index=BASE)
    plot = planned(asked, two())
    found = {(row["entity"], row["period"]): (row["value"], row["approximate"]) for row in plot.rows}
    assert found["a", "2023"] == found["b", "2023"] == (100.0, False)
    assert found["a", "2024"] == (150.0, False)
    assert found["b", "2024"] == (75.0, True)
    assert str(plot.unit) == "index 2023 = 100"
    said = [label.words for label in labels(drawn(asked, two()).wide)]
    assert kind == "multiples" or "2023 = 100" in said


def test_lines_of_other_units_stand_together() -> None:
    """An index has no unit of theirs, so cars and money can be compared."""
    of = tracker(
        series("a.sales", seen("2023", 200), seen("2024", 300), cadence="year"),
        series("a.profit", seen("2023", 4), seen("2024", 5), cadence="year"),
    )
    given = {"series": ["a.sales", "a.profit"]}
    assert problem(chart("line", **given), of).code == "chart-option"
    assert planned(chart("line", **given, index=BASE), of).table[1][1:] != ()


def test_a_loss_has_no_index() -> None:
    """As a base it is refused; elsewhere it is a gap with its reason."""
    of = tracker(series("a.profit", seen("2022", -1, negative=True), seen("2023", 4), seen("2024", 6), cadence="year"))
    found = problem(chart("line", series=["a.profit"], index=Period.parse("2022")), of)
    assert "only what is above zero can be 100" in found.message
    rows = planned(chart("line", series=["a.profit"], index=BASE), of).rows
    assert [row["value"] for row in rows if row["what"] == "value"] == [100.0, 150.0]


def test_a_chart_of_an_index_is_drawn_noted_and_saved(tmp_path: Path) -> None:
    """In a page of the starter, with the note of each number, the files of the chart and its page of its own."""
    project = tmp_path / "bread"
    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    (project / "data" / "charts" / "grown.yaml").write_text(
        "kind: line\ntitle: Loaves\nsubtitle: Loaves sold per quarter\nindex: 2024-Q1\n"
        "series: [northfield.loaves, harbour.loaves]\nfrom: 2024-Q1\nto: 2025-Q4\nby: quarter\n"
        "mixed: Each cooperative sells only in its own country\n"
    )
    brief = project / "content" / "briefs" / "harbour-catches-up.md"
    brief.write_text(brief.read_text() + '\n{{ chart("grown") }}\n')
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    assert b"charts/grown/" in outputs["briefs/harbour-catches-up/index.html"]
    assert b"where that of the base is 100" in outputs["data/harbour/loaves/notes/2025.html"]
    assert b'"grown/"' in outputs["search/index.json"]
    assert b"index 2024-Q1 = 100" in outputs["charts/grown/grown.csv"]
    assert outputs["charts/grown/grown.svg"]
