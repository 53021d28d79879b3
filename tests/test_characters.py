"""Characters that nobody can see: refused where they mislead, taken where a script or an emoji needs them."""

from __future__ import annotations

import unicodedata

import pytest

from sitegen.problems import Place
from sitegen.reading.characters import control, control_character

NEEDED = {
    "a soft hyphen in a word": "Wärme\u00adpumpe",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "an emoji of two": "👩\u200d💻",
    "an emoji with a skin": "🧑🏽\u200d🚀",
    "a heart in colour": "❤\ufe0f",
    "a heart and more": "❤\ufe0f\u200d🔥",
    "a key": "1\ufe0f\u20e3",
    "a Chinese character's other shape": "葛\U000e0100",
    "hard and narrow spaces": "80\u00a0000\u202f€",
    "line ends and tabs": "a\tb\r\nc\n",
    "Vietnamese in parts": "tie\u0302\u0301ng",
    "Hebrew with vowels and accents": "בְּ\u05abרֵאשִׁ֖ית",
    "Tibetan": "སྐྱོན་རྒྱུ",
    "Thai": "ที่นี่",
    "Hindi with vowels": "क्षत्रियों",
    "an emoji that is not made yet": "\U0001fa89",
    "a rare Chinese character": "\U00031350",
}
MISLEADING = [
    "8\u00ad0", "\u00adx", "x\u00ad ", "fir\u200cst", "fir\u200dst", "8\u200d0", "👩\u200dx", "x\u200d👩", "a\ufe0f",
    "8\ufe0f0",
    "a\ufe00", "a\U000e0100", "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\u2060",
    "\ufeff",
    "\u2028", "\u3164", "\u2800", "\ue000", "\U000f0000", "\U00100000", "\u0378", "\U00050000", "\U0001bff0",
    "a\u0301\u0301\u0301\u0301", "ก\u0e47\u0e47\u0e47\u0e47", "4\u20dd\u20dd\u20dd\u20dd", "e\u0336\u0301\u0489\u1dc4",
    "\u115f", "\U000e0041", "\x01", "\x1b", "\x85", "\ufffe", "\ufdd0",
]  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_characters_that_are_needed_pass(name: str) -> None:
    """Joiners, soft hyphens and variants pass where they do their work."""
    assert control(NEEDED[name]) is None


@pytest.mark.parametrize("text", MISLEADING)
def test_characters_that_mislead_are_found(text: str) -> None:
    """They turn a text around, or cut a word or number that looks whole."""
    assert control(f"ab{text}") or control(text)


def test_no_place_without_a_character_is_taken_for_one() -> None:
    """What most texts hold is passed at one look, and between it lie places that Unicode has not filled."""
    codes = [*range(0x300, 0x2100), *range(0x2C00, 0x3400), *range(0xFF00, 0x10000)]  # those of emoji wait for them
    empty = [chr(code) for code in codes if unicodedata.category(chr(code)) == "Cn"]
    assert len(empty) > 500
    assert [ascii(character) for character in empty if not control(character)] == []


def test_the_problem_names_the_character() -> None:
    """An editor can look it up."""
    assert "RIGHT-TO-LEFT OVERRIDE (U+202E)" in control_character("\u202e", Place("a.md")).message
    assert "(U+0001)" not in control_character("\x01", Place("a.md")).message
    assert "U+0001" in control_character("\x01", Place("a.md")).message
    assert "has 3 already" in control_character("\u0301", Place("a.md")).message
    assert "each font" in control_character("\ue000", Place("a.md")).message
