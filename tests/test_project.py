"""The project as a whole: what is committed, and the wheel that people install."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

import sitegen

STARTER = ROOT / "sitegen" / "scaffold" / "starter"
# In two pieces, so that this file does not name them either.
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org")
WORKFLOWS = [ROOT / ".github/workflows/pages.yml", STARTER / "dot_github/workflows/pages.yml"]


def run(*command: str | Path, cwd: Path = ROOT, **env: str) -> str:
    """What a command prints; a command that fails fails the test with all it said."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository, built without the network."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_theme_and_starter(wheel: Path) -> None:
    """Everything a plain install needs is in it, and nothing of this repository's own tracker."""
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.name.startswith(f"tracker_sitegen-{sitegen.__version__}-")
    theme = {
        f"sitegen/theme/{p.relative_to(ROOT / 'templates')}" for p in (ROOT / "templates").rglob("*") if p.is_file()
    }
    own = {name for name in theme if name.startswith("sitegen/theme/charts/")}
    package = {
        str(p.relative_to(ROOT)) for p in (ROOT / "sitegen").rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }
    docs = {f"sitegen/manual/{p.relative_to(ROOT)}" for p in (ROOT / "docs").rglob("*") if p.is_file()}
    docs = docs - {"sitegen/manual/docs/data-audit.md"} | {"sitegen/manual/docs/README.md"}
    inside = {name for name in names if ".dist-info/" not in name}
    assert inside == (theme - own) | package | docs
    assert {"sitegen/py.typed", "sitegen/theme/base.html", "sitegen/scaffold/starter/data/site.yaml"} <= inside


def test_init_from_the_wheel_builds_at_once(wheel: Path, tmp_path: Path) -> None:
    """`pip install` of the wheel, `sitegen init x`, `sitegen build` in it: no error and no warning."""
    installed = tmp_path / "installed"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", installed, wheel)
    path = str(installed)
    found = run(sys.executable, "-P", "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path, PYTHONPATH=path)
    assert found.startswith(path)
    command = [sys.executable, "-P", "-m", "sitegen"]
    run(*command, "init", "x", cwd=tmp_path, PYTHONPATH=path)
    run(*command, "build", cwd=tmp_path / "x", PYTHONPATH=path)
    assert (tmp_path / "x" / "site" / "index.html").is_file()


def test_no_package_host_is_named() -> None:
    """Where packages come from is for each machine to say: no committed file names a host, a lock file least of all."""
    files = [ROOT / name for name in run("git", "ls-files").splitlines()]
    texts = {path: path.read_bytes().decode(errors="ignore") for path in files if path.is_file()}
    assert [str(path) for path, text in texts.items() if any(host in text for host in HOSTS)] == []
    assert [path.name for path in files if path.name.endswith((".lock", "package-lock.json"))] == []


def test_make_has_what_the_readme_says() -> None:
    """Each `make …` of the documents is a target."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    texts = [(ROOT / name).read_text() for name in ("README.md", "CONTRIBUTING.md", "docs/publishing.md")]
    named = {name for text in texts for name in re.findall(r"^ +make ([a-z]+)", text, re.MULTILINE)}
    assert {"site", "test", "serve", "lint"} <= named <= set(targets)
    assert "make test" in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=["repository", "starter"])
def test_workflows_are_safe(workflow: Path) -> None:
    """Pull requests get a token that reads and no secret; only the deploying job of the main branch writes."""
    text = workflow.read_text()
    jobs = yaml.safe_load(text)["jobs"]
    assert "${{ secrets" not in text
    assert "pull_request_target" not in text
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "github.event_name != 'pull_request'" in jobs["deploy"]["if"]
    others = [job.get("permissions", {}).values() for name, job in jobs.items() if name != "deploy"]
    assert {right for rights in others for right in rights} <= {"read"}
    assert "sitegen build --format github" in text
    assert not any("${{" in step.get("run", "") for job in jobs.values() for step in job["steps"])


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=["repository", "starter"])
def test_drawings_are_restored_only_where_they_fit(workflow: Path) -> None:
    """The key begins with the packages, the code and the theme; another state of the data alone may be restored."""
    steps = yaml.safe_load(workflow.read_text())["jobs"]["build"]["steps"]
    cache = next(step["with"] for step in steps if step.get("id") == "cache")
    assert cache["key"].startswith(cache["restore-keys"])
    assert cache["restore-keys"].startswith("sitegen-${{ steps.packages.outputs.hash }}-${{ hashFiles(")
    assert "'templates/**'" in cache["restore-keys"]
    assert "'data/**'" not in cache["restore-keys"]
    runs = [step.get("run", "") for step in steps]
    install = next(n for n, run in enumerate(runs) if "pip install" in run or "site.stamp" in run)
    assert install < next(n for n, run in enumerate(runs) if "pip freeze" in run)


def test_workflows_use_the_same_actions() -> None:
    """What a project starts with is what this repository runs."""
    used = [set(re.findall(r"uses: (\S+)", workflow.read_text())) for workflow in WORKFLOWS]
    assert used[0] == used[1]


def test_a_release_leads_to_its_repository() -> None:
    """Where a job names the repository, its addresses are in the metadata, and no link of the README is a path."""
    base, ref = "https://github.com/acme/tracker", "v1.2"
    command = (sys.executable, "-m", "hatchling", "metadata")
    server, name = base.removesuffix("/acme/tracker"), "acme/tracker"
    said = json.loads(run(*command, GITHUB_REPOSITORY=name, GITHUB_SERVER_URL=server, GITHUB_REF_NAME=ref))
    assert said["urls"]["Repository"] == base
    assert all(address.startswith(base) for address in said["urls"].values())
    targets = re.findall(r"\]\(([^)]+)\)", said["readme"]["text"])
    paths = [target.removeprefix(f"{base}/").partition("/")[2].removeprefix(f"{ref}/") for target in targets]
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path.partition("#")[0]).is_file()] == []
    assert f"]({base}/raw/{ref}/docs/home.png)" in said["readme"]["text"]
    assert f"]({base}/blob/{ref}/docs/publishing.md)" in said["readme"]["text"]


def test_a_build_that_names_no_repository_says_none() -> None:
    """No address is made up, and the README is as it stands."""
    said = json.loads(run(sys.executable, "-m", "hatchling", "metadata", GITHUB_REPOSITORY=""))
    assert not said.get("urls")
    assert said["readme"]["text"] == (ROOT / "README.md").read_text(encoding="utf-8")
