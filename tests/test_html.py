"""HTML: the Nu checker finds nothing on any page."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from conftest import ROOT, Built

JAR = ROOT / ".venv" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_nu_finds_nothing(site: Built) -> None:
    """No error, warning or hint."""
    if not JAR.is_file() or shutil.which("java") is None:
        pytest.fail("the Nu HTML checker or Java is missing: run .ci/tools, which installs both")
    # To the checker a page in a file has no origin, so "self" in its policy names nobody, and it takes a script that is
    # only data (JSON-LD, which no browser runs) for one that the policy forbids. Chromium tests the policy.
    unheard = ["--filterpattern", ".*(Resource|Inline script) violates Content Security Policy.*"]
    # The first compiler of Java is enough for a minute: the second takes as long as the pages.
    command = ["java", "-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", str(JAR)]
    command += ["--format", "gnu", "--skip-non-html", *unheard, str(site.folder)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.stderr.replace(f"file:{site.folder}/", "").splitlines() == []
    assert checked.returncode == 0


def test_what_stands_in_a_page_as_a_script_is_data(site: Built) -> None:
    """Every script that runs is a file of the site; in the page itself stands only what describes it to machines."""
    found = {
        tag
        for path in site.folder.rglob("*.html")
        for tag in re.findall("<script(?![^>]* src=)[^>]*>", path.read_text())
    }
    assert found == {'<script type="application/ld+json">'}
