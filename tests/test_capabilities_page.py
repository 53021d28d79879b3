"""Capabilities for readers: what is known comes first, and what is not known is one line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
MORE = """
quiet:
  label: Quiet boats
  definition: Nobody hears them
  answers:
    - {entity: blue, answer: no, said: 2024, source: gazette}
    - {entity: blue, answer: partly, said: 2025, source: red-report}
wide:
  label: Wide boats
  definition: A lorry has room
  answers: [{entity: red, answer: yes, said: 2025, source: robot, use: deprecated, reason: a machine}]
"""


def lines(table: str) -> list[str]:
    """The rows of a table, without tags."""
    return [" ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in re.findall(r"<tr.*?</tr>", table, re.S)]


def head(page: str) -> str:
    """What the page begins with, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition('<p class="standfirst">')[2].partition("</p>")[0]).split())


def test_known_answers_come_first_and_the_rest_is_said_once(tmp_path: Path) -> None:
    """At a glance each company has its answers; below each stands with day and source; of nobody else is spoken."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    data = project / "data/capabilities.yaml"
    data.write_text(data.read_text() + MORE)
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    page = outputs["capabilities/index.html"].decode()
    glance, table = re.findall(r"<tbody>(.*?)</tbody>", page, re.S)
    assert lines(glance) == ["Electric boats planned yes ; others no", "Quiet boats partly", "Wide boats"]
    assert head(page) == "2 of 3 capabilities are reported at one company or more. Without an answer: Wide boats ."
    assert page.count("An empty cell: none of our documents answers, which does not mean no.") == 1
    assert lines(table) == [
        "Electric boats At least one boat runs on batteries Fast Red yes 1 Two of 5 a , March 2025",
        "Electric boats Blue Line planned 2 2025",
        "Electric boats Red Line no 2 2024",
        "Quiet boats Nobody hears them Blue Line partly 1 2025",
        "Wide boats A lorry has room No information found in our documents",
    ]
    assert re.findall(r"<td[^>]*></td>|not known|–", table) == []


def test_a_capability_that_nobody_has_answered_still_has_its_place(tmp_path: Path) -> None:
    """Where no capability has an answer, each stands with a line that says so, and what leads to it arrives."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    (project / "data/capabilities.yaml").write_text("loud: {label: Loud boats, definition: Everybody hears them}\n")
    check = """check: 'capability("blue", "loud") == "yes"'}\n"""
    ask = f"loud: {{text: Blue is loud, by: red-report, about: [blue], {check}"
    (project / "data/claims.yaml").write_text(ask)
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    whole = outputs["capabilities/index.html"].decode()
    assert head(whole) == "0 of 1 capabilities are reported at one company or more. Without an answer: Loud boats ."
    page = whole.partition("<tbody>")[2].partition("</tbody>")[0]
    assert 'id="loud"' in page
    said = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    assert said == "Loud boats Everybody hears them No information found in our documents"
    assert "capabilities/#loud" in outputs["claims/loud/index.html"].decode()
    assert "capabilities/#loud" in outputs["search/index.html"].decode()


def test_the_page_begins_with_what_is_known(tmp_path: Path) -> None:
    """In short: what is had, what is only planned or denied, and of how many companies nothing is found."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    (project / "data/companies/ochre.yaml").write_text("name: Ochre Line\n")
    said = "said: 2025, source: red-report"
    rows = (
        f"loud: {{label: Loud, definition: x, answers: [{{entity: red, answer: partly, {said}}}]}}",
        f"low: {{label: Low, definition: x, answers: [{{entity: red, answer: no, {said}}},"
        f" {{entity: fast-red, answer: planned, {said}}}]}}",
        f"long: {{label: Long, definition: x, answers: [{{entity: red, answer: no, {said}}}]}}",
    )
    (project / "data/capabilities.yaml").write_text("\n".join(rows))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    assert head(outputs["capabilities/index.html"].decode()) == (
        "1 of 3 capabilities is reported at one company or more. Only planned: Low . Only denied: Long ."
        " Of 1 of 2 companies our documents say nothing."
    )
