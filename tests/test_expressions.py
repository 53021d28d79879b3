"""Expressions: their values, and a Problem with place and hint for everything else."""

from __future__ import annotations

import pytest
from factory import claim, ranking, seen, series, tracker
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from sitegen.expressions import Expressions, Fragment, Value, check_text
from sitegen.figures import Figure, Figures, say
from sitegen.model.basics.text import Expression, Text
from sitegen.problems import Place, Problem
from sitegen.words import Locale

PLACE = Place("content/briefs/x.md", 7, 20, 5)
AT_Q2 = "aito.deliveries@2025-Q2"


def evaluator() -> Expressions:
    """Expressions over two makers, one of them with a reported change that has no value."""
    given = tracker(
        series("aito.deliveries", seen("2024-Q1", 85800), seen("2025-Q1", 45300), cadence="quarter"),
        series("bmw.deliveries", seen("2025-Q1", 90600), seen("2025-Q4", change={"year": "-12"}), cadence="quarter"),
        series("bmw.sales", seen("2025-Q1", 700000), region="world", cadence="quarter"),
        series("aito.margin", seen("2025-Q1", "27.6"), seen("2024-Q1", "21.5"), cadence="quarter"),
        rankings=[ranking("aito.deliveries", id="premium")],
    )
    given = structs.replace(given, claims={"sold": claim("sold", f"{ONE} > 40000")})
    return Expressions(Figures(given))


def value(source: str) -> Value | Problem:
    """The value or Problem of a source that stands at PLACE."""
    return evaluator().evaluate(Expression(source, PLACE))


ONE = 'fig("aito.deliveries@2025-Q1")'


def problem(source: str) -> Problem:
    """The Problem of a source; fails the test if it has a value."""
    found = value(source)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('fig("aito.deliveries@2025-Q1")', "45,300"),
        ('fig("aito.deliveries@latest")', "45,300"),
        ('fig("aito.deliveries@2025-Q1") | change("year")', "−47.2%"),
        ('fig("bmw.deliveries@2025-Q4") | change("year")', "−12%"),
        ('fig("aito.deliveries@2025-Q1") | change("year") | fall', "47.2%"),
        ('fig("bmw.deliveries@2025-Q4") | change("year") | fall', "12%"),
        ('(fig("aito.margin@2025-Q1") - fig("aito.margin@2024-Q1")) | rise', "6"),
        ('fig("aito.deliveries@2025-Q1") | share("bmw.deliveries@2025-Q1")', "50.0%"),
        ('fig("bmw.deliveries@2025-Q1") | times(fig("aito.deliveries@2025-Q1"))', "2.0"),
        ('fig("bmw.deliveries@2025-Q1") | share("bmw.sales@2025-Q1", mixed="both are BMW") | rounded(0)', "13%"),
        ('fig("aito.deliveries@2025-Q1") + fig("bmw.deliveries@2025-Q1")', "135,900"),
        ('fig("bmw.deliveries@2025-Q1") - fig("aito.deliveries@2025-Q1")', "45,300"),
        ('(fig("aito.margin@2025-Q1") - fig("aito.margin@2024-Q1")) | points', "+6"),
        ('fig("aito.deliveries@2025-Q1") | plain', "45300"),
    ],
)
def test_figures(source: str, said: str) -> None:
    """Functions, filters, + and − give figures, said as readers see them."""
    found = value(source)
    assert isinstance(found, Figure), found
    assert say(found, Locale()) == said


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('ranking("premium")', Fragment("ranking", "premium")),
        ('table("capabilities")', Fragment("table", "capabilities")),
        ('cite("press-1")', Fragment("cite", "press-1")),
        ('lit("1,500", "a quotation")', Fragment("lit", "", "1,500", "a quotation")),
        ('lit(1500, "a round number")', Fragment("lit", "", "1500", "a round number")),
        ('holds("sold", "sold more")', Fragment("holds", "sold", "sold more")),
    ],
)
def test_other_values(source: str, expected: Value) -> None:
    """Charts, rankings, tables, sources and marked words are values too."""
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "code", "part", "message", "hint"),
    [
        ("", "expression-syntax", None, "empty", "write {{ fig("),
        ('fig("aito.deliveries@2025-Q1"', "expression-syntax", None, "a ) is missing", "write a )"),
        ("fig(aito.deliveries@2025-Q1)", "expression-syntax", "aito.deliveries@2025-Q1", "no quotes", 'write "aito'),
        ("fig(“aito.deliveries@2025-Q1”)", "expression-syntax", "“", "curly", "straight"),
        ('figure("a.b@2025")', "expression-value", "figure", 'no function "figure"', '"fig"'),
        ('change("year")', "expression-value", "change", "no function", 'write … | change("year")'),
        ('fig("aito.deliveries@2025-Q1") | chnge("year")', "expression-value", "chnge", "no filter", '"change"'),
        ('fig("aito.deliveries@2025-Q1") | change("year") | rise', "wrong-direction", None, "no rise", "write | fall"),
        ('fig("aito.deliveries@2025-Q1") | fall', "expression-value", None, "a change", 'change("year") | fall'),
        (
            'fig("aito.deliveries@2025-Q2") | change("year") | fall',
            "missing-figure",
            AT_Q2,
            "none gives the change",
            "there are",
        ),
        (
            'fall("aito.deliveries@2025-Q1")',
            "expression-value",
            "fall",
            "no function",
            'write … | change("year") | fall',
        ),
        ('fig("aito.deliveries@2025-Q1") | fell', "expression-value", "fell", "no filter", '"fall"'),
        ('fig("aito.deliveries@2025-Q1") | change("month")', "expression-value", None, "change(", '"previous"'),
        ('fig("aito.deliveries@2025-Q1", 2)', "expression-value", "fig", "takes one value", "write fig("),
        ('fig("aito.deliveries@2025-Q1") | share("x.y@2025", mix="z")', "expression-value", "mix", "mix=", '"mixed"'),
        ("aito", "expression-value", "aito", "without quotes", '"aito"'),
        ("chart(two-words)", "expression-value", "two-words", "without quotes", '"two-words"'),
        ('fig("aito.deliveries@2025-Q1").amount', "expression-value", None, "a dot", "quotes"),
        ('fig("aito.deliveries@2025-Q1")["amount"]', "expression-value", None, "square brackets", ""),
        ('fig("aito.deliveries@2025-Q1") * 2', "expression-value", None, "multiplication", "times"),
        ('fig("aito.deliveries@2025-Q1") == 2', "expression-value", None, "a comparison", "claim"),
        ('fig("aito.deliveries@2025-Q1") > 2 and true', "expression-value", None, "and is not", "claim"),
        ('"x" if true else "y"', "expression-value", None, "if is not", "claim"),
        ("80001", "expression-value", None, "80001 comes from no data", 'lit("80001"'),
        ('"80,002"', "expression-value", None, '"80,002" comes from no data', 'lit("80,002"'),
        ("-3", "expression-value", None, "comes from no data", "lit("),
        ("true", "expression-value", None, "true or false", "claim"),
        (f"{ONE} - {ONE} + 80003", "expression-value", None, "80003 comes from no data", 'lit("80003"'),
        (f"({ONE} + 5) | plain", "expression-value", None, "5 comes from no data", "lit("),
        (f"{ONE} | share({ONE} + 5)", "expression-value", None, "5 comes from no data", "lit("),
        (f'{ONE} + lit("5", "boats")', "expression-value", None, "only figures", "fig("),
        ('lit("5", "boats") + lit("6", "boats")', "expression-value", None, "cannot be computed", "table"),
        ("[1, 2]", "expression-value", None, "a list", "one value"),
        ("none", "expression-value", None, "not used", ""),
        ('"x" | plain', "expression-value", "plain", "works on a figure", "fig("),
        ('fig("aito")', "expression-value", "aito", "is not an address", ""),
        ('fig("aito.deliveries@2025-Q1") + fig("aito.margin@2025-Q1")', "expression-value", None, "percent", ""),
        ('fig("bmw.deliveries@2025-Q1") | share("bmw.sales@2025-Q1")', "mixed-bases", None, "region", "mixed="),
        ('ranking("premiun")', "unknown-id", "premiun", 'no ranking "premiun"', '"premium"'),
        ('table("capability")', "unknown-id", "capability", "no table", '"capabilities"'),
        ('cite("press-2")', "unknown-source", "press-2", 'no source "press-2"', "data/sources/"),
        ('lit("a\\u0000b", "boats")', "control-character", None, "nobody can see", "take"),
        ('holds("sold")', "expression-value", "holds", "takes two values", "write holds("),
        ('holds("sold", " ")', "expression-value", None, "no words", "quotes"),
        ('holds("sold", 5)', "expression-value", None, "words in quotes", "write holds("),
        ('holds("solt", "sold more")', "unknown-id", "solt", 'no claim "solt"', '"sold"'),
        ('lit("5", "a\\u202eb")', "control-character", None, "nobody can see", "take"),
        ('lit("1,500", "")', "reason-missing", None, "needs a reason", "lit("),
        (f"{ONE} > 80,000", "expression-syntax", "80,000", "separator of thousands", "write 80000"),
        (f"{ONE} = 5", "expression-syntax", None, "one = compares nothing", "write =="),
        ("1e999", "expression-value", None, "too large", ""),
        ("1e300", "expression-value", None, "too large", ""),
        ("1e308 + 1e308", "expression-value", None, "too large", ""),
        ("1" + "0" * 400, "expression-value", None, "too large", ""),
        ("1" * 9000, "expression-syntax", None, "longer", ""),
        ("(" * 900 + "1" + ")" * 900, "expression-syntax", None, "cannot be read", ""),
        (" + ".join([ONE] * 60), "expression-value", None, "too deep", "several"),
    ],
)
def test_problems(source: str, code: str, part: str | None, message: str, hint: str) -> None:
    """What is no expression is a Problem that says what is wrong, where, and the nearest right word."""
    found = problem(source)
    assert found.code == code
    assert message in found.message
    assert hint in found.hint
    at, length = (0, PLACE.length) if part is None else (source.index(part), len(part))
    assert found.place == PLACE.shifted(at, length)


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("atio.deliveries@2025-Q1", 'did you mean "aito"?'),
        ("aito.delivery@2025-Q1", 'did you mean "deliveries"?'),
        ("aito.deliveries@2025-Q2", "there are values for 2024-Q1, 2025-Q1"),
        ("aito.deliveries@2025-Q1~pres-1", 'did you mean "press-1"?'),
    ],
)
def test_missing(address: str, hint: str) -> None:
    """An address without an answer is underlined where it stands, with what does have an answer as a hint."""
    source = f'fig("bmw.deliveries@2025-Q1") - fig("{address}")'
    found = problem(source)
    assert found.code == "missing-figure"
    assert found.message.startswith(address)
    assert found.place == PLACE.shifted(source.index(address), len(address))
    assert found.hint == hint


def test_place_on_a_later_line() -> None:
    """In an expression of two lines the place is on the line of the wrong word."""
    found = problem('fig("bmw.deliveries@2025-Q1")\n  - fig("bmw.deliveries@2025-Q2")')
    assert found.place == Place(PLACE.path, PLACE.line + 1, 10, 22)


def test_blocks_are_known_by_their_source() -> None:
    """Charts, rankings and tables are blocks; the words in a string are not calls."""
    assert Expression('chart("x")', PLACE).is_block
    assert Expression('table ("x")', PLACE).is_block
    assert not Expression('lit("chart(x)", "a quotation")', PLACE).is_block


def test_texts_take_no_blocks() -> None:
    """A chart in a title is a Problem at its place; a figure is none."""
    title = Text(("x ", Expression('fig("a.b@2025")', PLACE), Expression('chart("x")', PLACE)), PLACE)
    (found,) = check_text(title)
    assert (found.code, found.place) == ("expression-value", PLACE)


PIECES = st.sampled_from(
    [
        "fig", "chart", "lit", "cite", "change", "share", "plain", "(", ")", '"', "'", ".", "[", "]", "{", "|", "+",
        "-", "*", "/", "~", ",", "=", "<", ">", "==", "and", "or", "not", "if", "else", "is", "in", "for", "true",
        "none", "self", "__class__", "().mro", "range", "1", "0.5", "1e999", '"x"', '"aito.deliveries@2025-Q1"', "\\",
        "@", "%", "#", "…", "\n",
    ]
)  # fmt: skip
EXPRESSIONS = evaluator()


@given(st.lists(PIECES, max_size=25))
def test_any_source_is_a_value_or_a_problem(pieces: list[str]) -> None:
    """Whatever an author writes is a value or a Problem, never a traceback, and always the same."""
    source = " ".join(pieces).strip()
    found = EXPRESSIONS.evaluate(Expression(source, PLACE))
    assert isinstance(found, Value | Problem)
    assert evaluator().evaluate(Expression(source, PLACE)) == found
