"""HTML: the Nu checker finds nothing on any page."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from conftest import ROOT, Built

JAR = ROOT / ".venv" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_nu_finds_nothing(site: Built) -> None:
    """No error, warning or hint."""
    if not JAR.is_file() or shutil.which("java") is None:
        pytest.fail("the Nu HTML checker or Java is missing: run .ci/tools, which installs both")
    # To the checker a page in a file has no origin, so "self" in its policy names nobody; Chromium tests the policy.
    unheard = ["--filterpattern", ".*Resource violates Content Security Policy.*"]
    command = ["java", "-Xss1m", "-jar", str(JAR), "--format", "gnu", "--skip-non-html", *unheard, str(site.folder)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr.replace(f"file:{site.folder}/", "").splitlines() == []
    assert checked.returncode == 0
