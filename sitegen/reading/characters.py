"""Characters that no text may hold, because no page, chart or feed can show them."""

from __future__ import annotations

import re

from sitegen.problems import Place, Problem

# Control characters but for tab and line ends, and the code points that Unicode gives to no character.
_NONE = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONE}]")


def control_character(character: str, place: Place) -> Problem:
    """The Problem of one such character at a place."""
    message = f"a character that nobody can see stands here (U+{ord(character):04X})"
    hint = "delete it, and type the text around it anew if it came from somewhere else"
    return Problem(place, "control-character", message, hint)
