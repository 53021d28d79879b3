"""Work shared by several processes: the results, their order and their faults are those of one."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from chart_samples import ALL, FONTS, planned
from hypothesis import given
from hypothesis import strategies as st
from tracker import Size, lay_tracker

from sitegen.build import make
from sitegen.cache import Cache
from sitegen.charts import Tools, draw, draw_ahead
from sitegen.problems import Place, Problem, SitegenError
from sitegen.processes import Processes
from sitegen.settings import Settings


def squares(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Each number's square, and the process that worked it out."""
    return [(number * number, os.getpid()) for number in numbers]


def met(numbers: Sequence[int], folder: Path, others: int) -> list[tuple[int, int]]:
    """The same, once so many processes have begun a part of the work."""
    (folder / str(os.getpid())).touch()
    while len([*folder.iterdir()]) < others:
        time.sleep(0.01)
    return squares(numbers)


def refuse(numbers: Sequence[int]) -> list[int]:
    """Raises what a stage raises where a number is negative."""
    if any(number < 0 for number in numbers):
        raise SitegenError((Problem(Place("x.yaml", 3), "bad-id", "no"),))
    return list(numbers)


def test_several_processes_work_and_the_order_is_kept(tmp_path: Path) -> None:
    """Every item is worked on once, in as many processes as were asked for."""
    with Processes(3) as processes:
        done = list(processes.shared(partial(met, folder=tmp_path, others=3), range(20), least=2))
    assert [square for square, _ in done] == [number**2 for number in range(20)]
    assert len({process for _, process in done}) == 3


def test_results_come_part_by_part() -> None:
    """Who takes one result waits for its part and no other, so that not all of them are in memory at once."""
    parts: list[Sequence[int]] = []

    def noted(numbers: Sequence[int]) -> list[int]:
        parts.append(numbers)
        return [*numbers]

    assert next(Processes(1).shared(noted, range(7), least=2)) == 0
    assert parts == [range(2)]


@given(st.lists(st.integers(), max_size=9), st.integers(1, 4))
def test_few_items_are_worked_on_here(items: list[int], jobs: int) -> None:
    """Where no process pays, none is started."""
    with Processes(jobs) as processes:
        assert {process for _, process in processes.shared(squares, items, least=10)} <= {os.getpid()}


def test_a_fault_in_another_process_is_raised_here() -> None:
    """Its problems are whole."""
    with Processes(2) as processes, pytest.raises(SitegenError) as raised:
        list(processes.shared(refuse, [1, 2, 3, -4], least=1))
    assert raised.value.problems[0].place == Place("x.yaml", 3)


def test_what_nobody_began_is_done_here_once() -> None:
    """Work begun by nobody is done when its result is asked for, and asked again it is not done again."""
    done: list[int] = []
    task = Processes(1).begin(lambda: done.append(1))
    assert (task.done, done) == (False, [])
    assert (task.result, task.result, task.done, done) == (None, None, True, [1])


@pytest.mark.slow
def test_drawings_of_several_processes_are_those_of_one(tmp_path: Path) -> None:
    """The same bytes from one process, from two, and from a cache that knows a few of them already."""
    plots = [replace(planned(chart), id=f"{kind}-{n}") for n in range(2) for kind, chart in ALL.items()]
    tools = Tools(FONTS, Cache(tmp_path / "cache"))
    alone = {plot.id: draw(plot, Tools(FONTS)) for plot in plots}
    assert draw(plots[3], tools) == alone[plots[3].id]
    with Processes(2) as processes:
        begun = draw_ahead(plots, tools, processes)
        assert begun.keys() == alone.keys() - {plots[3].id}
        assert {id: task.result for id, task in begun.items()}.items() <= alone.items()
        assert {plot.id: draw(plot, tools) for plot in plots} == alone
        assert draw_ahead(plots, tools, processes) == {}


@pytest.mark.slow
def test_a_site_of_several_processes_is_that_of_one(tmp_path: Path) -> None:
    """Texts are read and charts drawn by two processes: the same bytes, and of charts that fail the same problems."""

    def made(project: Path, jobs: int) -> object:
        try:
            return make(Settings(project=project, cache=False, jobs=jobs), lambda stage: None).outputs
        except SitegenError as error:
            return error.problems

    sound, failing = tmp_path / "sound", tmp_path / "failing"
    lay_tracker(sound, Size(briefs=80, figures=1, charts=18, series=3))
    assert made(sound, 2) == made(sound, 1)
    lay_tracker(failing, Size(briefs=1, charts=18, series=3))
    (failing / "templates/charts").mkdir(parents=True)
    (failing / "templates/charts/mine.py").write_text("def chart(rows, size):\n    return 1 / 0\n")
    for name in ("chart-000", "chart-005", "chart-017"):
        path = failing / f"data/charts/{name}.yaml"
        path.write_text(path.read_text().replace("kind: line", "kind: mine"))
    problems = made(failing, 2)
    assert problems == made(failing, 1)
    assert isinstance(problems, tuple)
    assert len(problems) == 3
