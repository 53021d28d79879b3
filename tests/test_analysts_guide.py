"""The analyst's guide: every command of it is run in order on a fresh tracker, and prints what stands below it.

After a deliberate change `SITEGEN_REWRITE=1 pytest tests/test_analysts_guide.py` rewrites what is printed; read it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from repository import ENV

from sitegen.cli import main

pytestmark = pytest.mark.slow

GUIDE = Path(__file__).parent.parent / "docs" / "analysts-guide.md"
STEP = re.compile(
    r"`(?P<path>[^`\n]+)`:\n\n```(?:text|markdown)\n(?P<text>.*?)^```$"
    r"|In `(?P<file>[^`]+)` write `(?P<new>[^`]+)` in place of `(?P<old>[^`]+)`"
    r"|In `(?P<longer>[^`]+)` put `(?P<line>[^`]+)` on a line below `(?P<above>[^`]+)`"
    r"|^    (?P<command>(?:sitegen|git|cd) [^\n]*)$(?:\n\n```console\n(?P<printed>.*?)^```$)?",
    re.M | re.S,
)


def run(command: str, folder: Path) -> str:
    """What a command prints in a folder; one of ours runs in this process, which has loaded its libraries."""
    program, *words = shlex.split(command)
    if program == "sitegen":
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            return CliRunner(env=ENV).invoke(main, words).output
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        env={**os.environ, **ENV},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def steady(printed: str) -> str:
    """What is printed without the names of pages, which change as pages do."""
    return re.sub(r"shown on .+", "shown on …", printed)


def change(file: Path, old: str, new: str) -> None:
    """Puts a text in place of another, which stands once in the file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_month_goes_as_the_guide_says(tmp_path: Path) -> None:
    """Files are written, lines changed and commands run in the order of the guide; the outputs are those it shows."""
    text, folder, told = GUIDE.read_text(encoding="utf-8"), tmp_path, []
    for step in STEP.finditer(text):
        if step["longer"]:
            change(folder / step["longer"], f"{step['above']}\n", f"{step['above']}\n{step['line']}\n")
        elif step["path"]:
            (folder / step["path"]).write_text(step["text"], encoding="utf-8")
        elif step["file"]:
            change(folder / step["file"], step["old"], step["new"])
        elif step["command"].startswith("cd "):
            folder /= step["command"].removeprefix("cd ")
        else:
            told.append((step, run(step["command"], folder)))
    if os.environ.get("SITEGEN_REWRITE"):
        for step, printed in reversed(told):
            below = f"\n\n```console\n{printed}```" if printed else ""
            text = f"{text[: step.start()]}    {step['command']}{below}{text[step.end() :]}"
        GUIDE.write_text(text, encoding="utf-8")
    else:
        for step, printed in told:
            assert steady(printed) == steady(step["printed"] or ""), step["command"]
    assert len(told) > 20
    assert run("git status --short", folder) == ""
