"""Builds compared with the peers': cold, nothing changed, one brief edited, save to visible. `make bench` runs it.

    .venv/bin/python bench/run.py [--briefs N] [--runs N] [--only NAME …] [--tracker]

The tools take turns in one session, so that a drift of the machine meets all of them. Each figure is the median of
the runs and their spread: wall seconds, processor seconds, peak memory of the largest process. It prints a table in
Markdown and asserts nothing. --tracker measures sitegen alone, with figures, charts and series, and one datum edited.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefs import Brief, briefs
from tools import SITEGEN, TOOLS, Tool
from tracker import Size, edit_datum, lay_tracker

PATIENCE = 120.0
TRACKER = Size(briefs=1000, figures=5, charts=200, series=200)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: wall and processor seconds, and the peak of memory in MB (of the largest process)."""

    wall: float
    cpu: float
    memory: float


def timed(command: tuple[str, ...], folder: Path) -> Sample:
    """Runs a build in its folder and measures it; ends the benchmark if it fails."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere, tempfile.TemporaryFile() as said:
        # As of an installed package, whose modules are compiled.
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        child = subprocess.Popen(command, cwd=folder, env=env, stdout=nowhere, stderr=said, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if child.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} fails in {folder}:\n{said.read().decode()[-2000:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def rounds(tool: Tool, folder: Path, found: list[Brief], mark: str) -> Iterator[tuple[str, Sample]]:
    """One round of a tool: each kind of build once. mark: a word that no text holds yet."""
    for name in (tool.output, *tool.caches):
        shutil.rmtree(folder / name, ignore_errors=True)
    yield "cold", timed(tool.build, folder)
    yield "nothing changed", timed(tool.build, folder)
    edit(folder / tool.file.format(found[len(found) // 2].slug), mark)
    yield "one brief edited", timed(tool.build, folder)


def edit(path: Path, mark: str) -> str:
    """Adds a sentence with the mark at the end of a brief, and gives back the mark."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nThe word is {mark}.\n")
    return mark


def save_to_visible(tool: Tool, folder: Path, page: str, saves: Sequence[Callable[[], str]]) -> list[Sample]:
    """The seconds from each save to the server's giving the page with what the save says will stand there."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/{page}"
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        tool.serve(port), cwd=folder, stdout=quiet, stderr=quiet, stdin=quiet, start_new_session=True
    )
    samples = []
    try:
        while not wait_for(url, ""):
            print(f"  {tool.name}: still building", file=sys.stderr)
        for save in saves:
            time.sleep(2)  # what the last save started is over
            start = time.perf_counter()
            if not wait_for(url, save()):
                print(f"  {tool.name}: the page did not change within {PATIENCE:.0f} s", file=sys.stderr)
                continue
            samples.append(Sample(time.perf_counter() - start, 0, 0))
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # with the processes that it started
        server.wait(30)
    return samples


def brief_saves(tool: Tool, folder: Path, found: list[Brief], runs: int) -> list[Sample]:
    """Save to visible of one brief."""
    slug = found[len(found) // 3].slug
    path = folder / tool.file.format(slug)
    marks = [f"seen{'x' * number}y" for number in range(runs)]
    return save_to_visible(tool, folder, f"briefs/{slug}/", [partial(edit, path, mark) for mark in marks])


def wait_for(url: str, mark: str) -> bool:
    """Asks for a page, as a browser does that looks at it, until it holds the mark; False if it never does."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                if mark in answer.read().decode():
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.01)
    return False


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def compare(tools: list[Tool], count: int, runs: int, base: Path) -> dict[str, dict[str, list[Sample]]]:
    """Every tool's samples by kind of build; the tools take turns."""
    samples: dict[str, dict[str, list[Sample]]] = {tool.name: defaultdict(list) for tool in tools}
    laid = {}
    for tool in tools:
        folder = base / tool.name.split(",")[0].lower()
        found = lay_tracker(folder, Size(count)) if tool.lay is None else briefs(count)
        if tool.lay is not None:
            tool.lay(folder, found)
        laid[tool.name] = (folder, found)
    for number in range(runs):
        for tool in tools:
            folder, found = laid[tool.name]
            for kind, sample in rounds(tool, folder, found, f"mark{'x' * number}y"):
                samples[tool.name][kind].append(sample)
                print(f"  {tool.name}, {kind}: {sample.wall:.2f} s", file=sys.stderr)
    for tool in tools:
        samples[tool.name]["save to visible"] = brief_saves(tool, *laid[tool.name], runs)
    return samples


def tracker(count: int, runs: int, base: Path) -> dict[str, dict[str, list[Sample]]]:
    """sitegen alone on a tracker with figures, charts and series."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    folder = base / "tracker"
    found = lay_tracker(folder, replace(TRACKER, briefs=count))
    for number in range(runs):
        for kind, sample in rounds(SITEGEN, folder, found, f"mark{'x' * number}y"):
            samples[kind].append(sample)
        edit_datum(folder)
        samples["one datum edited"].append(timed(SITEGEN.build, folder))
    samples["brief, save to visible"] = brief_saves(SITEGEN, folder, found, runs)
    saves = [partial(edit_datum, folder)] * runs
    samples["datum, save to visible"] = save_to_visible(SITEGEN, folder, "data/maker-000/made/", saves)
    return {"sitegen": samples}


def table(samples: dict[str, dict[str, list[Sample]]]) -> str:
    """The medians and spreads as a table in Markdown, each row with its ratio to the first tool's."""
    lines = ["| tool | build | wall s, median (min to max) | processor s | peak MB |", "|---|---|---|---|---|"]
    for name, kinds in samples.items():
        for kind, found in ((kind, found) for kind, found in kinds.items() if found):
            walls = [sample.wall for sample in found]
            row = [name, kind, f"{statistics.median(walls):.2f} ({min(walls):.2f} to {max(walls):.2f})"]
            row.append(f"{statistics.median(s.cpu for s in found):.2f}" if found[0].cpu else "")
            row.append(f"{max(s.memory for s in found):.0f}" if found[0].memory else "")
            lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def main() -> None:
    """Reads the options, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--tracker", action="store_true")
    options = parser.parse_args()
    tools = [tool for tool in TOOLS if not options.only or tool.name.split(",")[0].lower() in options.only]
    with tempfile.TemporaryDirectory() as base:
        found = (
            tracker(options.briefs, options.runs, Path(base))
            if options.tracker
            else compare(tools, options.briefs, options.runs, Path(base))
        )
    print(table(found))


if __name__ == "__main__":
    main()
