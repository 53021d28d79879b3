"""The command line itself: what it loads, and that every command is there."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

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


def test_a_check_of_one_file_reports_its_problems_alone(tmp_path: Path) -> None:
    """Problems of other files are counted, and fail nothing; a file that is not there is named."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "broken" / "count-decimals", project)

    def check(*files: str, style: str = "text") -> Result:
        words = ["check", "--no-cache", "--project", str(project), *(str(project / file) for file in files)]
        return CliRunner().invoke(main, [*words, "--format", style])

    found = check("data/series/acme.yaml")
    assert found.exit_code == 1
    assert "data/series/acme.yaml:6:22" in found.stderr
    assert "content/briefs/down.md" not in found.stderr
    elsewhere = check("data/metrics.yaml", "data/site.yaml")
    assert elsewhere.exit_code == 0
    assert "nothing is wrong in data/metrics.yaml, data/site.yaml; other files have problems: 5" in elsewhere.stderr
    assert json.loads(check("data/metrics.yaml", style="json").stdout) == []
    assert "there is no file" in check("data/metric.yaml").stderr
    (tmp_path / "elsewhere.yaml").write_text("", encoding="utf-8")
    assert "is not in the project" in check("../elsewhere.yaml").stderr
    assert "is a folder: name its files" in check("data").stderr
    (project / "other.txt").write_text("", encoding="utf-8")
    assert "is no file that a build reads" in check("other.txt").stderr


def test_a_command_below_the_project_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project above is used and named, and files may be named from it; a folder with data of its own is meant."""
    project = tmp_path / "project"
    shutil.copytree(Path(__file__).parent / "broken" / "count-decimals", project)
    monkeypatch.chdir(project / "data" / "series")

    def check(*words: str) -> Result:
        return CliRunner().invoke(main, ["check", "--no-cache", *words])

    for file in ("acme.yaml", "data/series/acme.yaml"):
        found = check(file)
        assert found.stderr.startswith("the project is in ../.., above this folder\ndata/series/acme.yaml:6:22: error")
    assert "above this folder" not in check("-q", "acme.yaml").stderr
    (project / "inner" / "content").mkdir(parents=True)
    monkeypatch.chdir(project / "inner")
    assert "the project has no data/site.yaml" in check().stderr


def test_no_line_of_the_help_is_cut() -> None:
    """Each command stands on one line of the help with whole words, also in 80 columns."""
    result = CliRunner().invoke(main, ["-h"], terminal_width=80)
    assert "..." not in result.stdout.partition("Commands:")[2]
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands_and_options(shell: str) -> None:
    """What the README names prints a script for the shell."""
    code = f"import os; os.environ['_SITEGEN_COMPLETE'] = '{shell}_source'; from sitegen.__main__ import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.argv = ['sitegen']; {code}"], capture_output=True, text=True
    )
    assert "_SITEGEN_COMPLETE" in done.stdout


def test_a_new_project_has_what_editors_and_commits_need(tmp_path: Path) -> None:
    """`init` writes .editorconfig, and a check before each commit whose command passes in the new project."""
    project = tmp_path / "mine"
    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    assert "root = true" in (project / ".editorconfig").read_text(encoding="utf-8")
    config = yaml.safe_load((project / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = config["repos"][0]["hooks"]
    assert re.match(hook["files"], "data/series/a.yaml")
    assert CliRunner().invoke(main, [*hook["entry"].split()[1:], "--project", str(project)]).exit_code == 0


def test_a_terminal_sees_how_far_a_build_is(tmp_path: Path) -> None:
    """On a terminal one line names the stage and counts what is made; a pipe sees only the end."""
    project = tmp_path / "mine"
    assert CliRunner().invoke(main, ["init", str(project)]).exit_code == 0
    words = ["build", "--no-cache", "--jobs", "1", "--project", str(project)]
    command = [sys.executable, "-m", "sitegen", *words]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stderr=theirs, stdout=subprocess.DEVNULL) as process:
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 65536):
                seen += part
        except OSError:  # what Linux answers once the other end is closed
            pass
        finally:
            os.close(ours)
        assert process.wait(timeout=60) == 0
    assert re.search(rb"rendering \xe2\x80\xa6 \d+ pages? (and|or) files?", seen)
    piped = CliRunner().invoke(main, words)
    assert piped.exit_code == 0
    assert "\r" not in piped.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chekc"], 'there is no command "chekc": did you mean sitegen check?'),
        (["lint"], 'there is no command "lint": did you mean sitegen check?'),
        (["breif", "Rye"], 'there is no command "breif": did you mean sitegen new brief "…"?'),
        (["--build"], '"--build" is no option: did you mean sitegen build?'),
        (["build", "–lenient"], "make them: type --lenient"),
        (["add", "a.b@2026", "5", "—-source", "x"], "make them: type --source"),
        (["build", "-lenient"], '"-lenient" has one hyphen, and whole words have two: type --lenient'),
        (["new", "breif", "Rye"], 'there is no "breif": did you mean "brief"?'),
    ],
)
def test_a_misspelt_command_or_option_is_told_with_what_was_meant(typed: list[str], said: str) -> None:
    """So are words of other programs, and hyphens that a word processor made one dash."""
    result = CliRunner().invoke(main, typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"{said}\n")


@pytest.mark.parametrize("typed", [["xylophone"], ["find", "-qyz"], ["add", "a.b@2026", "−5"]])
def test_what_may_mean_anything_is_not_guessed(typed: list[str]) -> None:
    """A word like no command, letters that are no option, a number below zero."""
    said = CliRunner().invoke(main, typed).stderr
    assert "did you mean" not in said
    assert "type --" not in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["serve", "--port", "abc"], '"abc" is not a whole number: write it in digits'),
        (["serve", "--port", "65536"], '"65536" is out of bounds: write a number from 0 to 65535'),
        (["build", "--jobs", "0"], '"0" is out of bounds: write a number from 1'),
        (["init", ""], "nothing stands here: name a folder"),
        (["build", "-o", " "], "nothing stands here: name a folder"),
    ],
)
def test_a_number_or_a_folder_that_is_none_is_told_in_plain_words(typed: list[str], said: str) -> None:
    """An empty variable of a shell is no folder, and no number is an "integer range"."""
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == 2
    assert result.stderr.rstrip().endswith(said)
