"""Assets of a public site have names that hold a hash of their content."""

import hashlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "lives"
BASE = "https://desk.github.io/heat/"
NAMED = re.compile(r'(?:href|src|data-[a-z-]+)="([^"]*assets/[^"]*)"')


def built(project: Path, base: str = BASE, *, cache: bool = False) -> Mapping[str, bytes]:
    """The files of a site at an address."""
    return make(Settings(project=project, base_url=base, cache=cache, lenient=True), lambda stage: None).outputs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose theme has a stylesheet of its own."""
    found = Path(shutil.copytree(SITE, tmp_path / "project"))
    (found / "templates/assets").mkdir(parents=True)
    (found / "templates/assets/own.css").write_text("a { color: tan }")
    return found


def assets(outputs: Mapping[str, bytes]) -> set[str]:
    """The names of all assets."""
    return {name for name in outputs if name.startswith("assets/")}


def test_every_name_holds_the_hash_of_its_file(project: Path) -> None:
    """Licences apart; what pages and the stylesheet name is there, and nothing is named plainly."""
    outputs = built(project)
    for name in assets(outputs):
        if not name.endswith((".txt", ".md")):
            assert name.split(".")[-2] == hashlib.sha256(outputs[name]).hexdigest()[:8]
    sheet = next(name for name in outputs if name.startswith("assets/site.") and name.endswith(".css"))
    for name in re.findall(r'url\("(fonts/[^"]+)"\)', outputs[sheet].decode()):
        assert f"assets/{name}" in outputs
    for page in (name for name in outputs if name.endswith(".html")):
        for value in NAMED.findall(outputs[page].decode()):
            for each in value.split():
                assert "assets/" + each.partition("assets/")[2] in outputs, page


def test_a_changed_stylesheet_has_another_name_and_an_edit_gives_a_clean_build(project: Path) -> None:
    """Pages made before the change name the new file, as those of a build that remembers nothing do."""
    before = built(project, cache=True)
    (project / "templates/assets/own.css").write_text("a { color: teal }")
    after = built(project, cache=True)
    assert assets(before) != assets(after)
    assert dict(after) == dict(built(project))


def test_names_stay_plain_where_nobody_else_reads(project: Path) -> None:
    """At the address of `sitegen serve` a changed stylesheet changes no page."""
    assert "assets/site.css" in built(project, "http://127.0.0.1:8000/")
