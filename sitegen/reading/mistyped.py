"""Lines of YAML that somebody typed as another language has them: what is wrong, and the line as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.problems import Place
from sitegen.reading.escapes import lost_letter
from sitegen.reading.patterns import later
from sitegen.reading.slips import in_quotes, pasted_row

_OPENS = later(r"(\s*(?:- +)?(?:[^\s:'\"]+: +)?)([“„‟«‘‚‹\"'])(.*)([”“‟»’‘›])\s*")
_EQUALS = later(r"(\s*(?:- +)?)([\w.-]+) *=(?!=) *(\S.*)")
_QUOTED_HALF = later(
    r"((?:\s*(?:- +)?|.*[{,] *)[\w./-]+: +)"  # a key
    r"((?:\"[^\"]*\"|'[^']*'|\[[^\[\]]*\]) +(?![,#}\]])[^\s,:{}][^,:{}]*?)(\s*(?:[,}].*)?)"
)
_DOUBLE_QUOTED = later(r'"(?:[^"\\]|\\.)*"')
_SIGN = later(r"\bvalue: +(>(=?) ?([\d.]+))", re.ASCII)
_NO_SIGN = later(r"\bvalue: +([%@`] ?([\d.]+))", re.ASCII)
_FLAT = later(r"(\s*(?:- +)?[\w./-]+: +)([a-z_]+: +[^:{}\[\]]+(?:, *[a-z_]+: +[^:{}\[\]]+)+)")
_FOOTNOTE = later(r"\bvalue: +(\d[\d.]*) *\[\w{1,3}\]", re.ASCII)
_LINK = later(r"((?:.*[\s{,])?(?:- +)?[\w-]+: +)\[([^\]\n]*)\]\(<?([^\s()]+?)>?\)(.*)")
_FENCE = later(r"(?:`{3,}|~{3,}) *\w*\s*")
_COMMENT = later(r"(\s*)(//+|/\*|--)(?=[\s\w])")
_ITEM = later(r"\s*-(?=[{\[\"'A-Za-z])")
_NEXT_KEY = later(r"[{,] *[\w-]+: +([^,{}\[\]:\s][^,{}\[\]:]*?) +([a-z_]+):(?= |$)")
_SINGLE = later(r"(\s*(?:- +)?(?:[^\s:'\"]+: +)?)'(.*)'\s*")
_DOUBLE = later(r"(\s*(?:- +)?(?:[^\s:'\"]+: +)?)\"(.*)\"\s*")
KEY = later(r"\s*(?:- +)?[\w.-]+")
"""A key at the beginning of a line, with what stands before it."""
QUOTES = later(r"'[^']*'|\"[^\"]*\"")
"""A text in quotes within a line."""


class Fault(NamedTuple):
    """What is wrong at a place, with what to write. line, column: counted from 0."""

    line: int
    column: int
    message: str
    hint: str
    code: str = "yaml-syntax"


def mistyped(number: int, line: str) -> Iterator[Fault]:
    """What is wrong with a line by itself, so that it is no YAML, with what to write. number: the line's, from 0."""
    yield from _of_others(number, line)
    yield from _parting(number, line)
    yield from _quoting(number, line)


def _of_others(number: int, line: str) -> Iterator[Fault]:
    """What is right in Markdown, in a program or in a table, and not in YAML."""
    if _FENCE.fullmatch(line):
        message = "a line that fences code in a text stands here"
        yield Fault(number, 0, message, "delete it, and the one at the other end")
    if comment := _COMMENT.match(line):
        message = f"{comment[2]} begins no comment in YAML"
        yield Fault(number, len(comment[1]), message, f"write # in its place: # {line[comment.end() :].strip(' */')}")
    if item := _ITEM.match(line):
        hint = f"write - {line[item.end() :].strip()}"
        yield Fault(number, item.end() - 1, "no space stands after the dash of this item", hint)
    if link := _LINK.fullmatch(line):
        words = (
            link[3]
            if link[2] in ("", link[3]) or re.search(r"\b(?:url|website|archived): +\Z", link[1])
            else in_quotes(link[2])
        )
        hint = f"write {link[1].strip()} {words}{link[4]}"
        yield Fault(number, link.end(1), "a link of Markdown stands here, which YAML does not know", hint)
    if sign := _SIGN.search(line):
        bound = "at-least" if sign[2] else "more-than"
        hint = f"write value: {sign[3]} with bound: {bound}"
        yield Fault(number, sign.start(1), "a sign stands before the number", hint)
    if sign := _NO_SIGN.search(line):
        yield Fault(number, sign.start(1), "a sign stands before the number", f"write value: {sign[2]}")
    if equals := _EQUALS.fullmatch(line):
        hint = f"write {equals[2]}: {equals[3].rstrip()}"
        yield Fault(number, equals.end(2), "an equals sign stands where YAML has a colon", hint)
    if flat := _FLAT.fullmatch(line):
        yield Fault(
            number, flat.start(2), "braces are missing around these keys", f"write {flat[1].strip()} {{{flat[2]}}}"
        )
    if slashes := re.match(r"\s*(?:- +)?(?:[\w./-]+: +)?[\[{].*[}\]] *(//+|/\*|--) ?\S.*", line):
        yield Fault(
            number, slashes.start(1), f"{slashes[1]} begins no comment in YAML", "write # and a space in its place"
        )
    if curly := re.search(r"[{,] *[\w-]+: (\"[^\"“”]*)”(?=[^\"]*\Z)", line):
        message = "a curly quotation mark closes no text in YAML"
        yield Fault(number, curly.end(1), message, f'write {curly[1]}"', "curly-quotes")
    if footnote := _FOOTNOTE.search(line):
        message = "the mark of a footnote stands behind the number"
        yield Fault(number, footnote.start(1), message, f"write value: {footnote[1]}")
    if re.match(r"\s*[\w./-]+: +\{.*\},\s*\Z", line):
        message = "a comma stands behind this entry, and entries have a line each"
        yield Fault(number, len(line.rstrip()) - 1, message, "take the comma out")
    if (row := pasted_row(line)) is not None:
        indent = len(line) - len(line.lstrip())
        yield Fault(number, indent, "a row of a spreadsheet stands here", f"write it as {row}")


def _parting(number: int, line: str) -> Iterator[Fault]:
    """Commas between the keys of an entry in braces that are of another kind, or missing."""
    bare = QUOTES.sub(lambda found: " " * len(found[0]), line)
    if (wide := re.search(r"[\[{][^\]}]*([，；])", bare)) is not None:
        yield Fault(number, wide.start(1), "a full-width comma stands here", "write a plain comma and a space")
    if (semicolon := re.search(r"\{[^}]*(;) *[\w-]+:", bare)) is not None:
        yield Fault(number, semicolon.start(1), "a semicolon stands where a comma is expected", "write , in its place")
    if (next_key := _NEXT_KEY.search(QUOTES.sub(lambda found: "_" * len(found[0]), line))) is not None:
        hint = f"write {line[next_key.start(1) : next_key.end(1)]}, {next_key[2]}: …"
        yield Fault(number, next_key.start(2), f"a comma is missing before {next_key[2]}:", hint)


def _quoting(number: int, line: str) -> Iterator[Fault]:
    """A colon or a space of another kind behind the key, quotes of another kind, or a quote within quotes."""
    for text in _DOUBLE_QUOTED.finditer(line):
        if (lost := lost_letter(text[0], Place("", number, text.start() + 1))) is not None:
            yield Fault(number, lost.place.column - 1, lost.message, lost.hint)
    key = KEY.match(line)
    end = key.end() if key else 0
    after = line[end : end + 2]
    if key and after[:1] == "：":
        hint = f"write a plain colon and a space: {key[0].strip()}: {line[end + 1 :].strip()}"
        yield Fault(number, end, "a full-width colon stands here", hint)
    elif key and after[:1] == ":" and after[1:] in ("\u00a0", "\u3000", "\u202f"):
        hint = f"type the space anew: {key[0].strip()}: {line[end + 2 :].strip()}"
        yield Fault(number, end + 1, "a space that YAML does not take as one stands here", hint)
    elif key and after[:1] == ":" and after[1:] not in ("", " ", "/"):
        hint = f"write {key[0].strip()}: {line[end + 1 :].strip()}"
        yield Fault(number, end, "no space stands after the colon", hint)
    elif match := _OPENS.fullmatch(line):
        hint = f"write straight ones: {match[1].strip()} {in_quotes(match[3])}"
        yield Fault(number, match.start(2), "curly quotation marks do not quote a text in YAML", hint, "curly-quotes")
    elif (match := _SINGLE.fullmatch(line)) and (ending := re.search(r"(?<!')'(?!')", match[2])):
        inner = match[2].replace("''", "'").replace("'", "''")
        hint = f"double each quote inside: {match[1].strip()} '{inner}'"
        yield Fault(number, match.end(1) + 1 + ending.start(), "a quote inside the text ends it here", hint)
    elif (match := _DOUBLE.fullmatch(line)) and (ending := re.search(r'(?<!\\)"', match[2])):
        inner = match[2].replace('\\"', '"').replace("'", "''")
        hint = f"put the whole in single quotes: {match[1].strip()} '{inner}'"
        yield Fault(number, match.end(1) + 1 + ending.start(), "a quote inside the text ends it here", hint)
    elif match := _QUOTED_HALF.fullmatch(line):
        hint = f"put all of the text in quotes: {match[1].strip()} {in_quotes(match[2])}{match[3]}"
        yield Fault(number, match.end(1), "a text goes on behind the quotes or brackets that close it", hint)
