"""Words of the lists are sought by their first letters, which finds what a search for all of them finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.check.text.lists.beginnings import beginnings
from sitegen.check.text.lists.sought import pattern
from sitegen.check.text.wording import _LISTS, Wording, _small

HERE = Path(__file__).parent
MORE = ("vendió el doble que el año anterior", "vendeu o dobro do ano anterior", "sålde dubbelt så många som förr")
LINES = [line for path in HERE.rglob("*.md") for line in path.read_text("utf-8", "replace").split("\n")]
TEXTS = sorted({*map(_small, LINES), *MORE})


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("led|ahead of", {"led", "ahea"}),
        ("(?:out)?sold", {"outs", "sold"}),
        ("(?:the|a) majority", {"the", "a"}),
        ("(?<!at )(?=most)most (?:of|people)", {"most"}),
        ("(?:(?<=is )|(?<=was ))better", {"bett"}),
        ("no ?one", {"no", "noon"}),
        ("tops?", {"top", "tops"}),
        ("c[ao]ught", None),
        ("a\\w+", None),
        ("(?:a|b)?", None),
        ("be+st", None),
        ("[’']s best", None),
    ],
)
def test_the_first_words_of_apattern(form: str, found: set[str] | None) -> None:
    """They are cut after four letters, and not known where a part of them is anything."""
    assert beginnings(form) == (None if found is None else frozenset(found))


@pytest.mark.parametrize("language", sorted(_LISTS))
def test_a_word_is_found_by_its_first_letters_wherever_it_stands(language: str) -> None:
    """Most words are held against no pattern, and none is lost by it."""
    wording = Wording(language, units=["vehicles", "tons"])
    whole = pattern(*wording._formed(form for term in wording._own for form in term.forms))
    parted = [text for text in TEXTS if wording._any.stands_in(text)]
    assert parted == [text for text in TEXTS if whole.search(text)]
    assert parted
