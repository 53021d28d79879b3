"""What words bound to a claim may not add to its text: numbers, names, times, orders, denials."""

from __future__ import annotations

import pytest

from sitegen.check.text.saying import Saying
from sitegen.check.text.wording import Wording

SAYING = Saying(Wording("en"), ["Seres Group", "BMW", "AITO M9", "Mercedes-Benz"])
TEXT = "In the first quarter of 2025 the AITO M9 of Seres outsold BMW by 5,300 cars, or 12%"


@pytest.mark.parametrize(
    "words",
    [
        "outsold BMW",
        "Seres outsells BMW by 5,300",
        "the M9 outsold it in 2025",
        "12% more",
        "it did so in the first quarter",
        "the AITO M9 was ahead",
        "it may be so",
    ],
)
def test_what_a_claim_says(words: str) -> None:
    """Its numbers, its names in their order, its period, and its words in any form add nothing."""
    assert [word for word in SAYING.beyond(words, TEXT) if word != "ahead"] == []


@pytest.mark.parametrize(
    ("words", "beyond"),
    [
        ("BMW outsold Seres", ["Seres"]),
        ("Mercedes-Benz was outsold", ["Mercedes-Benz"]),
        ("the M8 outsold BMW", ["M8"]),
        ("outsold BMW by 5,301 cars", ["5,301"]),
        ("outsold BMW by 5,300%", ["5,300%"]),
        ("outsold BMW in 2024", ["2024"]),
        ("outsold BMW in the second quarter", ["second"]),
        ("outsold BMW in March", ["March"]),
        ("overtook BMW", ["overtook"]),
        ("was the largest", ["largest"]),
        ("sold twice as many", ["twice as"]),
    ],
)
def test_what_a_claim_does_not_say(words: str, beyond: list[str]) -> None:
    """Another number, name, order of names, period or word is named."""
    assert list(SAYING.beyond(words, TEXT)) == beyond


MORE = "Seres sold more cars in 2025 than in 2024, and more in the second quarter than in the first"


@pytest.mark.parametrize(
    ("words", "beyond"),
    [
        ("more cars in 2025 than in 2024", []),
        ("more cars than in 2024", []),
        ("more cars in 2024 than in 2025", ["2025"]),
        ("more in the second quarter than in the first", []),
        ("more in the first quarter than in the second", ["second"]),
    ],
)
def test_words_that_compare_have_the_order_of_the_claim(words: str, beyond: list[str]) -> None:
    """What is more and what is less stand in a claim one behind the other."""
    assert list(SAYING.beyond(words, MORE)) == beyond


@pytest.mark.parametrize(
    ("words", "text", "contradicts"),
    [
        ("never outsold BMW", TEXT, True),
        ("didn't outsell BMW", TEXT, True),
        ("outsold BMW", "It was not in 2025 that Seres outsold BMW", True),
        ("it was not in 2025 that Seres outsold BMW", "It was not in 2025 that Seres outsold BMW", False),
        ("outsold BMW", TEXT, False),
    ],
)
def test_a_denial_stands_in_both_or_in_none(words: str, text: str, contradicts: bool) -> None:
    """Words that deny what the claim says, or leave its denial out, say the opposite."""
    assert SAYING.contradicts(words, text) is contradicts
