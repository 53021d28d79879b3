"""The command line itself: what it loads, and that every command is there."""

import subprocess
import sys

import pytest

HEAVY = ("altair", "babel", "jinja2", "markdown", "pydantic", "vl_convert", "watchfiles", "yaml")


@pytest.mark.parametrize("arguments", [["--version"], ["-h"], ["build", "-h"], ["new", "-h"]])
def test_help_and_version_load_nothing_but_click(arguments: list[str]) -> None:
    """A question about the program is answered at once: no library of the build is loaded for it."""
    code = f"""
import sys
from sitegen.cli import main
main({arguments!r}, standalone_mode=False)
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
