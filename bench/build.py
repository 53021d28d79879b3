"""How long a build takes and how much memory: cold (no cache) and with nothing changed.

Run it with `.venv/bin/python bench/build.py [PROJECT] [RUNS]`. It prints; it asserts nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path


def run(project: Path, output: Path, *options: str) -> tuple[float, float]:
    """One build in a process of its own: seconds, and the peak of its memory in MB."""
    command = [sys.executable, "-m", "sitegen", "build", "-q", "--project", str(project), "-o", str(output), *options]
    start = time.perf_counter()
    child = os.spawnv(os.P_NOWAIT, sys.executable, command)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit("the build fails: run sitegen build to see why")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main(project: Path, runs: int) -> None:
    """Prints the median of the runs for each kind of build."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        for name, options in (("cold", ("--no-cache",)), ("nothing changed", ())):
            times = [run(project, output, *options) for _ in range(runs)]
            seconds = statistics.median(time for time, _ in times)
            print(f"{name}: {seconds:.1f} s, {max(memory for _, memory in times):.0f} MB at most, {runs} runs")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
