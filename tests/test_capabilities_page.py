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


def heads(page: str) -> list[str]:
    """The heads of what is folded, without tags."""
    return [" ".join(re.sub(r"<[^>]*>", " ", each).split()) for each in re.findall(r"<summary><h2>.*?</h2>", page)]


def head(page: str) -> str:
    """What the page begins with, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition('<p class="standfirst">')[2].partition("</p>")[0]).split())


def test_known_answers_come_first_and_the_rest_is_said_once(tmp_path: Path) -> None:
    """At a glance each capability has who has it; below each stands with day and source; of nobody else is spoken."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    data = project / "data/capabilities.yaml"
    data.write_text(data.read_text() + MORE)
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    page = outputs["capabilities/index.html"].decode()
    glance, companies, table = page.split("<h2>", 2)
    assert lines(glance) == [
        "Capability Who",
        "Electric boats yes Fast Red planned Blue Line no Red Line",
        "Quiet boats partly Blue Line",
    ]
    assert lines(companies) == [
        "Company What",
        "Blue Line partly Quiet boats planned Electric boats",
        "Red Line yes Electric boats (Fast Red) no Electric boats",
    ]
    assert head(page) == "Of 3 capabilities, 1 is reported of one company only."
    assert page.count("Who is missing in a row: we found no document that answers, which does not mean no.") == 1
    assert heads(table) == [
        "Electric boats 1 yes, 1 planned, 1 no",
        "Quiet boats 1 partly",
        "Wide boats No information found in our documents",
    ]
    assert lines(table) == [
        "Fast Red yes 1 Two of 5 a , March 2025",
        "Blue Line planned 2 2025",
        "Red Line no 2 2024",
        "Blue Line partly 1 2025",
    ]


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
    assert head(whole) == "Loud boats is reported for no company."
    assert heads(whole) == ["Loud boats No information found in our documents"]
    assert 'id="loud"' in whole
    assert "capabilities/#loud" in outputs["claims/loud/index.html"].decode()
    assert "capabilities/#loud" in outputs["search/index.html"].decode()


def test_the_page_begins_with_who_has_what_the_file_names_first(tmp_path: Path) -> None:
    """In short: who has it, and of how many nothing is found; below, the capability of most companies first."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    for number in range(5):
        (project / f"data/companies/ochre-{number}.yaml").write_text(f"name: Ochre {number}\n")
    said = "said: 2025, source: red-report"
    one, two = (f"{{entity: {id}, answer: {answer}, {said}}}" for id, answer in (("red", "partly"), ("blue", "no")))
    others = (f"{{entity: ochre-{number}, answer: planned, {said}}}" for number in range(4))
    rows = (
        f"wide: {{label: Wide, definition: x, answers: [{one}, {two}]}}",
        f"loud: {{label: Loud, definition: x, answers: [{two}]}}",
        f"long: {{label: Long, definition: x, answers: [{', '.join(others)}]}}",
    )
    (project / "data/capabilities.yaml").write_text("\n".join(rows))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    page = outputs["capabilities/index.html"].decode()
    assert head(page) == (
        "Wide is reported for 1 of 7 companies, in part at least: Red Line . Of 5 companies we found nothing."
    )
    assert [row.split()[0] for row in lines(page.partition("<h2>")[0])[1:]] == ["Long", "Wide", "Loud"]
    assert heads(page) == ["Long 4 planned", "Wide 1 partly, 1 no", "Loud 1 no"]


def test_what_one_company_alone_is_documented_to_have_is_said_in_a_sentence(tmp_path: Path) -> None:
    """A sentence for whoever alone has it; none where another has it too, in part, or where only a part is known."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    said = "said: 2025, source: red-report"
    one, two, part, model = (
        f"{{entity: {id}, answer: {answer}, {said}}}"
        for id, answer in (("red", "yes"), ("blue", "no"), ("blue", "partly"), ("fast-red", "yes"))
    )
    rows = (
        f"wide: {{label: Wide, definition: x, answers: [{one}, {two}]}}",
        f"loud: {{label: Loud, definition: x, answers: [{one}, {part}]}}",
        f"long: {{label: Long, definition: x, answers: [{part}]}}",
        f"low: {{label: Low, definition: x, answers: [{model}]}}",
        f"calm: {{label: Calm, definition: x, answers: [{one}]}}",
    )
    (project / "data/capabilities.yaml").write_text("\n".join(rows))
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    sentences = ["Reported of Red Line only: Wide and Calm.", "Reported of Fast Red only: Low."]
    for url in ("capabilities", "companies/red"):
        page = re.sub(r"<[^>]*>", "", outputs[f"{url}/index.html"].decode())
        assert [line in page for line in sentences] == [True, True]
        assert page.count("Reported of") == 2
    assert "Reported of" not in outputs["companies/blue/index.html"].decode()
