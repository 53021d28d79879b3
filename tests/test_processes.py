"""Work shared by several processes: the results, their order and their faults are those of one."""

from __future__ import annotations

import os
import subprocess
import sys
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


SPLIT = """
import os, sys, threading
from sitegen.processes import Processes

def squares(numbers):
    return [(number * number, os.getpid()) for number in numbers]

def fail_elsewhere(numbers):
    if os.getpid() != first:
        sys.exit("a copy fails")
    return squares(numbers)

def unsent(numbers):
    return [lambda: 1]

def refuse(numbers):
    if -4 in numbers:
        raise ValueError("no negative number")

first, several = os.getpid(), Processes(3)
with several:
    parts = several.split(squares, range(9), 2)
    print([[square for square, _ in part] for part in parts], len({pid for part in parts for _, pid in part}))
    assert several.begin(os.getpid).result != first
    print({pid for part in several.split(squares, range(9), 2) for _, pid in part} > {first})
    print({pid for part in several.split(fail_elsewhere, range(9), 2) for _, pid in part} == {first})
    print([found() for part in several.split(unsent, range(9), 2) for found in part])
    try:
        several.split(refuse, [1, 2, 3, 4, -4, 5], 2)
    except ValueError as error:
        print(error)
    ended = threading.Event()
    threading.Thread(target=ended.wait).start()
    print([{pid for _, pid in part} == {first} for part in several.split(squares, range(9), 2)])
    ended.set()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
def test_copies_do_parts_of_the_work() -> None:
    """All are worked on once; what a copy cannot do or send is done here; where a thread runs there are no copies."""
    said = subprocess.run([sys.executable, "-c", SPLIT], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert said.stderr == ""
    assert said.stdout.splitlines() == [
        "[[0, 9, 36], [1, 16, 49], [4, 25, 64]] 3",
        "True",
        "True",
        "[1, 1, 1]",
        "no negative number",
        "[True]",
    ]


@pytest.mark.slow
def test_a_site_whose_pages_copies_make_is_that_of_one_process(tmp_path: Path) -> None:
    """The same bytes and the same warnings, of a whole command, which can be copied."""
    lay_tracker(tmp_path, Size(briefs=220))
    for path in [*tmp_path.glob("content/briefs/*.md")][::7]:
        path.write_text(path.read_text() + "\nIt sold 5,123 loaves.\n")

    def built(jobs: int) -> tuple[str, dict[str, bytes]]:
        output = tmp_path / f"site-{jobs}"
        command = [sys.executable, "-m", "sitegen", "build", "--lenient", "--quiet", "--no-cache", "--jobs", str(jobs)]
        said = subprocess.run([*command, "-o", str(output)], cwd=tmp_path, capture_output=True, text=True)
        files = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}
        return said.stderr, files

    alone = built(1)
    assert len(alone[1]) > 220
    assert "5,123 is a number without a source" in alone[0]
    assert built(3) == alone


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
