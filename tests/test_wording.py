"""The list of words of quantity, order and comparison: what it finds, what it passes over, what two words share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.text.lists.wordlist import FIGURE
from sitegen.check.text.wording import Wording

ENGLISH = Wording("en-GB", units=("cars", "yuan"))


def found(words: str, wording: Wording = ENGLISH) -> list[str]:
    """The words that a text states; FIGURE stands in it for a figure."""
    return [word.text for word in wording.find(words) if wording.states(words, word)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Eighty thousand cars, two-thirds of them abroad", ["Eighty thousand", "two-thirds"]),
        (
            "a hundred and twenty thousand, half a million, several hundred",
            ["a hundred and twenty thousand", "half a million", "several hundred"],
        ),
        (
            "Every second car, three out of four, eighty percent",
            ["Every second", "three out of four", "eighty percent"],
        ),
        ("A dozen makers, half of its sales, a third of theirs", ["A dozen", "half of", "a third"]),
        ("Sales doubled, tripled and halved", ["doubled", "tripled", "halved"]),
        ("It sold twice as many, four times its first", ["twice as", "four times its", "first"]),
        ("It outsold one, overtook another and passed a third.", ["outsold", "overtook", "passed", "a third"]),
        ("Ahead of BMW, far behind Audi", ["Ahead", "far behind"]),
        ("More cars in the first half of 2026 than Tesla", ["More cars in the first half of 2026 than"]),
        ("Faster than BMW, and larger in China than Audi", ["Faster than", "larger in China than"]),
        ("The best-selling, most expensive and largest", ["best-selling", "most expensive", "largest"]),
        ("the most expensive car, a record month, its highest", ["the most expensive", "record month", "highest"]),
        ("It led its class and was second, then came last", ["led", "was second", "came last"]),
        ("Double the sales, quintupled; it outdid them", ["Double the", "quintupled", "outdid"]),
        (
            "It left BMW behind, edged out Audi and sold as many cars as Tesla",
            ["left BMW behind", "edged out", "as many cars as"],
        ),
        ("An all-time high of the frontrunner", ["all-time high", "frontrunner"]),
        ("The third-best brand in first place", ["third-best", "first"]),
        ("It broke all\nrecords", ["broke all\nrecords"]),
        ("Sales soared, prices plunged and profits slumped", ["soared", "plunged", "slumped"]),
        ("A record number, thrice as many, every third car", ["record", "thrice as", "every third"]),
        (
            "It won the year, caught up, closed the gap and sank to third",
            ["won the year", "caught up", "closed the gap", "sank to third"],
        ),
        ("销量第一、超过50%、最畅销、翻倍", ["第一", "最畅", "翻倍"]),
        ("Nobody ships as much, none sells so few", ["Nobody ships as much", "none sells so few"]),
        ("It has fewer shops, was slower and made much less", ["fewer", "slower", "less"]),
        ("It set a new record, broke its own record", ["set a new record", "broke its own record"]),
        ("The market leader, Norway's top bakery", ["market leader", "top"]),
        ("the only bakery in Norway came second", ["the only bakery in", "came second"]),
        ("one and a half million, a few hundred", ["one and a half million", "a few hundred"]),
        ("its fortieth shop, a quarter more", ["fortieth", "a quarter more"]),
        ("Nobody bakes more; it bakes the most", ["Nobody bakes more", "the most"]),
        ("cut its prices in half, half those of others", ["cut its prices in half", "half those of"]),
        ("A close second closes in on it, at its peak", ["A close second", "closes in on", "at its peak"]),
        ("The gap narrowed, it pulls away", ["gap narrowed", "pulls away"]),
        ("OUTSOLD, F\u0131RST and the large\u017ft", ["OUTSOLD", "F\u0131RST", "large\u017ft"]),
    ],
)
def test_what_reads_like_a_finding_is_found(words: str, expected: list[str]) -> None:
    """Quantities in words, places, comparisons and superlatives, in whatever form they stand."""
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "In the first quarter, the second half, the first nine months, the first of January, last year",
        "No sale is on record; its records of April; the record company; for the record; its track record",
        "At first it was led by Huawei, which led to a deal and leads the way",
        "At least two, at most three, at last",
        "Every second day, won the contract, on top of that, catching the bus",
        "第一季度、第一次、第一百货、超过\x01、二成立、最后",
        "Half a year later, most of the year, half of 2025",
        "More than a year before; more or less; other than BMW; rather than wait",
        "Two years passed, the law passed, it passed on the cost and passed through Rotterdam",
        "The third quarter and the fourth; a second brand; one of them",
        "The Highlander, the recorder, a firstborn, mostly leaded",
        "Did it outsell BMW? Who leads? Whether it overtook them cannot be said.",
        "Which of the two is the largest, none says; none can tell who led.",
        f"{FIGURE} fewer cars than a year before, more than {FIGURE}, higher than the {FIGURE} of Audi",
        "more than 80,000 cars, of which the number lint speaks",
        "In a few days; the only way in; the twentieth century; its thirtieth anniversary; Harbour's top management",
        "The records of the shop were half past due; a third source; nearly all day",
    ],
)
def test_what_claims_nothing_is_passed_over(words: str) -> None:
    """Periods, phrases, questions, and comparisons that a figure stands beside."""
    assert found(words) == []


def test_a_word_behind_a_question_is_found() -> None:
    """Only their own sentence excuses it, and a figure excuses only what it measures."""
    assert found("Did it? It outsold BMW.") == ["outsold"]
    assert found(f"{FIGURE} cars. It led; and outsold BMW, with {FIGURE}") == ["led", "outsold"]


def test_names_and_languages() -> None:
    """A name is no finding, and a language without a list has none."""
    assert found("First Light outsold Best Seller", Wording("en", ["First Light", "Best Seller"])) == ["outsold"]
    assert found("First Light outsold Best Seller", Wording("de")) == []
    assert found("more Best Seller than BMW", Wording("en", ["Best Seller"])) == ["more Best Seller than"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("it outsold", "it outsells", True),
        ("it led", "who leads", True),
        ("higher than this", "highest", True),
        ("far behind", "is behind", True),
        ("eighty thousand", "Eighty-thousand", True),
        ("higher than this", "lower than this", False),
        ("outsold", "outpaced", False),
        ("eighty thousand", "eighteen thousand", False),
        ("the first", "was second", False),
    ],
)
def test_two_words_of_one_sense(one: str, other: str, same: bool) -> None:
    """Forms of one word say the same; other words and other numbers do not."""
    [a], [b] = ENGLISH.find(one), ENGLISH.find(other)
    assert (a.sense == b.sense) == same


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(words: str) -> None:
    """What is found stands in the text, in order, without overlap."""
    end = 0
    for word in ENGLISH.find(words):
        assert words[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end


def test_a_figure_excuses_what_it_measures() -> None:
    """It stands beside a comparison and says how much; "doubled" says another number of its own."""
    assert found(f"It outsold BMW by {FIGURE} cars, exceeded Audi’s {FIGURE} and passed the {FIGURE}") == []
    assert found(f"It outsold BMW with {FIGURE}") == ["outsold"]
    assert found(f"Sales doubled to {FIGURE}, twice the {FIGURE} of BMW") == ["doubled", "twice the"]
    assert found(f"{FIGURE} cars, the most ever") == ["the most"]


def test_a_number_of_a_list_denies_nothing() -> None:
    """ "No. 4" is a place; "no car" and "no. They" are denials."""
    assert not ENGLISH.denies("It was No. 4 of all, and no 5 of some")
    assert ENGLISH.denies("It sold no car")
    assert ENGLISH.denies("They said no. They left")
