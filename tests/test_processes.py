"""Work shared by several processes: the results, their order and their faults are those of one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from chart_samples import ALL, FONTS, planned
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tracker import Size, lay_tracker

from sitegen.build import make
from sitegen.cache import Bundle, Cache
from sitegen.charts.draw import Tools, draw, draw_ahead
from sitegen.problems import Place, Problem, SitegenError
from sitegen.processes import Processes
from sitegen.settings import CACHE, Settings
from sitegen.store.fingerprint import of_code


def squares(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Each number's square, and the process that worked it out."""
    return [(number * number, os.getpid()) for number in numbers]


def met(numbers: Sequence[int], folder: Path, others: int) -> list[tuple[int, int]]:
    """The same, once so many processes have begun a part of the work."""
    (folder / str(os.getpid())).touch()
    while len([*folder.iterdir()]) < others:
        time.sleep(0.01)
    return squares(numbers)


def flat(parts: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The results of all parts, in order."""
    return [each for part in parts for each in part]


def refuse(numbers: Sequence[int]) -> list[int]:
    """Raises what a stage raises where a number is negative."""
    if any(number < 0 for number in numbers):
        raise SitegenError((Problem(Place("x.yaml", 3), "bad-id", "no"),))
    return list(numbers)


def test_several_processes_work_and_the_order_is_kept(tmp_path: Path) -> None:
    """Every item is worked on once, in as many processes as were asked for."""
    with Processes(3) as processes:
        done = flat(processes.begin(partial(met, folder=tmp_path, others=3), range(20), 2, sent=True).results())
    assert [square for square, _ in done] == [number**2 for number in range(20)]
    assert len({process for _, process in done}) == 3


def test_this_process_leaves_to_others_what_it_is_not_to_load(tmp_path: Path) -> None:
    """As many work as were asked for, this one not among them; alone it does all itself."""
    with Processes(2) as processes:
        done = flat(
            processes.begin(partial(met, folder=tmp_path, others=2), range(20), 2, sent=True, away=True).results()
        )
    assert [square for square, _ in done] == [number**2 for number in range(20)]
    assert len({process for _, process in done} - {os.getpid()}) == 2
    assert {process for _, process in flat(Processes(1).begin(squares, range(9), 2, away=True).results())} == {
        os.getpid()
    }


@given(st.lists(st.integers(), max_size=9), st.integers(1, 4))
def test_few_items_are_worked_on_here(items: list[int], jobs: int) -> None:
    """Where no process pays, none is started."""
    with Processes(jobs) as processes:
        done = flat(processes.begin(squares, items, 10, sent=True).results())
    assert [square for square, _ in done] == [number**2 for number in items]
    assert {process for _, process in done} <= {os.getpid()}


def test_a_fault_in_another_process_is_raised_here() -> None:
    """Its problems are whole."""
    with Processes(2) as processes, pytest.raises(SitegenError) as raised:
        processes.begin(refuse, [1, 2, 3, -4], 1, sent=True).results()
    assert raised.value.problems[0].place == Place("x.yaml", 3)


SPLIT = """
import os, sys, threading, time
from pathlib import Path
from sitegen.processes import Processes

def squares(numbers):
    return [(number * number, os.getpid()) for number in numbers]

def slow_elsewhere(numbers):
    if os.getpid() != first:
        begun.touch()
        time.sleep(0.05)
    while not begun.exists():  # the first one would be done before a copy had begun
        time.sleep(0.001)
    return squares(numbers)

def fail_elsewhere(numbers):
    if os.getpid() != first:
        sys.exit("a copy fails")
    return squares(numbers)

def killed_elsewhere(numbers):
    if os.getpid() != first:
        os.kill(os.getpid(), 9)
    return squares(numbers)

def unsent(numbers):
    return [lambda: 1]

def refuse(numbers):
    if -4 in numbers:
        raise ValueError("no negative number")

def waits(numbers):
    while os.getpid() != first and not Path(sys.argv[1]).exists():
        time.sleep(0.01)
    return squares(numbers)

def flat(parts):
    return [each for part in parts for each in part]

first, several, begun = os.getpid(), Processes(2), Path(sys.argv[1] + " begun")
all = [number * number for number in range(400)]
with several:
    done = flat(several.begin(slow_elsewhere, range(400), 2).results())
    here = [pid for _, pid in done].count(first)
    print([square for square, _ in done] == all, 200 < here < 400)
    for work in (fail_elsewhere, killed_elsewhere):
        done = flat(several.begin(work, range(400), 2).results())
        print(done == [(square, first) for square in all])
    print({found() for found in flat(several.begin(unsent, range(9), 2).results())})
    try:
        several.begin(refuse, [1, 2, 3, 4, -4, 5], 2).results()
    except ValueError as error:
        print(error)
    waiting = several.begin(waits, range(400), 2)
    print({pid for _, pid in flat(several.begin(squares, range(400), 2).results())} == {first})
    Path(sys.argv[1]).touch()
    print([square for square, _ in flat(waiting.results())] == all)
    ended = threading.Event()
    threading.Thread(target=ended.wait).start()
    print({pid for _, pid in flat(several.begin(squares, range(400), 2).results())} == {first})
    ended.set()
    several.begin(lambda numbers: time.sleep(100), range(400), 2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
def test_copies_do_parts_of_the_work(tmp_path: Path) -> None:
    """A process that is slower does less; what a copy cannot do or send is done here; at most so many work at once;
    where a thread runs there are no copies; and none outlives the block."""
    command = [sys.executable, "-c", SPLIT, str(tmp_path / "go on")]
    said = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, timeout=60)
    assert said.stderr == ""
    assert said.stdout.splitlines() == [
        "True True",
        "True",
        "True",
        "{1}",
        "no negative number",
        "True",
        "True",
        "True",
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


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
@pytest.mark.slow
def test_what_copies_work_out_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build by several processes keeps as many results for the next one as a build by one."""
    monkeypatch.setattr("tracker.MONTHS", 10)

    def known(jobs: int) -> set[str]:
        project = tmp_path / str(jobs)
        lay_tracker(project, Size(briefs=5, figures=2, series=30))
        command = [sys.executable, "-m", "sitegen", "build", "--quiet", "--jobs", str(jobs)]
        subprocess.run(command, cwd=project, check=True)
        return {*Bundle(Cache(project / CACHE), f"memory-{of_code()}").keys}

    assert known(3) == known(1)


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
        assert begun.items() <= alone.items()
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
