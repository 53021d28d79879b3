"""Characters that no text may hold: no page can show them, or they change what a reader sees without being seen."""

from __future__ import annotations

import re
import unicodedata

from sitegen.problems import Place, Problem

# Control characters but for tab and line ends, and the code points that Unicode gives to no character.
_NONE = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_CONTROLS = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONE}"
# What changes the order of the text around it, and what has no width, colour or sound of its own.
_ORDER = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# Each of these belongs behind some characters and is refused behind all others.
_LETTER = r"[^\W\d_]"
_JOINED = "[\u0600-\u08ff\u0900-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_EMOJI = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_CONDITIONAL = "\u00ad\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"


def _unless_behind(characters: str, before: str, after: str = "") -> str:
    """The pattern that holds behind one of the characters unless it stands between such as before and after."""
    behind = f"(?<!{before}(?s:.))"
    return f"(?<=[{characters}])(?:{behind}|(?!{after}))" if after else f"(?<=[{characters}]){behind}"


CONTROL = re.compile(
    f"[{_CONTROLS}{_ORDER}{_UNSEEN}{_CONDITIONAL}](?:(?<=[{_CONTROLS}{_ORDER}{_UNSEEN}])|"
    + "|".join(
        (
            _unless_behind("\u00ad", _LETTER, _LETTER),  # a soft hyphen parts two letters
            _unless_behind("\u200c", _JOINED),  # letters of Arabic and Indian scripts join, or do not
            f"(?<=\u200d)(?<!{_JOINED}(?s:.))(?:(?<![{_EMOJI[1:-1]}\ufe0f](?s:.))|(?!{_EMOJI}))",  # and so do emoji
            f"(?<=[\ufe0e\ufe0f])(?<!{_EMOJI}(?s:.))(?:(?<![0-9#*](?s:.))|(?!\u20e3))",  # as a picture, or as a letter
            _unless_behind("\ufe00-\ufe0d\U000e0100-\U000e01ef", _HAN),  # one of several shapes of a character
        )
    )
    + ")"
)
"""Finds one such character."""


def character_name(character: str) -> str:
    """What Unicode calls a character, such as RIGHT-TO-LEFT OVERRIDE (U+202E)."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{name} ({code})" if name else code


def control_character(character: str, place: Place) -> Problem:
    """The Problem of one such character at a place."""
    message = f"a character that nobody can see stands here: {character_name(character)}"
    hint = "delete it, and type the text around it anew if it came from somewhere else"
    return Problem(place, "control-character", message, hint)
