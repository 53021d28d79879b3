"""Every claim has its picture: values as points with whiskers, what is claimed, and evidence that is no number."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import altair as alt
import pytest
from chart_samples import FONTS
from factory import claim, seen, series, source, tracker
from msgspec import structs

from sitegen.build import make
from sitegen.charts.draw import Tools
from sitegen.charts.pictures.drawing import draw
from sitegen.charts.pictures.plan import pictures
from sitegen.charts.plot import Plot, Size
from sitegen.check import examine
from sitegen.claims import judge
from sitegen.figures import Figures
from sitegen.kinds import KINDS
from sitegen.load import load
from sitegen.settings import Settings

pytestmark = pytest.mark.slow  # they build whole sites

SITE = Path(__file__).parent / "sites" / "pages"
CLAIMS = """\
number:
  text: Red makes more than 110 trips a month
  by: critic
  about: [red]
  check: fig("red.trips@2025-01") > 110
  alternatives:
    - fig("red.trips@2025-02") > 110
    - fig("red.crossings@2025-Q1") > 110
fewer:
  text: Blue makes fewer than 400
  by: critic
  about: [blue]
  check: fig("blue.trips@2025-Q1") < 400
  alternatives: [fig("blue.trips@2024-Q1") < 400]
near:
  text: Blue makes about 450
  by: critic
  about: [blue]
  check: fig("blue.trips@2025-Q1") == about(450)
  alternatives: [fig("blue.trips@2024-Q1") == about(450)]
unknown: {text: Green makes fewer than 300, by: critic, about: [green], check: 'fig("green.trips@2025-Q1") < 300'}
lone: {text: Blue makes fewer than 300, by: critic, about: [blue], check: 'fig("blue.trips@2025-Q1") < 300'}
pair:
  text: Red makes fewer trips than Blue
  by: critic
  about: [red]
  check: fig("red.trips@2025-Q1") < fig("blue.trips@2025-Q1")
fell:
  text: Blue fell more than Red
  by: critic
  about: [blue]
  check: fig("blue.trips@2025-Q1") | change("year") < 0
  alternatives: [fig("blue.trips@2025-Q1") | change("year") < -5]
both:
  text: Red and Blue each make more than 100
  by: critic
  about: [red, blue]
  check:
    - fig("red.trips@2025-Q1") > 100
    - fig("blue.trips@2025-Q1") > 100
led: {text: Blue leads, by: critic, about: [blue], check: 'rank("first-quarter", "blue") == 1'}
ahead:
  text: Blue is ahead of Red
  by: critic
  about: [blue]
  check: rank("first-quarter", "blue") < rank("first-quarter", "red")
able: {text: Blue is electric, by: critic, about: [blue], check: 'capability("blue", "electric") == "yes"'}
abroad: {text: Red sails in Europe, by: critic, about: [red], check: 'entry("red", "europe") >= "entered"'}
rests: {text: The other stands, by: critic, about: [red], check: 'verdict("pair") == "supported"'}
gone: {text: Red crosses 12 times, by: critic, about: [red], check: 'fig("red.crossings@2025-Q1") == about(12)'}
nowhere: {text: Red sails in Africa, by: critic, about: [red], check: 'entry("red", "africa") >= "entered"'}
loved: {text: Red is loved, by: critic, about: [red], because: Love has no number}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of tests/sites/pages with claims of every form."""
    folder = Path(shutil.copytree(SITE, tmp_path_factory.mktemp("pictures") / "project"))
    (folder / "data" / "claims.yaml").write_text(CLAIMS)
    critic = "critic: {publisher: The Critic, url: 'https://example.org/critic', kind: press}\n"
    (folder / "data" / "sources" / "critic.yaml").write_text(critic)
    return folder


@pytest.fixture(scope="module")
def plots(project: Path) -> Mapping[str, tuple[Plot, ...]]:
    """The pictures of each claim."""
    edition = examine(load(project, KINDS), KINDS, as_of=None, base_url=None, drafts=False)
    return {id: pictures(verdict, edition.figures) for id, verdict in edition.verdicts.items()}


@pytest.fixture(scope="module")
def pages(project: Path) -> Mapping[str, str]:
    """The article of each claim's page."""
    outputs = make(Settings(project=project, cache=False, lenient=True), lambda step: None).outputs
    found = ((re.fullmatch("claims/([^/]+)/index.html", path), content) for path, content in outputs.items())
    return {
        path[1]: content.decode().partition("<article")[2].partition("</article>")[0] for path, content in found if path
    }


def said(page: str) -> str:
    """A page as words, without its drawings."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", page, flags=re.S)).split())


def test_a_number_stands_against_its_line(plots: Mapping[str, tuple[Plot, ...]], pages: Mapping[str, str]) -> None:
    """Each reading has its value, with rival values as its whisker, and one line with a shaded side."""
    (plot,) = plots["number"]
    assert [(row["head"], row["value"], row["low"], row["high"]) for row in plot.rows] == [
        ("As we test it", 100.0, 100.0, 120.0),
        ("Read another way", 110.0, None, None),
    ]
    assert {(row["claimed"], row["sign"], row["said"]) for row in plot.rows} == {
        (110.0, ">", "the claim says more than 110")
    }
    page = pages["number"]
    assert page.count("the claim says more than 110</text>") == 2  # once in each size
    assert ".14" in page  # the shade
    assert "Table" in said(page)
    assert "Red Line, Jan 2025: 100, the claim says more than 110." in plot.summary


def test_one_value_is_drawn_beside_what_is_claimed(plots: Mapping[str, tuple[Plot, ...]]) -> None:
    """A single value has the claimed number beside it; what is claimed and not observed is not drawn."""
    (plot,) = plots["lone"]
    assert [(row["label"], row["claimed"], row["sign"]) for row in plot.rows] == [("Blue Line", 300.0, "<")]
    assert plots["unknown"] == ()


def test_two_places_are_a_pair(plots: Mapping[str, tuple[Plot, ...]]) -> None:
    """The picture is titled by their ranking, and no words about the other place, which is drawn, stand in it."""
    (plot,) = plots["ahead"]
    assert plot.options["title"].startswith("Lines")
    assert {row["said"] for row in plot.rows} == {""}


@pytest.mark.parametrize(("id", "sign", "ends"), [("fewer", "<", (400, 400)), ("near", "==", (445, 455))])
def test_each_side_of_a_number_is_claimed(
    plots: Mapping[str, tuple[Plot, ...]], id: str, sign: str, ends: tuple[float, float]
) -> None:
    """Less, more and about a number: what is claimed lies between its ends."""
    row, _ = plots[id][0].rows
    assert (row["sign"], row["from"], row["to"]) == (sign, *ends)


def test_two_values_are_a_pair_and_the_subject_is_coloured(plots: Mapping[str, tuple[Plot, ...]]) -> None:
    """Both sides have a point; the one that the claim names first has its colour, the other is grey; no shade."""
    (plot,) = plots["pair"]
    assert [(row["label"], row["subject"], row["claimed"]) for row in plot.rows] == [
        ("Red Line", True, None),
        ("Blue Line", False, None),
    ]
    assert "--e-red" in str(plot.rows[0]["color"])
    assert "--e-" not in str(plot.rows[1]["color"])
    title = "Red Line against Blue Line: trips"
    assert plot.options == {"title": title, "subtitle": "In trips, Norway, first quarter of 2025"}
    assert plot.columns == ("What", "Observed")


def test_two_that_no_comparison_has_do_not_stand_against_each_other(plots: Mapping[str, tuple[Plot, ...]]) -> None:
    """The picture is called by what the claim says: each is held against a number of its own."""
    (plot,) = plots["both"]
    assert plot.options["title"] == "Tested: Red and Blue each make more than 100"


def test_a_change_is_drawn_in_percent(plots: Mapping[str, tuple[Plot, ...]]) -> None:
    """What a filter makes of a value is a value like any other."""
    row, _ = plots["fell"][0].rows
    assert (row["text"], row["claimed"]) == ("\N{MINUS SIGN}10.0%", 0.0)


def test_a_place_is_shown_among_the_first(plots: Mapping[str, tuple[Plot, ...]], pages: Mapping[str, str]) -> None:
    """The ranking's rows with a value, the one that is asked for in colour."""
    (plot,) = plots["led"]
    assert [(row["label"], row["subject"]) for row in plot.rows] == [
        ("1 or 2 Blue Line", True),
        ("2 or 3 Red Line", False),
    ]
    assert "Lines, about 340 trips and more" in said(pages["led"])


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("able", "What decides it 2025 Blue Line , Electric boats: planned"),
        ("abroad", "What decides it 20 March 2025 Fast Red , Sweden: entered. First boat"),
        ("gone", "What would settle it Red Line crossings , first quarter of 2025 ."),
        ("nowhere", "What would settle it Red Line, Africa ."),
        ("loved", "Love has no number"),
    ],
)
def test_what_is_no_number_is_a_list_or_a_sentence(pages: Mapping[str, str], id: str, words: str) -> None:
    """Entries and answers are listed with their day; where nothing is known, what would settle it stands."""
    assert words in said(pages[id])
    assert "chart-img" not in pages[id]


def test_a_claim_on_a_claim_has_its_picture(pages: Mapping[str, str]) -> None:
    """It follows from the other, which is named, and shows what that compares."""
    assert "Supported . It follows from what we found on another claim." in said(pages["rests"])
    assert "What decides it The claim “Red makes fewer trips than Blue” : supported" in said(pages["rests"])
    assert "chart-img" in pages["rests"]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_picture_is_right_by_the_schema_of_vega_lite(plots: Mapping[str, tuple[Plot, ...]], narrow: bool) -> None:
    """A build does not hold pictures against the schema, so this does."""
    drawn = [plot for some in plots.values() for plot in some]
    assert len(drawn) == 9
    for plot in drawn:
        alt.LayerChart.from_dict(draw(plot, Size(340 if narrow else 720, narrow), Tools(FONTS).type), validate=True)


def test_a_claim_alone_in_a_paragraph_shows_its_picture(tmp_path: Path) -> None:
    """Alone in its paragraph a claim shows its words, its verdict and its picture; in a sentence its verdict."""
    project = Path(shutil.copytree(SITE, tmp_path / "site"))
    claims = project / "data" / "claims.yaml"
    check = """check: 'fig("blue.trips@2025-Q1") < 400', alternatives: ['fig("blue.trips@2024-Q1") < 400']}"""
    claims.write_text(f"ahead: {{text: Blue makes fewer than 400, by: red-report, about: [blue], {check}\n")
    brief = "---\ntitle: {}\nsummary: Short.\ndate: 2025-02-01\n---\n\n{}\n"
    for name, text in (
        ("alone", 'Before.\n\n{{ claim("ahead") }}\n\n> {{ claim("ahead") }} is quoted.'),
        ("inside", 'The claim is {{ claim("ahead") }}.\n\n- {{ claim("ahead") }}'),
    ):
        (project / "content" / "briefs" / f"{name}.md").write_text(brief.format(name.title(), text))
    outputs = make(Settings(project=project, lenient=True, cache=False), lambda step: None).outputs
    alone, inside = (outputs[f"briefs/{name}/index.html"].decode() for name in ("alone", "inside"))
    piece = alone.partition('<div class="claimed">')[2].partition("</figure>")[0]
    assert "Blue makes fewer than 400</a>: <span" in piece
    assert 'id="chart-claim.ahead.0"' in piece
    assert (alone.count("chart-img"), inside.count("chart-img")) == (1, 0)
    assert (alone.count("to-verdict"), inside.count("to-verdict")) == (1, 2)
    assert "Blue makes fewer than 400</a>" in unescape(outputs["feed.xml"].decode())


def test_two_that_change_places_again_are_seen_to_do_so() -> None:
    """Where a check says that one passed the other, its picture goes on to where that turned; else it ends there."""
    quarters = [f"2025-Q{n}" for n in (1, 2, 3, 4)]
    of = tracker(
        series("a.sold", *[seen(at, value) for at, value in zip(quarters, (10, 30, 15, 16), strict=True)]),
        series("b.sold", *[seen(at, 20) for at in quarters]),
    )
    of = structs.replace(of, sources={"claimant": source("claimant"), **of.sources})
    passed = ('fig("a.sold@2025-Q1") < fig("b.sold@2025-Q1")', 'fig("b.sold@2025-Q2") < fig("a.sold@2025-Q2")')
    seen_in = []
    for check in (passed, passed[1:]):
        found, problems = judge(structs.replace(of, claims={"it": claim("it", check)}))
        assert problems == []
        (plot,) = pictures(found["it"], Figures(of))
        seen_in.append([(row["head"], row["label"]) for row in plot.rows])
    turned = "The order turned again"
    assert [label for head, label in seen_in[0] if head == turned] == ["B, Q3 2025", "A, Q3 2025"]
    assert turned not in dict(seen_in[1])
