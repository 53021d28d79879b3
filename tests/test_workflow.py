"""The workflows: their shell steps are run here as a runner would run them, in a pull request of a small project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from repository import ENV

from sitegen.cli import main
from sitegen.scaffold import init_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter in a repository, with a commit in which a value is another one."""
    folder = tmp_path_factory.mktemp("workflow") / "tracker"
    init_project(folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Begin")
    series = folder / "data" / "series" / "harbour.yaml"
    series.write_text(series.read_text().replace("value: 38150", "value: 38250"))
    git(folder, "commit", "-qam", "A slip is corrected")
    return folder


def git(folder: Path, *words: str) -> str:
    """What git prints."""
    env = {**os.environ, **ENV}
    return subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True, text=True).stdout


def steps(folder: Path, name: str = "pages") -> list[dict[str, str]]:
    """The steps of the job that builds, or that looks for what is overdue."""
    jobs = yaml.safe_load((folder / ".github" / "workflows" / f"{name}.yml").read_text())["jobs"]
    return list(jobs["build" if name == "pages" else "overdue"]["steps"])


def run(folder: Path, step: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the shell of a step as a runner does."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step],
        cwd=folder,
        env={**os.environ, **ENV, **env, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pull_request_gets_its_summary_and_a_site_that_opens(checkout: Path, tmp_path: Path) -> None:
    """The steps of the starter's workflow build the site, and say what is wrong, what changed and how it is opened."""
    summary = tmp_path / "summary.md"
    env = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_RUN_ID": "7", "GITHUB_REPOSITORY": "acme/tracker"}
    env |= {
        "BASE": git(checkout, "rev-parse", "HEAD~1").strip(),
        "BASE_URL": "",
        "GITHUB_OUTPUT": str(tmp_path / "out"),
    }
    shell = [step["run"] for step in steps(checkout) if "run" in step and "pip install" not in step["run"]]
    assert len(shell) == 4
    for step in shell:
        done = run(checkout, step, **env)
        assert done.returncode == 0, (step, done.stderr)
    text = summary.read_text()
    assert text.startswith("## Problems\nNo problems.\n")
    assert "38,150" in text
    assert "38,250" in text
    command = text.rpartition("\n\n    ")[2].strip()
    fetched, _, rest = command.partition(" && ")
    assert fetched == "gh run download 7 --repo acme/tracker --name github-pages --dir preview"
    opened = rest.partition(" && ")[0]
    (checkout / "preview").mkdir()
    shutil.make_archive(str(checkout / "preview" / "artifact"), "tar", checkout / "site")
    assert run(checkout, opened).returncode == 0
    assert (checkout / "preview" / "index.html").is_file()
    shutil.rmtree(checkout / "preview")


def test_every_problem_stands_in_the_summary(checkout: Path, tmp_path: Path) -> None:
    """Also more than ten of a kind, and though the build fails; signs of Markdown mean nothing."""
    project = tmp_path / "tracker"
    shutil.copytree(checkout, project, ignore=shutil.ignore_patterns(".sitegen-cache", "site"))
    brief = project / "content" / "briefs" / "harbour-catches-up.md"
    brief.write_text(brief.read_text() + "".join(f"\n[a](lost_*{n}*.md)\n" for n in range(30)))
    step = next(step["run"] for step in steps(project) if "check --format markdown" in step.get("run", ""))
    done = run(project, step, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"), BASE="HEAD")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "summary.md").read_text()
    assert text.count("**error[broken-link]**") == 30
    assert r"lost\_\*29\*.md" in text


def test_the_scheduled_check_finds_what_is_overdue(checkout: Path) -> None:
    """The workflow of every week fails where a value is late."""
    (step,) = (step["run"] for step in steps(checkout, "freshness") if "--stale" in step.get("run", ""))
    workflow = yaml.safe_load((checkout / ".github" / "workflows" / "freshness.yml").read_text())
    assert workflow[True]["schedule"]
    done = run(checkout, f"{step} --as-of 2030-01-01")
    assert done.returncode == 1
    assert "::error file=data/series/" in done.stdout


def test_annotations_name_the_file_in_the_repository(tmp_path: Path) -> None:
    """A tracker in a folder of a larger repository has its folder before each path."""
    project = tmp_path / "sites" / "bread"
    init_project(project)
    git(tmp_path, "init", "-q")
    (project / "content" / "about.md").write_text("---\ntitle: About\n---\n\n[a](lost.md)\n")
    words = ["check", "--no-cache", "--format", "github", "--project", str(project)]
    assert "::error file=sites/bread/content/about.md,line=5" in CliRunner().invoke(main, words).output
    (project / ".git").mkdir()
    assert "::error file=content/about.md,line=5" in CliRunner().invoke(main, words).output
