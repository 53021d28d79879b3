"""Claims on the site: their pages, the lists on other pages, `claims.json`, and what a brief shows of a verdict."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.build import make
from sitegen.settings import Settings

SITE = Path(__file__).parent / "sites" / "pages"
CLAIMS = """\
red-over-110:
  text: 'Red <makes> more than 110 trips a month'
  by: critic
  about: [fast-red]
  check:
    - fig("red.trips@2025-01") > 110
    - fig("red.trips@2025-02") >= 110
  mixed: Both are <trips>
  note: 'It made {{ fig("red.trips@2025-02") }}'
red-is-electric:
  text: Red is electric
  by: critic
  check: capability("red", "electric") == "yes"
  alternatives:
    - rank("published", "red") == 1
red-crosses:
  text: Red crosses more than ten times a month
  by: red-report
  about: [red]
  check: fig("red.crossings@2025-Q1") > 10
  alternatives:
    - fig("red.trips@2025-03") > 132
red-sails-in-europe:
  text: Red sails in Europe
  by: critic
  check:
    - entry("red", "europe") >= "entered"
    - entry("blue", "no") >= "planned"
    - entry("red", "africa") >= "planned"
red-counts:
  {text: Red crosses about 12 times, by: critic, check: 'fig("red.crossings@2025-Q1") == about(12)'}
red-is-loved:
  {text: Red is loved, by: critic, because: 'Love has no number'}
"""
OPEN = 'fig("fast-red.trips@2025-Q1") > 200'
NO, NO_MORE = 'fig("red.trips@2025-02") > 200', 'fig("red.trips@2024-Q1") > 210'
YES, GONE = 'fig("red.trips@2024-Q1") > 190', 'fig("red.crossings@2025-Q1") > 10'
FOUND = "We found 110; the claim says more than 200."
NEAR = "We found 200; the claim says more than 210."
SPLIT, RIVALS = 'fig("red.trips@2025-01") > 110', 'fig("red.trips@2025-01") > 130'
READ: Mapping[str, tuple[tuple[str | list[str], ...], str]] = {
    "only-one": ((NO,), f"Contradicted. {FOUND}"),
    "all-decided": ((NO, NO_MORE), f"Contradicted. {NEAR} Counted another way, the verdict is the same."),
    "none-else": ((NO, OPEN), f"Contradicted. {FOUND} Counted another way, it cannot be decided."),
    "one-left": (
        (NO, NO_MORE, OPEN),
        f"Contradicted. {NEAR} Counted another way, the verdict is the same."
        " Counted another way, it cannot be decided.",
    ),
    "two-left": (
        (YES, GONE, OPEN),
        "Supported. We found 200; the claim says more than 190. Counted in other ways, it cannot be decided.",
    ),
    "rivals": (
        (RIVALS, OPEN),
        "Contradicted. We found 100; the claim says more than 130. The verdict is the same whichever source is right."
        " Counted another way, it cannot be decided.",
    ),
    "two-values": (
        ("fig('red.trips@2025-02') < fig('red.trips@2025-03')",),
        "Supported. We found 110, against about 130.",
    ),
    "several": (([YES, "fig('red.trips@2025-02') > 10"],), "Supported. Every comparison that we made for it holds."),
    "by-source": (
        (NO, SPLIT),
        "Disputed. As we test it, it is contradicted. Counted another way, it depends on which source is right.",
    ),
    "open-check": (
        (OPEN, NO),
        "Unverified. What we found does not decide it. Counted another way, it is contradicted.",
    ),
    "gone-check": (
        (GONE, NO, YES),
        "Unverified. We did not find the number that would decide it."
        " Counted another way, it is contradicted."
        " Counted another way, it is supported.",
    ),
    "two-alike": (
        (GONE, NO, NO_MORE),
        "Unverified. We did not find the number that would decide it. Counted in other ways, it is contradicted.",
    ),
}
"""Readings, the check first, and what the page of the claim says of them."""
FRONT = """\
claims:
  blue-fell:
    text: Blue fell
    about: [blue]
    check: fig("blue.trips@2025-Q1") | change("year") < 0
"""
USES = """\
Ours is {{ claim("blue-fell") }}, theirs is {{ claim("red-over-110") }}: see [[claim:red-crosses]] and
[love]([[claim:red-is-loved]]).
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The site of tests/sites/pages with claims, in memory."""
    project = tmp_path_factory.mktemp("claims") / "project"
    shutil.copytree(SITE, project)
    (project / "data" / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    critic = "critic: {publisher: The Critic, url: 'https://example.org/critic', kind: press}\n"
    (project / "data" / "sources" / "critic.yaml").write_text(critic, encoding="utf-8")
    brief = project / "content" / "briefs" / "one.md"
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text.replace("tags: [trips", FRONT + "tags: [trips") + f"\n{USES}", encoding="utf-8")
    hidden = project / "content" / "briefs" / "hidden.md"
    text = hidden.read_text(encoding="utf-8")
    hidden.write_text(text.replace("draft:", FRONT.replace("blue-fell", "not-yet") + "draft:"), encoding="utf-8")
    return make(Settings(project=project, cache=False), lambda step: None).outputs


def words(outputs: Mapping[str, bytes], name: str) -> str:
    """The article of a page as plain words."""
    article = outputs[f"{name}index.html"].decode().partition("<article")[2].partition("</article>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", article.replace("</span>.", ".")).split())


def test_the_page_of_a_claim(outputs: Mapping[str, bytes]) -> None:
    """It tells the verdict, every comparison with its numbers, each rival value with what follows, and who says it."""
    page = outputs["claims/red-over-110/index.html"].decode()
    assert '<span class="verdict disputed">Disputed</span>. It depends on which source is right:' in page
    assert "<h1>Red &lt;makes&gt; more than 110 trips a month</h1>" in page
    assert '<td data-label="The claim">more than <data value="110">110</data></td>' in page
    told = words(outputs, "claims/red-over-110/")
    assert "As we test it: depends on the source all of these must hold" in told
    assert "Which source is right about Red" in told
    assert re.search(r"Where sources differ .* 100 .* does not hold 120 .* holds", told)
    assert "Compare with care: Both are &lt;trips&gt;." in told
    assert "Said by The Critic" in told
    assert "Its numbers are from 1 source: 1 primary." in told
    assert "Its numbers are" not in words(outputs, "claims/red-is-loved/")


def test_a_page_says_no_more_than_its_readings_decide(tmp_path: Path) -> None:
    """However it is read it is so only where every reading is decided; else the page names what stays open."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    claims = {
        id: {"text": id, "by": "critic", "about": ["red", "fast-red"], "check": check, "alternatives": others}
        for id, ((check, *others), _) in READ.items()
    }
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    critic = "critic: {publisher: The Critic, url: 'https://example.org/critic', kind: press}\n"
    (project / "data" / "sources" / "critic.yaml").write_text(critic, encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    leads = {id: outputs[f"claims/{id}/index.html"].decode().partition('"standfirst">')[2] for id in READ}
    found = {
        id: " ".join(re.sub("<sup.*?</sup>|<[^>]*>", "", lead.partition("</p>")[0]).split())
        for id, lead in leads.items()
    }
    assert found == {id: told for id, (_, told) in READ.items()}


def test_a_verdict_on_weak_sources_says_so(tmp_path: Path) -> None:
    """Where every reading that decides has a number that only a copy gives; one firm reading is enough to be silent."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    series = project / "data" / "series" / "red.yaml"
    weak = "    2023-01: {value: 10, source: copyist, use: preferred, reason: There is no other}\n"
    series.write_text(series.read_text().replace("  values:\n", f"  values:\n{weak}", 1))
    for id, more in (("critic", ""), ("copyist", ", reliability: copy")):
        line = f"{id}: {{publisher: The {id}, url: 'https://example.org/{id}', kind: press{more}}}\n"
        (project / "data" / "sources" / f"{id}.yaml").write_text(line, encoding="utf-8")
    asked = {"weak": ['fig("red.trips@2023-01") > 200'], "firm": ['fig("red.trips@2023-01") > 200', NO]}
    claims = {
        id: {"text": id, "by": "critic", "about": ["red"], "check": check, "alternatives": others}
        for id, (check, *others) in asked.items()
    }
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    assert "Only weak sources give" in words(outputs, "claims/weak/")
    assert "Only weak sources give" not in words(outputs, "claims/firm/")
    assert words(outputs, "claims/").count("weak sources") == 1


def test_a_value_that_stands_otherwise_elsewhere_says_so(tmp_path: Path) -> None:
    """A rounded quarter whose months add up within it: both numbers stand, and why; an exact one has a line alone."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    series = project / "data" / "series" / "red.yaml"
    months = "".join(f"    2023-{month:02}: {{value: 10{month}, source: red-report}}\n" for month in (1, 2, 3))
    quarter = "    2023-Q1: {value: 310, bound: approximate, source: gazette}\n"
    series.write_text(series.read_text().replace("  values:\n", f"  values:\n{quarter}{months}", 1))
    checks = {"rounded": 'fig("red.trips@2023-Q1") > 200', "exact": 'fig("red.trips@2024-Q1") > 190'}
    claims = {id: {"text": id, "by": "echo", "about": ["red"], "check": check} for id, check in checks.items()}
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    rounded, exact = (words(outputs, f"claims/{id}/") for id in checks)
    assert re.search(r"first quarter of 2023 306 .{0,9}other pages print about 310 more than 200", rounded), rounded
    assert "A check combines all values that agree" in rounded
    assert "lsewhere" not in exact


def test_a_computed_value_has_the_sources_of_its_parts(tmp_path: Path) -> None:
    """The row of a sum says that it is one and names who gives the parts; no value is without a source."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    series = project / "data" / "series" / "red.yaml"
    parts = {"2023-Q1": (100, "echo"), "2023-Q2": (200, "gazette")}
    parts |= {f"2023-0{month}": (value, "red-report") for month, value in enumerate((30, 30, 50, 70, 70, 70), 1)}
    rows = "".join(f"    {period}: {{value: {value}, source: {by}}}\n" for period, (value, by) in parts.items())
    half = "[{value: 250, bound: more-than, source: critic}, {value: 400, source: gazette}]"
    rows += f"    2023-H1: {half}\n"
    series.write_text(series.read_text().replace("  values:\n", f"  values:\n{rows}", 1))
    claims = {"half": {"text": "Half", "by": "robot", "about": ["red"], "check": 'fig("red.trips@2023-H1") > 350'}}
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    critic = "critic: {publisher: The Critic, url: 'https://example.org/critic', kind: press}\n"
    (project / "data" / "sources" / "critic.yaml").write_text(critic, encoding="utf-8")
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    table = outputs["claims/half/index.html"].decode().partition("Where sources differ")[2].partition("</tbody>")[0]
    found = [" ".join(re.sub("<[^>]*>", " ", row).split()) for row in table.split("</tr>")[2:-1]]
    by_value = {re.split(" added| The Critic| Gazette", row)[0]: row for row in found}
    assert len(by_value) == len(found), found
    assert {"300", "320"} <= by_value.keys(), found
    assert by_value["300"].startswith("300 added up from shorter periods, with numbers of ")
    assert all(name in by_value["300"] for name in ("Echo", "Gazette")), found


def test_a_number_that_is_added_to_itself_is_named_once(tmp_path: Path) -> None:
    """A check that asks for more than twice a number says so, and does not name the number beside itself."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    check = 'fig("red.trips@2024-Q1") + fig("red.trips@2024-Q1") > 300'
    several = 'fig("red.trips@2025-01") + fig("red.trips@2025-02") > 300'
    claims = {
        id: {"text": id, "by": "echo", "about": ["red"], "check": asked}
        for id, asked in (("twice", check), ("several", several))
    }
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    assert "two times " in words(outputs, "claims/twice/")
    assert " plus " not in words(outputs, "claims/twice/")
    assert " plus " in words(outputs, "claims/several/")


def test_an_end_elsewhere_is_a_step_that_a_document_names(tmp_path: Path) -> None:
    """A withdrawal from one country answers nothing for its region, and no page says that no document names it."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    first = project / "data" / "expansion" / "red.yaml"
    row = "- {where: TR, stage: withdrawn, said: 2025-03, entity: red, source: gazette}\n"
    first.write_text(first.read_text() + row)
    check = 'entry("red", "middle-east") >= "entered"'
    claims = {"red-rests": {"text": "Red rests", "by": "robot", "check": check}}
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    told = words(outputs, "claims/red-rests/")
    assert "our documents answer only for another place, company or brand (withdrawn: Türkiye)" in told
    assert "none of our documents names" not in told


def test_words_ranks_and_what_is_missing(outputs: Mapping[str, bytes]) -> None:
    """A rank is a number, a missing value says why, and what is too vague says so."""
    assert 'value="1">1</data>' in outputs["claims/red-is-electric/index.html"].decode()
    assert "Disputed. As we test it, it is contradicted. Counted another way, it is supported." in words(
        outputs, "claims/red-is-electric/"
    )
    told = words(outputs, "claims/red-crosses/")
    assert "Unverified. We did not find the number that would decide it." in told
    assert "What would settle it Red Line crossings , first quarter of 2025." in told
    assert re.search(r": an exact number; we found only about 130 2 \.", told)
    assert "What would settle it" not in words(outputs, "claims/red-is-electric/")
    page = outputs["claims/red-counts/index.html"].decode()
    assert '<td data-label="The claim"><data value="12">about 12</data></td>' in page
    assert "Unverified. Nothing that we found can test it. Love has no number" in words(outputs, "claims/red-is-loved/")


def test_a_stage_says_where_and_whose(outputs: Mapping[str, bytes]) -> None:
    """The country and the brand that decide for a region, and what is known of a wider place where none is."""
    told = words(outputs, "claims/red-sails-in-europe/")
    assert re.search(r"Red Line, Europe entered \(Fast Red: Sweden\) \d? ?at least entered holds", told)
    assert re.search(
        r"Blue[^:]*, Norway our documents answer only for another place, company or brand"
        r" \(planned: Europe; announced: Nordic coast\)",
        told,
    )
    assert "Red Line, Africa none of our documents names a step at least planned" in told
    (claim,) = (c for c in json.loads(outputs["claims.json"])["claims"] if c["id"] == "red-sails-in-europe")
    first = claim["readings"][0]["comparisons"][0]
    assert first["observed"] == "entered (Fast Red: Sweden)"
    assert [(row["entity"], row["place"], row["stage"]) for row in first["left"]["entries"]] == [
        ("fast-red", "se", "entered")
    ]


def test_no_claim_page_calls_unpublished_what_we_have_not_found(outputs: Mapping[str, bytes]) -> None:
    """What is in none of our documents may be published elsewhere."""
    pages = [content.decode() for name, content in outputs.items() if name.startswith("claims/")]
    assert pages
    assert not [
        page for page in pages if re.search(r"not published|nothing that is published|nobody publishes", page, re.I)
    ]


def test_every_claim_is_listed_by_its_verdict(outputs: Mapping[str, bytes]) -> None:
    """The list has each claim once, under its verdict; a draft's claims are nowhere."""
    told = words(outputs, "claims/")
    assert re.search(r"7 statements.*Disputed.*Red is electric.*Unverified.*Red is loved.*Supported.*Blue fell", told)
    assert not [name for name, content in outputs.items() if b"not-yet" in content]
    page = outputs["claims/index.html"].decode()
    disputed, decided = page.partition('id="disputed"')[2].partition('id="unverified"')[::2]
    assert disputed.count("<li>") == disputed.count('class="definition"') > 0
    assert 'class="definition"' not in decided


def test_other_pages_show_their_claims(outputs: Mapping[str, bytes]) -> None:
    """Home, the company, its brand's company, the brief that states it, and the source that says it."""
    assert "Claims under test" in words(outputs, "")
    assert "makes&gt; more than 110" in words(outputs, "companies/red/")
    brief = words(outputs, "briefs/one/")
    assert "What this brief states Blue fell" in brief
    assert '<details class="folded">' in outputs["briefs/one/index.html"].decode()
    assert "Said by this site" in brief
    said = words(outputs, "sources/red-report/")
    assert said.count("Red crosses more than ten times") == 1
    assert "Claims" in said.partition("Red crosses more than ten times")[0]
    assert '<a href="claims/">All claims' in outputs["index.html"].decode()


def test_a_brief_shows_a_verdict(outputs: Mapping[str, bytes]) -> None:
    """In the text as a link, in the feed as a whole link; the claim's page names the brief."""
    page = outputs["briefs/one/index.html"].decode()
    verdict = '<span class="verdict disputed">disputed</span>'
    assert f'<a class="to-verdict" href="../../claims/red-over-110/">{verdict}</a>' in page
    assert "claims/red-over-110/&quot;&gt;disputed" in outputs["feed.xml"].decode().replace('"', "&quot;")
    for id in ("red-over-110", "red-crosses", "red-is-loved"):
        assert "Used in Red:" in words(outputs, f"claims/{id}/")
    assert "Used in" not in words(outputs, "claims/blue-fell/")


def test_claims_json(outputs: Mapping[str, bytes]) -> None:
    """Every claim with its verdict, its comparisons and rivals, and the sources that make or decide it."""
    whole = json.loads(outputs["claims.json"])
    claims = {claim["id"]: claim for claim in whole["claims"]}
    assert {id: claim["verdict"] for id, claim in claims.items()} == {
        "blue-fell": "supported",
        "red-counts": "unverified",
        "red-crosses": "unverified",
        "red-is-electric": "disputed",
        "red-is-loved": "unverified",
        "red-sails-in-europe": "unverified",
        "red-over-110": "disputed",
    }
    assert claims["red-over-110"]["mixed"] == "Both are <trips>"
    [reading] = claims["red-over-110"]["readings"]
    assert (reading["outcome"], reading["choices"]) == ("split", 2)
    first = reading["comparisons"][0]
    assert (first["observed"], first["claimed"], first["outcome"]) == ("100", "more than 110", "no")
    assert first["left"]["addresses"] == ["red.trips@2025-01"]
    values = [(value["value"], value["source"], value["outcomes"]) for value in reading["rivals"][0]["values"]]
    assert values == [(100, "red-report", ["no"]), (120, "gazette", ["yes"])]
    assert {"critic", "gazette", "red-report"} <= set(whole["sources"])
    assert claims["blue-fell"]["document"] == "content/briefs/one.md"


def test_the_page_of_an_open_claim_names_who_leaves_it_open(tmp_path: Path) -> None:
    """What one source decides and another leaves open is unverified, and the page names both and the other readings."""
    project = tmp_path / "project"
    shutil.copytree(SITE, project)
    claims = {
        "red-over-110": {"text": "Red over", "by": "robot", "check": 'fig("red.trips@2025-01") > 110'},
        "red-first": {
            "text": "Red first",
            "by": "robot",
            "check": GONE,
            "alternatives": ['rank("published", "red") == 1'],
        },
    }
    series = project / "data" / "series" / "red.yaml"
    text = series.read_text(encoding="utf-8")
    assert "value: 120," in text
    series.write_text(text.replace("value: 120,", "value: {low: 105, high: 120},"), encoding="utf-8")
    (project / "data" / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    outputs = make(Settings(project=project, cache=False), lambda step: None).outputs
    assert (
        "Unverified. What we found does not decide it: contradicted by Red Line, left open by Harbour Gazette."
        in words(outputs, "claims/red-over-110/")
    )
    told = words(outputs, "claims/red-first/")
    assert "Counted another way, it " in told.partition("What was compared")[0]
    assert "lace of Red Line in “" not in told.partition("What was compared")[0]
