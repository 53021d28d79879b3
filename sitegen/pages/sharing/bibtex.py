"""Entries of BibTeX, the format in which programs for references take what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

_SPECIAL: Mapping[str, str] = {
    **{sign: "\\" + sign for sign in "$&#_%"},
    "\\": "{\\textbackslash}",
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
}
"""What stands for each sign that LaTeX would take for a command; braces in pairs, for BibTeX counts them."""
_SIGNS = re.compile("|".join(map(re.escape, _SPECIAL)))
_NO_KEY = re.compile(r"[^A-Za-z0-9/]+")


def entry(place: Iterable[str], fields: Mapping[str, str]) -> str:
    """An entry for something on the web. place: the steps to it, which make the key of the entry.

    fields: each as BibTeX takes it; those that are "" are left out.
    """
    key = "/".join(filter(None, map(plain, place)))
    lines = (f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@misc{{{key},\n{''.join(lines)}}}"


def plain(step: str) -> str:
    """A step of a key in the letters that every program takes, accents left out; "" where it has none of them."""
    return _NO_KEY.sub("-", "".join(char for char in normalize("NFKD", step) if not combining(char))).strip("-/")


def words(text: str) -> str:
    """A text as it stands in a field, its capitals kept."""
    return f"{{{_SIGNS.sub(lambda sign: _SPECIAL[sign[0]], ' '.join(text.split()))}}}"


def people(names: Iterable[str]) -> str:
    """Authors as they stand in a field, each whole, so that no part is taken for a first name."""
    return " and ".join(map(words, names))
