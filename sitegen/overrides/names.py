"""Names in a stylesheet that nobody knows: properties, and variables that are set or read in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from sitegen.overrides.properties import DESCRIPTORS, PROPERTIES
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
    for line, rule in _lines(rules):
        place = Place(path, line.source_line, line.source_column, len(line.name))
        if line.name.startswith("--"):
            if line.name not in read and not line.name.startswith(_OF_ENTITY):
                hint = did_you_mean(line.name, TOKENS) or "read it somewhere: var(…), or take the line out"
                yield Problem(place, "bad-style", f"nothing reads the variable {line.name}", hint)
        elif (said := _unknown(line.lower_name, rule)) is not None:
            yield Problem(place, "bad-style", *said)
        if _BARE.fullmatch(value := tinycss2.serialize(line.value).strip()) and _takes_colours(line.name):
            yield Problem(place, "bad-style", f'"{value}" is no colour', f"write #{value}")
        for word in _variables(line.value):
            if word.value not in known and not word.value.startswith(_OF_ENTITY):
                place = Place(path, word.source_line, word.source_column, len(word.value))
                hint = did_you_mean(word.value, known) or "set it in :root { … }; sitegen docs theming lists ours"
                yield Problem(place, "bad-style", f"nothing sets the variable {word.value}", hint)


def _takes_colours(name: str) -> bool:
    return name.removeprefix("--") in COLOURS or "color" in name or name in ("background", "fill", "stroke")


def _unknown(name: str, rule: str) -> tuple[str, str] | None:
    """What to say of a word that misspells a property, or has no place in this at-rule, with the fix."""
    known = DESCRIPTORS.get(rule, PROPERTIES) | (PROPERTIES if rule == "page" else frozenset())
    if name in known or name.startswith("-"):
        return None
    elsewhere = [f"@{other}" for other, words in DESCRIPTORS.items() if name in words and "-" in name]
    if elsewhere:
        here = f"@{rule}" if rule else "such a rule"
        return f'browsers do not read "{name}" in {here}', f"write it in {elsewhere[0]}"
    near = next(iter(get_close_matches(name, known, n=1, cutoff=0.8)), None)
    return None if near is None else (f'browsers know no property "{name}"', f'did you mean "{near}"?')


def _lines(nodes: list[Any], rule: str = "") -> Iterator[tuple[Any, str]]:
    """Every line `property: value` of rules, and of the rules within them, each with the at-rule that it describes."""
    import tinycss2

    for node in nodes:
        if node.type == "declaration":
            yield node, rule
        elif node.type in ("qualified-rule", "at-rule") and node.content:
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            named = node.lower_at_keyword if node.type == "at-rule" else ""
            yield from _lines(inner, named if named in DESCRIPTORS else "")


def _variables(words: list[Any]) -> Iterator[Any]:
    """The names in `var(…)` among some words, except for those with a value to fall back on."""
    for word in words:
        if word.type == "function":
            inner = [each for each in word.arguments if each.type not in ("whitespace", "comment")]
            if word.lower_name == "var" and len(inner) == 1 and inner[0].type == "ident":
                yield inner[0]
            yield from _variables(word.arguments)
        elif word.type in ("() block", "[] block", "{} block"):
            yield from _variables(word.content)
