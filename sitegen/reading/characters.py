"""Characters that no text may hold: no page can show them, or they change what a reader sees without being seen."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sitegen.problems import Place, Problem

# Control characters except for tab and line ends, and the code points that Unicode gives to no character.
_NONE = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_CONTROLS = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONE}"
# What changes the order of the text around it, and what has no width, colour or sound of its own.
_ORDER = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff"
    "\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# Each of these belongs behind some characters and is refused behind all others.
_LETTER = r"[^\W\d_]"
_JOINED = "[\u0600-\u08ff\u0900-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_EMOJI = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


# Where Unicode has marks and gaps that matter: without the blocks of private use, Han, Hangul, Tangut and emoji.
_BLOCKS = ((0x300, 0x3400), (0xA480, 0xAC00), (0xFA6E, 0x12600), (0x1BC00, 0x1F000), (0x1FB00, 0x20000))


def _ranges(*categories: str) -> str:
    """The characters of these blocks that are of some categories, as ranges of a pattern."""
    found: list[str] = []
    for first, end in _BLOCKS:
        kinds = map(unicodedata.category, map(chr, range(first, end)))
        signs = "".join(["x" if kind in categories else " " for kind in kinds])
        found += [f"{chr(first + run.start())}-{chr(first + run.end() - 1)}" for run in re.finditer("x+", signs)]
    return "".join(found)


# What each font and program shows as it likes; so are code points that are no character yet.
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
# Marks above and below a letter. Hebrew and Vietnamese need three; the joined letters of Tibetan are none.
_NO_MARK = "\u0f8d-\u0fbc"
_MOST_MARKS = 3
PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
"""The characters of ASCII in which there is nothing to find."""
# All but most characters of any text, for which one look is enough. It takes time to compile: texts of ASCII need none.
_ODD = (
    f"[^{re.escape(PLAIN.decode())}\u00a0-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205f"
    "\u20a0-\u20c0\u2100-\u218b\u2190-\u2426\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    "\uff01-\uff60]"
)


def _unless_behind(characters: str, before: str, after: str = "") -> str:
    """The pattern that holds behind one of the characters unless it stands between such as before and after."""
    behind = f"(?<!{before}(?s:.))"
    return f"(?<=[{characters}])(?:{behind}|(?!{after}))" if after else f"(?<=[{characters}]){behind}"


def control(text: str, start: int = 0) -> re.Match[str] | None:
    """Finds the first such character of a text from an offset on."""
    odd = re.compile(_ODD).search(text, start)
    return None if odd is None else _pattern().search(text, odd.start())


@cache  # it takes a hundredth of a second to make, and most texts need none
def _pattern() -> re.Pattern[str]:
    unassigned, marks = _ranges("Cn") + "\U00040000-\U000dffff", _ranges("Mn", "Me")
    cases = (
        f"(?<=[{_CONTROLS}{_ORDER}{_UNSEEN}{_PRIVATE}])",
        _unless_behind("\u00ad", _LETTER, _LETTER),  # a soft hyphen parts two letters
        _unless_behind("\u200c", _JOINED),  # letters of Arabic and Indian scripts join, or do not
        f"(?<=\u200d)(?<!{_JOINED}(?s:.))(?:(?<![{_EMOJI[1:-1]}\ufe0f](?s:.))|(?!{_EMOJI}))",  # and so do emoji
        f"(?<=[\ufe0e\ufe0f])(?<!{_EMOJI}(?s:.))(?:(?<![0-9#*](?s:.))|(?!\u20e3))",  # as a picture, or as a letter
        _unless_behind("\ufe00-\ufe0d\U000e0100-\U000e01ef", _HAN),  # one of several shapes of a character
        f"(?<=[{unassigned}])(?<!{_EMOJI})",  # the emoji of next year are kept a place
        rf"(?<=[{marks}]{{{_MOST_MARKS + 1}}})(?<![{_NO_MARK}\ufe00-\ufe0f\U000e0100-\U000e01ef])",
    )
    return re.compile(f"{_ODD}(?:{'|'.join(cases)})")


def character_name(character: str) -> str:
    """What Unicode calls a character, such as RIGHT-TO-LEFT OVERRIDE (U+202E)."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{name} ({code})" if name else code


def control_character(character: str, place: Place) -> Problem:
    """The Problem of one such character at a place."""
    hint = "delete it, and type the text around it anew if it came from somewhere else"
    category = unicodedata.category(character)
    what = "a character that nobody can see"
    if category in ("Mn", "Me"):
        what = f"a mark too many, on a letter that has {_MOST_MARKS} already,"
    elif category == "Co":
        what = "a character that each font shows as it likes"
    return Problem(place, "control-character", f"{what} stands here: {character_name(character)}", hint)
