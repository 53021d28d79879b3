"""How figures, periods and texts become output, and what the page records of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

import pytest
from factory import fig, ranking, seen, series, source, tracker
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cache import Memory
from sitegen.claims.results import Verdict
from sitegen.edition import Edition
from sitegen.expressions import Fragment, FragmentKind, Value
from sitegen.figures import Figure, FigureError, Figures, change, share
from sitegen.figures import plain as digits_only
from sitegen.kinds import KINDS
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Bound
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression, Text
from sitegen.model.body import Where
from sitegen.model.claim import Claim
from sitegen.model.series import Status
from sitegen.model.tracker import Tracker
from sitegen.pages.context import Context
from sitegen.pages.lists import Lists
from sitegen.pages.record.page import Page
from sitegen.pages.words.notes import note
from sitegen.pages.words.show import plain, say_value, show, show_number, show_period, show_text, show_value
from sitegen.pages.words.writer import Writer
from sitegen.problems import Place
from sitegen.recall import Recall
from sitegen.register.register import Register
from sitegen.words import Locale

PLACE = Place("content/briefs/x.md")


def bare(edition: Edition) -> Context:
    """The context of an edition without charts and pages."""
    return Context(edition=edition, listed=Lists(edition), charts={}, automatic={}, names={}, standings={})


def unverified(id: str) -> Verdict:
    """The verdict on a claim that nothing can test."""
    claim = Claim(
        id=id,
        text=Text(("A led",), PLACE),
        by=None,
        document=PLACE.path,
        about=(),
        check=(),
        alternatives=(),
        because=None,
        mixed=None,
        note=None,
        place=PLACE,
    )
    return Verdict(claim=claim, word="unverified", check=None, alternatives=())


def edition(found: Tracker, values: Mapping[Expression, Value] | None = None) -> Edition:
    """An edition of a tracker."""
    return Edition(
        register=Register(KINDS, found),
        recall=Recall(Memory(), Figures(found)),
        figures=Figures(found),
        values=values or {},
        plots={},
        verdicts={id: unverified(id) for id in ("a-led", "id")},
        warnings=(),
        as_of=None,
        base_url="https://example.org/",
        drafts=False,
    )


ONE = edition(
    tracker(
        series(
            "red.trips",
            seen("2024-01", 200, "filing-1"),
            seen("2025-01", 101, "filing-1", use="preferred"),
            seen("2025-01", 125, "press-2"),
            seen("2025-02", 110, "press-3", bound="approximate"),
            seen("2025-03", 80, "press-3", bound="more-than"),
            seen("2025-04", None, "press-2", low="5", high="9"),
        ),
        series("blue.trips", seen("2025-01", 400, "press-2")),
    )
)


def get(address: str) -> Figure:
    """A figure of the test's tracker."""
    return fig(ONE.figures, address)


def test_prose_links_the_observation_and_opens_its_note() -> None:
    """In prose a figure is a link to its period that names its note, with the number as data and that of its source."""
    page = Page("/briefs/x/")
    assert show(get("red.trips@2025-01"), "prose", page, ONE) == (
        '<a class="figure" href="../../data/red/trips/#2025-01" '
        'data-note="notes/2025.html" title="Source: filing"><data value="101">101</data>'
        '<sup class="cite of-filing" aria-hidden="true">1</sup></a>'
    )
    assert page.sources == ("filing-1",)
    assert page.noted == (get("red.trips@2025-01"),)


def test_what_is_as_long_as_a_line_may_be_broken() -> None:
    """A range, or a number with a condition, is told apart from a number, of which a line has room."""
    page, figure = Page("/briefs/x/"), get("red.trips@2025-01")
    shown = show(figure, "prose", page, ONE, said="less than 140,000 (if the target is met)")
    assert shown.startswith('<a class="figure long" ')


def test_inline_is_bare_and_text_is_plain() -> None:
    """In links and cells a figure is the bare number, in attributes plain words; neither cites or links."""
    page = Page("/")
    about = get("red.trips@2025-02")
    assert show(about, "inline", page, ONE) == '<data value="110">about 110</data>'
    assert show(about, "text", page, ONE) == "about 110"
    assert (page.sources, page.noted, page.record().targets) == ((), (), ())


@pytest.mark.parametrize(
    ("address", "machine", "words"),
    [
        ("red.trips@2025-03", "80", "more than 80"),
        ("red.trips@2025-04", "5/9", "between 5 and 9"),
    ],
)
def test_bounds_follow_the_figure_into_words(address: str, machine: str, words: str) -> None:
    """A bound stands inside the data element, whose value is the number alone."""
    assert show(get(address), "inline", Page("/"), ONE) == f'<data value="{machine}">{words}</data>'


def test_sources_are_numbered_in_the_order_of_first_use_and_notes_stand_once() -> None:
    """The second showing of an address has the number and note of the first."""
    page = Page("/")
    for address in ("red.trips@2025-02", "red.trips@2025-01", "red.trips@2025-02"):
        show(get(address), "prose", page, ONE)
    assert page.sources == ("press-3", "filing-1")
    assert [noted.id for noted in page.record().noted] == ["2025-02", "2025-01"]


def test_a_computed_figure_has_its_own_note_with_its_parts() -> None:
    """A change and a share of one address are other figures than the address itself; their notes name their inputs."""
    page, writer = Page("/"), Writer(bare(ONE), Page("/"))
    one = get("red.trips@2025-01")
    moved = change(ONE.figures, one, "year")
    assert isinstance(moved, Figure)
    part = share(ONE.figures, one, get("blue.trips@2025-01"), None)
    for figure in (one, moved, part, moved):
        show(figure, "prose", page, ONE)
    assert len(page.noted) == 3
    found = note(writer, "note-2", moved)
    assert [part.label for part in found.parts] == ["RED trips", "RED trips"]
    assert found.made == "Change on the year before"


def test_a_note_says_what_stands_behind_a_number() -> None:
    """Definition, period, basis, reason, source, rivals and their spread are in the note."""
    writer = Writer(bare(ONE), Page("/briefs/x/"))
    found = note(writer, "note-1", get("red.trips@2025-01"))
    assert dict((*found.facts, *found.counted)) == {
        "Period": "January 2025",
        "Definition": "counted in a test",
        '<a href="../../glossary/#basis">Basis</a>': "deliveries, China",
    }
    assert found.reason == "as the test says"
    assert [line.href for line in found.sources] == ["../../sources/filing-1/"]
    assert [(rival.value, rival.source.publisher) for rival in found.rivals] == [
        ('<data value="125">125</data>', "press-2")
    ]
    assert found.disagree
    values = [f'<data value="{value}">{value}</data>' for value in (2, 101, 125)]
    assert found.spread == "{} sources, from {} to {}".format(*values)


def test_many_sources_fit_beside_a_number() -> None:
    """Three numbers of sources at most stand there; the note names them all."""
    found = edition(tracker(series("red.trips", *(seen(f"2025-{m:02}", m, f"press-{m}") for m in range(1, 13)))))
    shown = show(fig(found.figures, "red.trips@2025"), "prose", Page("/"), found)
    assert ">1,2,3…</sup>" in shown


@pytest.mark.parametrize(
    ("period", "html"),
    [
        ("2025-03-20", '<time datetime="2025-03-20">20 March 2025</time>'),
        ("2025-03", '<time datetime="2025-03">March 2025</time>'),
        ("2025", '<time datetime="2025">2025</time>'),
        ("2025-Q1", '<span class="period">first quarter of 2025</span>'),
        ("2025-01/2025-08", '<span class="period">January to August 2025</span>'),
    ],
)
def test_periods(period: str, html: str) -> None:
    """Days, months and years stand in time, other periods in a span."""
    assert show_period(Period.parse(period), Locale()) == html


def test_our_own_counts_are_data_too() -> None:
    """A count of series or days is a number like any other."""
    assert show_number(1234, Locale()) == '<data value="1234">1,234</data>'


MARK = (
    '<span class="lit"><span>{}<button type="button" class="cite" popovertarget="lit-1" '
    'aria-label="Reason for {}">a</button></span></span>'
)
VALUES: list[tuple[Value, str, str]] = [
    (Fragment("lit", "", "<b>", "r"), MARK.format("&lt;b&gt;", "&lt;b&gt;"), "<b>"),
    (Fragment("holds", "a-led", "1 < 2"), '<a class="held" href="claims/a-led/">1 &lt; 2</a>', "1 < 2"),
    (
        Fragment("cite", "press-2", ""),
        '<sup class="cite of-press"><a href="#source-1" aria-label="Source 1, press">1</a></sup>',
        "",
    ),
]


@pytest.mark.parametrize(("value", "html", "words"), VALUES)
def test_values_of_expressions(value: Value, html: str, words: str) -> None:
    """What an expression gives besides figures is escaped in HTML and plain in text."""
    assert show_value(value, "prose", Page("/"), ONE) == html
    assert say_value(value, ONE) == words
    assert show_value(value, "text", Page("/"), ONE) == words


@given(st.text(max_size=30), st.sampled_from(["prose", "inline"]), st.sampled_from(["lit", "holds"]))
def test_no_text_reaches_html_unescaped(words: str, where: Where, kind: FragmentKind) -> None:
    """Whatever a text holds, literally or by an expression, it adds no tag and no attribute."""
    expression = Expression("x", PLACE)
    found = edition(tracker(), {expression: Fragment(kind, "id", words, words)})
    assert where != "text"
    shown = show_text(Text((words, expression), PLACE), where, Page("/"), found)
    usual = show_text(
        Text(("w", expression), PLACE),
        where,
        Page("/"),
        edition(tracker(), {expression: Fragment(kind, "id", "w", "w")}),
    )
    assert re.sub(r"[^<>\"]", "", shown) == re.sub(r"[^<>\"]", "", usual)
    assert "'" not in shown
    assert not re.search(r"&(?!amp;|lt;|gt;|#34;|#39;)", shown)
    assert plain(Text((words, expression), PLACE), found) == words + words


def test_excused_words_keep_their_letter() -> None:
    """One note stands for the same words and reason, however often; where no button fits, a tip says why."""
    page = Page("/")
    shown = [show_value(Fragment("lit", "", "5", reason), "prose", page, ONE) for reason in ("one", "two", "one")]
    assert [re.findall(r">(\w)</button>", each) for each in shown] == [["a"], ["b"], ["a"]]
    assert [(note.id, note.words, note.reason) for note in page.excuses] == [
        ("lit-1", "5", "one"),
        ("lit-2", "5", "two"),
    ]
    tip = show_value(Fragment("lit", "", "5", "three"), "inline", page, ONE)
    assert tip == '<span class="lit" title="three">5</span>'
    assert show_value(Fragment("holds", "a-led", "led"), "inline", page, ONE) == "led"
    for number in range(3, 28):
        page.excuse(str(number), "r")
    assert [note.letter for note in page.excuses[25:]] == ["z", "aa"]


def test_a_source_without_a_title_goes_by_its_publisher() -> None:
    """The line of a source names what the document shows, and no more."""
    found = edition(tracker(series("red.trips"), sources=[source("press-9")]))
    line = Writer(bare(found), Page("/")).source("press-9")
    assert (line.title, line.publisher, line.published, line.number) == ("press-9", "press-9", None, None)


def test_rankings_stand_the_latest_first() -> None:
    """Whatever their ids, the ranking of the latest period comes first."""
    ranked = [
        ranking("red.trips", period=period, id=id) for id, period in (("a", "2024"), ("b", "2025"), ("c", "2023"))
    ]
    found = edition(tracker(series("red.trips"), rankings=ranked))
    context = bare(found)
    assert [each.id for each in context.rankings()] == ["b", "a", "c"]


@pytest.mark.parametrize("where", get_args(Where))
@pytest.mark.parametrize(
    ("status", "bound", "said"),
    [
        ("target", "exact", "a target of 95,000"),
        ("estimated", "exact", "an estimate of 95,000"),
        ("target", "more-than", "a target of more than 95,000"),
        ("estimated", "approximate", "an estimate of about 95,000"),
        ("provisional", "exact", "95,000"),
    ],
)
def test_an_estimate_or_target_says_so_in_every_text(where: Where, status: Status, bound: Bound, said: str) -> None:
    """What is no fact does not print like one, in bodies, headings, links and titles alike."""
    site = edition(tracker(series("red.trips", seen("2025-01", 95000, "filing-1", status=status, bound=bound))))
    figure = site.figures.answer(Address("red", "trips", Period.parse("2025-01"), "filing-1"))
    assert isinstance(figure, Figure)
    shown = show_value(figure, where, Page("/"), site)
    assert re.sub("<sup.*?</sup>|<[^>]*>", "", shown) == said


@pytest.mark.parametrize(
    "address",
    [
        *("red.trips@2025-01", "red.trips@2025-01~press-2", "red.trips@latest", "red.trips@2025-Q1"),
        *("red.trips@2025-01/2025-02", "red.trips@2025-04", "blue.trips@latest"),
    ],
)
def test_what_an_expression_names_is_what_its_address_answers(address: str) -> None:
    """The note and the link of such a figure are those that the address would be asked for."""
    expression = Expression(f'fig( "{address}" )', PLACE)
    assert expression.is_figure
    asked, named = (show_value(get(address), "prose", Page("/"), ONE, each) for each in (None, expression))
    assert named == asked


@pytest.mark.parametrize(
    "source", ['fig("a.b@latest") | rounded(1)', 'fig("a.b@latest") - fig("a.b@2024")', 'lit("1")']
)
def test_what_is_worked_out_is_no_answer(source: str) -> None:
    """Only an address by itself names a figure."""
    assert not Expression(source, PLACE).is_figure


def test_what_is_computed_with_a_target_says_so() -> None:
    """A change to a target, and a share of one, are no facts either; digits alone of a target are refused."""
    values = seen("2024-01", 50000, "filing-1"), seen("2025-01", 95000, "filing-1", status="target")
    site = edition(tracker(series("red.trips", *values)))
    figure = site.figures.answer(Address("red", "trips", Period.parse("2025-01"), "filing-1"))
    grown = change(site.figures, figure, "year")
    assert isinstance(grown, Figure)
    assert say_value(grown, site) == "+90.0% (if the target is met)"
    assert isinstance(figure, Figure)
    half = site.figures.answer(Address("red", "trips", Period.parse("2024-01")))
    assert isinstance(half, Figure)
    assert say_value(share(site.figures, half, figure), site) == "52.6% (of the target)"
    with pytest.raises(FigureError):
        digits_only(site.figures, figure)
