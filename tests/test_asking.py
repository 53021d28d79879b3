"""What `add` and `import` ask at a terminal, a real one of the system's making, and what the answers do.

One command runs in a process of its own, the others in that of the test, which has loaded the libraries.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.scaffold import init_project

SERIES = "data/series/harbour.yaml"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


@contextmanager
def typed(answers: list[str]) -> Iterator[BinaryIO]:
    """A terminal on which somebody has typed the answers."""
    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    with os.fdopen(theirs, "rb") as terminal:
        yield terminal
    os.close(ours)


def asked(project: Path, answers: list[str], *arguments: str) -> tuple[int, str]:
    """The exit code of a command at a terminal on which somebody types the answers, and what it says."""
    command, *rest = arguments
    with typed(answers) as terminal:
        done = CliRunner().invoke(main, [command, "--project", str(project), *rest], input=terminal)
    return done.exit_code, done.stderr


def test_a_new_document_is_asked_for(project: Path) -> None:
    """Publisher, kind, title and date of a new address; what is left empty is left out."""
    answers = ["The Gazette", "press", "", "2026-05"]
    line = [sys.executable, "-m", "sitegen", "add", "--project", str(project), "harbour.loaves@2026-Q1", "30100"]
    with typed(answers) as terminal:
        done = subprocess.run(
            [*line, "--source", "https://example.org/n"], stdin=terminal, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    assert "https://example.org/n is a new document." in done.stderr
    sources = (project / "data/sources/example.yaml").read_text("utf-8")
    assert sources.endswith(
        "the-gazette-2026-05:\n  publisher: The Gazette\n  url: https://example.org/n\n"
        "  published: 2026-05\n  kind: press\n"
    )


@pytest.mark.parametrize(
    ("publisher", "answers", "written"),
    [
        ("The Gazette", ["y", "it counted them"], "use: preferred, reason: it counted them"),
        ("The Gazette", ["n", "a rounded number"], "use: deprecated, reason: a rounded number"),
        ("Harbour Bread", ["y"], "replaces: harbour-report-2025"),
        ("Harbour Bread", ["n", "y", "it counted again"], "use: preferred, reason: it counted again"),
    ],
)
def test_a_rival_is_asked_about(project: Path, publisher: str, answers: list[str], written: str) -> None:
    """Whether its publisher corrects itself, whether the new value is printed, and why."""
    new = ("--source", "https://example.org/n", "--publisher", publisher, "--kind", "press", "--published", "2026-05")
    code, said = asked(project, answers, "add", "harbour.loaves@2025-Q4", "51000", *new)
    assert code == 0, said
    assert "does not agree with 49400 from harbour-report-2025" in said
    assert written in (project / SERIES).read_text("utf-8")


def test_names_are_asked_once_and_the_table_is_confirmed(project: Path, tmp_path: Path) -> None:
    """An unknown name is asked for and kept, one without an answer is left out, and nothing is written on a no."""
    table = tmp_path / "table.csv"
    table.write_text("name,2026-Q1\nHafen,30100\nAll of them,1\n", encoding="utf-8")
    new = (
        "--source",
        "https://example.org/n",
        "--publisher",
        "The Gazette",
        "--kind",
        "press",
        "--published",
        "2026-08",
    )
    line = ("import", str(table), "--metric", "loaves", *new)
    before = (project / SERIES).read_text("utf-8")
    code, said = asked(project, ["harbour", "", "n"], *line)
    assert (code, (project / SERIES).read_text("utf-8")) == (0, before), said
    code, said = asked(project, ["harbour", "", "y"], *line)
    assert code == 0, said
    assert "2026-Q1: {value: 30100" in (project / SERIES).read_text("utf-8")
    assert "Hafen: harbour" in (project / "data" / "imports.yaml").read_text("utf-8")
    table.write_text("name,2026-Q2\nHafen,30200\n", encoding="utf-8")
    code, said = asked(project, ["y"], *line)
    assert code == 0, said
