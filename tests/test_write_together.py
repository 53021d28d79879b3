"""Several builds at once, and builds that are killed: the folder always holds one whole site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.write import write
from sitegen.write.listing import MARKER
from sitegen.write.swap import swap

pytestmark = pytest.mark.slow

ROUNDS = 40
FILES = 12

WRITER = """
import sys
from pathlib import Path
from sitegen.write import write

name, project, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
outputs = {f"{n}/index.html": name for n in range(12)}
for _ in range(rounds):
    write(outputs, project / "site", project)
"""

KILLED = """
import os, sys
from pathlib import Path
from sitegen.write import replace as module

project, after = Path(sys.argv[1]), int(sys.argv[2])
if sys.argv[3] == "without":
    module.swap = lambda one, other: False  # a system without the step
steps = 0

def hook(event, args):
    global steps
    if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "ctypes.dlsym"):
        steps += 1
        if steps > after:
            os._exit(9)

sys.addaudithook(hook)
module.write({f"{n}/index.html": "new" for n in range(3)}, project / "site", project)
"""


def _contents(site: Path) -> list[str]:
    """What the pages say; every file of a whole site is there."""
    assert (site / MARKER).is_file()
    return [(site / f"{n}/index.html").read_text() for n in range(FILES)]


@pytest.mark.parametrize("writers", [2, 5])
def test_writers_at_once_leave_a_whole_site(writers: int, tmp_path: Path) -> None:
    """Each waits for the others: all end well, the site is one writer's, and only an old site lies beside it."""
    commands = [[sys.executable, "-c", WRITER, str(n), str(tmp_path), str(ROUNDS)] for n in range(writers)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
    ended = [(process.communicate()[1], process.returncode) for process in running]
    assert ended == [("", 0)] * writers
    assert len(set(_contents(tmp_path / "site"))) == 1
    assert {child.name for child in tmp_path.iterdir()} <= {"site", ".site.old"}


def test_a_reader_always_finds_a_whole_site(tmp_path: Path) -> None:
    """While two writers replace the site, it is never absent where folders can change places in one step."""
    write({f"{n}/index.html": "first" for n in range(FILES)}, tmp_path / "site", tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    if not swap(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this disk cannot swap two folders in one step")
    commands = [[sys.executable, "-c", WRITER, str(n), str(tmp_path), str(ROUNDS)] for n in range(2)]
    running = [subprocess.Popen(command) for command in commands]
    looks = 0
    while any(process.poll() is None for process in running):
        folder = os.open(tmp_path / "site", os.O_RDONLY)  # raises if it is absent
        os.close(folder)
        looks += 1
    assert [process.returncode for process in running] == [0, 0]
    assert looks


@pytest.mark.parametrize("step", ["with", "without"])
def test_a_build_killed_at_any_step_is_repaired_by_the_next(step: str, tmp_path: Path) -> None:
    """After every step in turn: the old site or the new one can be found, and the next build ends well."""
    old, pages = {"0/index.html": "old"}, set()
    for after in range(200):
        project = tmp_path / str(after)
        write(old, project / "site", project)
        ended = subprocess.run([sys.executable, "-c", KILLED, str(project), str(after), step], check=False)
        found = next(path for name in ("site", ".site.old") if (path := project / name).exists())
        pages.add((found / "0/index.html").read_text())
        assert step == "without" or found.name == "site"
        write(old, project / "site", project)
        assert {child.name for child in project.iterdir()} <= {"site", ".site.old"}
        assert (project / "site/0/index.html").read_text() == "old"
        if ended.returncode == 0:
            break
    else:
        pytest.fail("the build never came to its end")
    assert pages == {"old", "new"}
