"""The table below a chart: holes are shown, but not one line for each day of a year in which nothing was found."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from chart_samples import chart
from factory import seen, series, tracker

from sitegen.build import make
from sitegen.charts.planning import plan
from sitegen.charts.plot import Plot
from sitegen.figures import Figures
from sitegen.settings import Settings

SKELETON = Path(__file__).parent / "broken" / "period-cadence"
DAYS = """\
acme.deliveries:
  definition: Cars handed over since the beginning, at a day
  region: cn
  cadence: day
  values:
    2023-01-10: {value: 100, source: daily-2025-04}
    2023-01-11: {value: 101, source: daily-2025-04}
    2023-01-13: {value: 105, source: daily-2025-04, use: deprecated, reason: a slip}
    2024-12-24: {value: 300, source: weekly-2025-04}
"""


def test_empty_periods_stand_in_one_line(tmp_path: Path) -> None:
    """Three values in two years make a table of three values and the spans between them, each with why it is empty."""
    project = tmp_path / "project"
    shutil.copytree(SKELETON, project)
    (project / "data/series/acme.yaml").write_text(DAYS, encoding="utf-8")
    (project / "data/charts").mkdir(exist_ok=True)
    days = "{kind: line, title: Days, series: [acme.deliveries]}\n"
    (project / "data/charts/days.yaml").write_text(days, encoding="utf-8")
    page = make(Settings(project=project, cache=False), lambda step: None).outputs["charts/days/index.html"]
    [table] = re.findall(r"<table(?:(?!</table>).)*Jan 2023.*?</table>", page.decode(), flags=re.DOTALL)[:1]
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)]
    assert rows[1:] == [
        "10 Jan 2023 100",
        "11 Jan 2023 101",
        "12 Jan 2023 not found in our documents",
        "13 Jan 2023 only numbers that we do not use",
        "14 Jan 2023–23 Dec 2024 not found in our documents",
        "24 Dec 2024 300",
    ]


def test_downloads_fold_what_is_empty_as_the_table_does(tmp_path: Path) -> None:
    """The files of a chart of days have a row for each value and one for each span without any, from end to end."""
    project = tmp_path / "project"
    shutil.copytree(SKELETON, project)
    (project / "data/series/acme.yaml").write_text(DAYS, encoding="utf-8")
    (project / "data/charts").mkdir(exist_ok=True)
    days = "{kind: line, title: Days, series: [acme.deliveries]}\n"
    (project / "data/charts/days.yaml").write_text(days, encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    rows = list(csv.DictReader(io.StringIO(outputs["charts/days/days.csv"].decode("utf-8-sig"))))
    assert [(row["first_day"], row["last_day"], row["value"], row["missing"]) for row in rows] == [
        ("2023-01-10", "2023-01-10", "100", ""),
        ("2023-01-11", "2023-01-11", "101", ""),
        ("2023-01-12", "2023-01-12", "", "not found in our documents"),
        ("2023-01-13", "2023-01-13", "", "only numbers that we do not use"),
        ("2023-01-14", "2024-12-23", "", "not found in our documents"),
        ("2024-12-24", "2024-12-24", "300", ""),
    ]
    assert rows[4]["addresses"] == "acme.deliveries@2023-01-14/2024-12-23"
    assert len(json.loads(outputs["charts/days/days.json"])["rows"]) == len(rows)


@pytest.mark.parametrize("kind", ["line", "bar", "grouped", "stacked", "heatmap", "multiples"])
def test_no_chart_has_more_periods_than_can_be_read(kind: str) -> None:
    """Two days two thousand years apart are a problem with a way to fix it; five years of days are none."""
    far = tracker(series("a.sales", seen("1000-01-01", 1), seen("2999-12-31", 2), cadence="day"))
    found = plan(chart(kind, series=["a.sales"]), Figures(far))
    assert not isinstance(found, Plot)
    assert [(p.code, p.message) for p in found] == [
        ("chart-option", "the chart has more than 2,000 periods: every day from 1000-01-01 on")
    ]
    near = tracker(series("a.sales", seen("2020-01-01", 1), seen("2024-12-31", 2), cadence="day"))
    assert isinstance(plan(chart(kind, series=["a.sales"]), Figures(near)), Plot)


def test_a_table_of_many_columns_has_dashes_and_says_once_what_they_mean(tmp_path: Path) -> None:
    """Of three series the empty cells are dashes with a line below; each number names its column for phones."""
    project = tmp_path / "project"
    shutil.copytree(SKELETON, project)
    value = "values: {2023-01-1%d: {value: 100, source: daily-2025-04}}"
    one = "  definition: Cars handed over\n  region: cn\n  cadence: day\n  " + value
    names = ("acme", "bold", "calm")
    for n, name in enumerate(names):
        (project / f"data/companies/{name}.yaml").write_text(f"name: {name.title()}\n", encoding="utf-8")
        series = f"{name}.deliveries:\n{one % n}\n"
        (project / f"data/series/{name}.yaml").write_text(series, encoding="utf-8")
    (project / "data/charts").mkdir(exist_ok=True)
    named = ", ".join(f"{name}.deliveries" for name in names)
    (project / "data/charts/days.yaml").write_text(f"{{kind: line, title: Days, series: [{named}]}}\n")
    page = (
        make(Settings(project=project, cache=False, lenient=True), lambda step: None)
        .outputs["charts/days/index.html"]
        .decode()
    )
    [table] = re.findall(r'<table class="sortable stack">.*?</table>', page, flags=re.DOTALL)
    assert table.count(">–</td>") == 6
    assert "not found" not in table
    assert page.count("–: not found in our documents") == 1
    assert set(re.findall(r'data-label="([^"]+)"', table)) == {"Acme", "Bold", "Calm"}
