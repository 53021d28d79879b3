"""Broken sites: each folder of tests/broken/ is a project with faults and the exact report that it gets.

The report stands in `expected.txt`; a folder with a `command.txt` is for that command instead of `build`.
After a deliberate change, rewrite them with
`SITEGEN_REWRITE=1 pytest tests/test_broken.py`, and read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.problems.codes import CODES

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("case", CASES)
def test_a_broken_site_gets_its_exact_report_and_nothing_is_written(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every problem of the stage is reported with its place, the exit code is 1, and no file changes."""
    monkeypatch.setattr("sitegen.problems.order.ALIKE", 1000)  # a folder may hold more than ten of a kind
    project = tmp_path / "project"
    shutil.copytree(BROKEN / case, project, ignore=shutil.ignore_patterns("expected.txt"))
    before = _tree(project)
    command = project / "command.txt"
    words = (
        command.read_text().replace("PROJECT", str(project)).split() if command.exists() else ["build", "--no-cache"]
    )
    result = CliRunner().invoke(main, [*words, "--project", str(project)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    expected = BROKEN / case / "expected.txt"
    if os.environ.get("SITEGEN_REWRITE"):
        expected.write_text(result.stderr, encoding="utf-8")
    assert result.stderr == expected.read_text(encoding="utf-8")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert _tree(project) == before


def test_the_broken_sites_reach_every_code() -> None:
    """No code that stops a build is without a site that shows it, and no report shows a code that is not there."""
    reports = "".join((BROKEN / case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    assert set(re.findall(r"(?:error|warning)\[([a-z-]+)\]", reports)) == {
        code for code, (severity, _) in CODES.items() if severity != "advice" and code != "lost-address"
    }  # which needs a repository: tests/test_renamed.py
