"""Names in a stylesheet that nobody knows: properties, and variables that are set or read in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from sitegen.overrides.properties import PROPERTIES
from sitegen.problems import Place, Problem, did_you_mean
from sitegen.tokens import COLOURS, SIZES

TOKENS = frozenset(f"--{name}" for name in (*COLOURS, *SIZES))
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(--[\w-]+)\s*:")
_BARE = re.compile(r"[0-9a-fA-F]{6}|(?=.*\d)[0-9a-fA-F]{3}")
_OF_ENTITY = "--e-"


def unknown_names(path: str, text: str, styles: Mapping[str, str]) -> Iterator[Problem]:
    """The misspelt properties of a stylesheet, and its variables that are neither ours nor its own.

    path: of its file. styles: all stylesheets of the site.
    """
    import tinycss2  # here, for few projects have stylesheets of their own

    read = {name for each in styles.values() for name in _READ.findall(each)} | TOKENS
    known = {name for each in styles.values() for name in _SET.findall(each)} | TOKENS
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    for line in _lines(rules):
        place = Place(path, line.source_line, line.source_column, len(line.name))
        if line.name.startswith("--"):
            if line.name not in read and not line.name.startswith(_OF_ENTITY):
                hint = did_you_mean(line.name, TOKENS) or "read it somewhere: var(…), or take the line out"
                yield Problem(place, "bad-style", f"nothing reads the variable {line.name}", hint)
        elif (near := _near(line.lower_name)) is not None:
            yield Problem(place, "bad-style", f'browsers know no property "{line.name}"', f'did you mean "{near}"?')
        if _BARE.fullmatch(value := tinycss2.serialize(line.value).strip()) and _takes_colours(line.name):
            yield Problem(place, "bad-style", f'"{value}" is no colour', f"write #{value}")
        for word in _variables(line.value):
            if word.value not in known and not word.value.startswith(_OF_ENTITY):
                place = Place(path, word.source_line, word.source_column, len(word.value))
                hint = did_you_mean(word.value, known) or "set it in :root { … }; sitegen docs theming lists ours"
                yield Problem(place, "bad-style", f"nothing sets the variable {word.value}", hint)


def _takes_colours(name: str) -> bool:
    return name.removeprefix("--") in COLOURS or "color" in name or name in ("background", "fill", "stroke")


def _near(name: str) -> str | None:
    """The property that a word misspells."""
    if name in PROPERTIES or name.startswith("-"):
        return None
    return next(iter(get_close_matches(name, PROPERTIES, n=1, cutoff=0.8)), None)


def _lines(nodes: list[Any]) -> Iterator[Any]:
    """Every line `property: value` of rules, and of the rules within them."""
    import tinycss2

    for node in nodes:
        if node.type == "declaration":
            yield node
        elif node.type in ("qualified-rule", "at-rule") and node.content:
            yield from _lines(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))


def _variables(words: list[Any]) -> Iterator[Any]:
    """The names in `var(…)` among some words, but for those with a value to fall back on."""
    for word in words:
        if word.type == "function":
            inner = [each for each in word.arguments if each.type not in ("whitespace", "comment")]
            if word.lower_name == "var" and len(inner) == 1 and inner[0].type == "ident":
                yield inner[0]
            yield from _variables(word.arguments)
        elif word.type in ("() block", "[] block", "{} block"):
            yield from _variables(word.content)
