"""The command line itself: what it loads, and that every command is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.scaffold import init_project

HEAVY = ("altair", "babel", "jinja2", "markdown", "pydantic", "vl_convert", "watchfiles", "yaml")


@pytest.mark.parametrize("arguments", [["--version"], ["-h"], ["build", "-h"], ["new", "-h"]])
def test_help_and_version_load_nothing_but_click(arguments: list[str]) -> None:
    """A question about the program is answered at once: no library of the build is loaded for it."""
    code = f"""
import sys
from sitegen.cli import main
from sitegen.scaffold import init_project
main({arguments!r}, standalone_mode=False)
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_warning_fails_unless_it_may_pass(tmp_path: Path) -> None:
    """`build` and `check` fail on a warning and write nothing; with `--lenient` they report it and go on."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "broken" / "unused-source", project)
    for command in ("check", "build"):
        failed = CliRunner().invoke(main, [command, "--no-cache", "--project", str(project)])
        assert (failed.exit_code, (project / "site").exists()) == (1, False)
        assert "1 warning (--lenient lets warnings pass)" in failed.stderr
    passed = CliRunner().invoke(main, ["build", "--lenient", "--no-cache", "--project", str(project)])
    assert (passed.exit_code, (project / "site").exists()) == (0, True)
    assert "warning[unused-source]" in passed.stderr


def test_a_new_project_does_not_publish_a_typed_number(tmp_path: Path) -> None:
    """The first brief with a number that nobody bound fails the build, and so the workflow's own command."""
    project = tmp_path / "mine"
    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    assert CliRunner().invoke(main, ["build", "--project", str(project)]).exit_code == 0
    brief = "---\ntitle: A brief\nsummary: What was seen.\ndate: 2026-02-12\n---\n\nThey sold 4711 loaves.\n"
    (project / "content" / "briefs" / "typed.md").write_text(brief, encoding="utf-8")
    workflow = (project / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    [line] = re.findall(r"run: sitegen (build .*?)(?: \$\{.*)?$", workflow, re.M)
    for command in (["build"], line.split()):
        failed = CliRunner().invoke(main, [*command, "--project", str(project)])
        assert failed.exit_code == 1
        assert "unbound-number" in failed.stdout + failed.stderr


@pytest.mark.slow
def test_a_build_says_where_its_time_goes_and_why_pages_are_made(tmp_path: Path) -> None:
    """On standard error: the stages, the slowest pages and drawings, and a reason for each page that is made."""
    project = tmp_path / "tracker"
    init_project(project)

    def built(*options: str) -> list[str]:
        result = CliRunner().invoke(main, ["build", "--project", str(project), "-q", *options])
        assert (result.exit_code, result.stdout) == (0, "")
        return result.stderr.splitlines()

    cold = built("--profile", "--explain")
    stages, pages, drawings = (
        cold.index(f"{title}:") for title in ("time by stage", "slowest pages", "slowest drawings")
    )
    assert "/: no build with the same code, templates and options is remembered" in cold[:stages]
    assert [line for line in cold[:stages] if line.endswith("it is new")] == []
    assert [line.split()[-1] for line in cold[stages + 1 : pages]] == [
        *("comparing", "reading", "checking", "rendering", "auditing", "remembering", "writing"),
    ]
    assert all(re.fullmatch(r" *\d+\.\d{3} s  /\S*", line) for line in cold[pages + 1 : drawings])
    assert 1 < len(cold[pages + 1 : drawings]) <= 10
    assert cold[drawings + 1 :]
    page = project / "content" / "about.md"
    page.write_text(page.read_text() + "\nMore words.\n")
    assert built("--explain") == ["/about/: the text of content/about.md changed"]
    assert built("--explain") == ["no page was made again: nothing that one shows changed"]
    assert [line.split()[-1] for line in built("--profile")] == ["stage:", "comparing"]
