"""Where a sentence ends: what a reader takes for one is one to the checks."""

from __future__ import annotations

import pytest

from sitegen.check.text.sentences import sentence, sentences


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell. |Prices rose! |Did they? |Yes; |So it was …",
        "It sold approx. 5 cars vs. BMW. |Then it stopped.",
        "Im 3. Quartal sank der Absatz. |Im 4. stieg er.",
        "He said “It fell.” |She did not.",
        "The no. of cars, e.g. those in Oslo, fell.",
        "Dr. Who sold cars of St. Pauli. |2024 brought more.",
        "販売は減少した。|2025年は増えた！|なぜ？|不明",
        "One line\ngoes on here.\n\n|Another paragraph",
        "Version 2.5 sold. |Then 3.1 did.",
        "Ändern sich Preise? |Über Nacht. |Éric le dit.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    """| stands where one begins; each place of a sentence lies in it."""
    words = text.replace("|", "")
    assert [words[begin:end] for begin, end in sentences(words)] == text.split("|")
    for begin, end in sentences(words):
        assert sentence(words, begin, begin + 1) == (begin, end)
