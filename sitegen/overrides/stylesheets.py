"""Stylesheets of a project, read as browsers read them: what they would skip in silence is reported."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from sitegen.problems import Place, Problem, did_you_mean
from sitegen.theme import FOLDER

_SLASHES = re.compile(r"^[ \t]*(//)", re.MULTILINE)
_NO_COMMENT = "// begins no comment in a stylesheet, so that browsers skip what follows", "write /* … */ around it"
_ELSEWHERE = ("http:", "https:", "//")
_LOST = "browsers cannot read this", "write a rule as selector { … } and in it each line as property: value;"
_OPEN = "this { is closed nowhere", "write its } behind the last line of the rule"
_NO_END = "the ; of the line before is missing, so that browsers skip both", "end each line with a ;"
_TOO_MANY = "this } closes nothing", "take it out"
_FAR = "pages load nothing from other sites", "put the file into templates/assets/ and name it there"


def faults(path: str, text: str, assets: Collection[str]) -> Iterator[Problem]:
    """The places of a stylesheet that browsers skip because they cannot be read, or that name files in vain.

    path: of its file. assets: the paths in `templates/assets/`, that of the theme and that of the project.
    """
    import tinycss2  # here, for few projects have stylesheets of their own

    for comment in _SLASHES.finditer(text):
        line = text.count("\n", 0, comment.start(1)) + 1
        yield Problem(
            Place(path, line, comment.start(1) - text.rfind("\n", 0, comment.start(1)), 2), "bad-style", *_NO_COMMENT
        )
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    for word, name in _named(rules):
        if (
            not name.startswith(("/", "#", "..", "data:", *_ELSEWHERE))
            and name.partition("?")[0].partition("#")[0] not in assets
        ):
            hint = did_you_mean(name, assets) or "put it there"
            yield Problem(
                Place(path, word.source_line, word.source_column),
                "bad-style",
                f"there is no file {FOLDER}assets/{name}",
                hint,
            )
    found = list(_errors(rules))
    for node, (message, hint) in found or _left_open(text):
        yield Problem(Place(path, node.source_line, node.source_column), "bad-style", message, hint)


def _errors(nodes: list[Any]) -> Iterator[tuple[Any, tuple[str, str]]]:
    """What cannot be read in rules and lines, and in the blocks within them, with what to say of it."""
    import tinycss2

    for node in nodes:
        if node.type == "error":
            yield node, _LOST
        elif node.type == "qualified-rule" and any(w.type == "error" and w.kind == "}" for w in node.prelude):
            yield next(word for word in node.prelude if word.type == "error"), _TOO_MANY
        elif node.type == "declaration":
            yield from _in_words(node.value)
            yield from ((word, _NO_END) for word in node.value if word.type == "literal" and word.value == ":")
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _in_words(node.prelude, node.type == "at-rule" and node.lower_at_keyword == "import")
            inner = tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True)
            yield from _errors(inner)


def _in_words(words: list[Any], is_address: bool = False) -> Iterator[tuple[Any, tuple[str, str]]]:
    """Words that cannot be read, and addresses on other sites. is_address: whether a string among them is one."""
    for word in words:
        if word.type == "error":
            yield word, _LOST
        elif word.type == "function":
            yield from _in_words(word.arguments, word.lower_name == "url")
        elif (word.type == "url" or (is_address and word.type == "string")) and word.value.startswith(_ELSEWHERE):
            yield word, _FAR


def _named(words: list[Any]) -> Iterator[tuple[Any, str]]:
    """Every `url()` in rules, lines and words, and what it names."""
    for word in words:
        if word.type == "url":
            yield word, word.value
        elif word.type == "function" and word.lower_name == "url":
            yield from ((word, each.value) for each in word.arguments if each.type == "string")
        for inner in ("prelude", "content", "arguments", "value"):
            if isinstance(found := getattr(word, inner, None), list):
                yield from _named(found)


def _left_open(text: str) -> Iterator[tuple[Any, tuple[str, str]]]:
    """The last block, if its text does not close it: one more } is not one too many then."""
    import tinycss2

    nodes = tinycss2.parse_component_value_list(text + "\n}", skip_comments=True)
    if nodes and not (nodes[-1].type == "error" and nodes[-1].kind == "}"):
        yield from [(node, _OPEN) for node in nodes if node.type == "{} block"][-1:]
