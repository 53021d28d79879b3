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
    pages = [site.root + page for page in site.pages]
    command = ["java", "-Xss1m", "-jar", str(JAR), "--format", "gnu", *pages]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr.splitlines() == []
    assert checked.returncode == 0
