"""Links of authors, from the file to the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from small import PIXEL

from sitegen.build import make
from sitegen.problems import SitegenError
from sitegen.scaffold import init_project
from sitegen.settings import Settings

FRONT = "---\ntitle: A brief\nsummary: Short\ndate: 2025-05-01\n---\n\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The starter."""
    init_project(tmp_path / "tracker")
    return tmp_path / "tracker"


def test_an_image_may_have_a_space_in_its_name(project: Path) -> None:
    """However the space is written, the file is copied and the page names it as addresses do."""
    (project / "content" / "briefs" / "my car.png").write_bytes(PIXEL)
    text = "![A car](<my car.png>) ![A car](my%20car.png)\n"
    (project / "content" / "briefs" / "car.md").write_text(FRONT + text)
    outputs = make(Settings(project=project, cache=False), lambda stage: None).outputs
    assert outputs["briefs/my car.png"] == PIXEL
    assert outputs["briefs/car/index.html"].count(b'src="../my%20car.png"') == 2


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("[a](car2.md)", "broken-link", ""),
        ('{{ fig("harbour.loaves@2025") }} [a](#source-9)', "broken-anchor", ""),
        ("[a](harbour.md)", "broken-link", "write ../companies/harbour.md"),
        ("[[Northfield Bakery]]", "broken-link", "write [[northfield]]"),
        ("[a](#wirds)\n\n## Words\n", "broken-anchor", 'did you mean "words"?'),
    ],
)
def test_hints_name_what_an_author_can_mean(project: Path, text: str, code: str, hint: str) -> None:
    """Neither the file itself nor an id that the page numbers is suggested."""
    (project / "content" / "briefs" / "car.md").write_text(FRONT + text)
    with pytest.raises(SitegenError) as caught:
        make(Settings(project=project, cache=False), lambda stage: None)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert hint in problem.hint
    assert "source-" not in problem.hint
    assert " car.md" not in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "[a](//example.org/x)",
        "[a](//briefs/)",
        r"[a](</\briefs/>)",
        '<a href="//briefs/">a</a>',
        "[a](///example.org/x)",
        r"[a](</\example.org/x>)",
        r"[a](<\\example.org/x>)",
        r"[a](<\/example.org/x>)",
        "[a]: //example.org/x\n\n[a]",
        '<a href="//example.org/x">a</a>',
        '<a href="/&#92;example.org/x">a</a>',
        "![a](//example.org/x.png)",
        "[a](https://user:secret@example.org/)",
        "[a](https://example.com@example.org/)",
        "[a](https://example.org:99999/)",
        "[a](https://[::1.2/)",
    ],
)
def test_no_link_leads_to_another_host_unseen(project: Path, text: str) -> None:
    """An address outside begins with its scheme and shows its host; all else is an error, however it is written."""
    (project / "content" / "briefs" / "car.md").write_text(FRONT + text + "\n")
    with pytest.raises(SitegenError) as caught:
        make(Settings(project=project, cache=False), lambda stage: None)
    assert {problem.code for problem in caught.value.problems} <= {"unsafe-link", "broken-link", "remote-image"}
