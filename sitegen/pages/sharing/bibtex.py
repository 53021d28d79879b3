"""Entries of BibTeX, the format in which programs for references take what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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
    key = "/".join(filter(None, (_NO_KEY.sub("-", step).strip("-/") for step in place)))
    lines = (f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@misc{{{key},\n{''.join(lines)}}}"


def words(text: str) -> str:
    """A text as it stands in a field, its capitals kept."""
    return f"{{{_SIGNS.sub(lambda sign: _SPECIAL[sign[0]], ' '.join(text.split()))}}}"


def people(names: Iterable[str]) -> str:
    """Authors as they stand in a field, each whole, so that no part is taken for a first name."""
    return " and ".join(map(words, names))
