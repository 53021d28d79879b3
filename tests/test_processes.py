"""Work shared by several processes: the results, their order and their faults are those of one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from chart_samples import ALL, FONTS, planned
from hypothesis import given
from hypothesis import strategies as st
from tracker import Size, lay_tracker

from sitegen.build import make
from sitegen.cache import Cache
from sitegen.charts import Tools, draw, draw_new
from sitegen.problems import Place, Problem, SitegenError
from sitegen.processes import shared
from sitegen.settings import Settings


def squares(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Each number's square, and the process that worked it out."""
    return [(number * number, os.getpid()) for number in numbers]


def refuse(numbers: Sequence[int]) -> list[int]:
    """Raises what a stage raises where a number is negative."""
    if any(number < 0 for number in numbers):
        raise SitegenError((Problem(Place("x.yaml", 3), "bad-id", "no"),))
    return list(numbers)


def test_several_processes_work_and_the_order_is_kept() -> None:
    """Every item is worked on once, in as many processes as were asked for."""
    done = list(shared(squares, range(7), jobs=3, least=2))
    assert [square for square, _ in done] == [number**2 for number in range(7)]
    assert len({process for _, process in done}) == 3


def test_results_come_part_by_part() -> None:
    """Who takes one result waits for its part and no other, so that not all of them are in memory at once."""
    parts: list[Sequence[int]] = []

    def noted(numbers: Sequence[int]) -> list[int]:
        parts.append(numbers)
        return [*numbers]

    assert next(shared(noted, range(7), jobs=1, least=2)) == 0
    assert parts == [range(2)]


@given(st.lists(st.integers(), max_size=9), st.integers(1, 4))
def test_few_items_are_worked_on_here(items: list[int], jobs: int) -> None:
    """Where no process pays, none is started."""
    assert {process for _, process in shared(squares, items, jobs, least=10)} <= {os.getpid()}


def test_a_fault_in_another_process_is_raised_here() -> None:
    """Its problems are whole."""
    with pytest.raises(SitegenError) as raised:
        list(shared(refuse, [1, 2, 3, -4], jobs=2, least=1))
    assert raised.value.problems[0].place == Place("x.yaml", 3)


@pytest.mark.slow
def test_drawings_of_several_processes_are_those_of_one(tmp_path: Path) -> None:
    """The same bytes from one process, from two, and from a cache that knows a few of them already."""
    plots = [replace(planned(chart), id=f"{kind}-{n}") for n in range(2) for kind, chart in ALL.items()]
    tools = Tools(FONTS, Cache(tmp_path / "cache"))
    alone = draw_new(plots, Tools(FONTS), jobs=1)
    assert draw_new(plots[3:5], tools, jobs=1).items() <= alone.items()
    assert draw_new(plots, tools, jobs=2).keys() == alone.keys() - {plot.id for plot in plots[3:5]}
    assert {plot.id: draw(plot, tools) for plot in plots} == alone
    assert draw_new(plots, tools, jobs=2) == {}


@pytest.mark.slow
def test_a_site_of_several_processes_is_that_of_one(tmp_path: Path) -> None:
    """Texts are read and charts drawn by two processes: the same bytes, and of charts that fail the same problems."""
    lay_tracker(tmp_path, Size(briefs=90, figures=1, charts=18, series=3))

    def made(jobs: int) -> object:
        try:
            return make(Settings(project=tmp_path, cache=False, jobs=jobs), lambda stage: None).outputs
        except SitegenError as error:
            return error.problems

    assert made(2) == made(1)
    (tmp_path / "templates/charts").mkdir(parents=True)
    (tmp_path / "templates/charts/mine.py").write_text("def chart(rows, size):\n    return 1 / 0\n")
    for name in ("chart-000", "chart-005", "chart-017"):
        path = tmp_path / f"data/charts/{name}.yaml"
        path.write_text(path.read_text().replace("kind: line", "kind: mine"))
    problems = made(2)
    assert problems == made(1)
    assert isinstance(problems, tuple)
    assert len(problems) == 3
