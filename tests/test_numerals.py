"""No numeral stands bare on a page of content: all are figures, dates, names, or words of the data files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from built import content, read
from conftest import ROOT, Built

YEARS = r"(?:19\d\d|20\d\d|2100)"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
EXCUSED = re.compile(rf"\b\d+ minus\b|\b\d\d? (?:{MONTHS})\b|(?<![\d.,]){YEARS}(?!\d|[.,]\d)")
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
HELD = {"data", "time", "code", "pre", "svg", "sup", "button", "details"}
INLINE = {"a", "abbr", "cite", "em", "span", "strong"}


def bare(element: Element) -> str:
    """The text of an element without what may hold numerals: data, times, code, notes' numbers, charts."""
    if element.tag in HELD or {"period", "key"} & set(element.get("class", "").split()):
        return "¦"
    parts = [element.text or ""]
    for child in element:
        parts += [bare(child), child.tail or ""]
    return "".join(parts) if element.tag in INLINE else f" ¦ {''.join(parts)} ¦ "


def scalars(value: Any) -> Iterator[str]:
    """Every text in a piece of YAML, keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *scalars(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield value


def words() -> set[str]:
    """The words of the data files that hold digits, as names and definitions do, and what `lit` excuses."""
    texts = [" ".join(text.split()) for path in ("*.yaml", "*/*.yaml") for text in scalars(read(path))]
    files = [path for at in ("content", "data") for end in ("md", "yaml") for path in (ROOT / at).rglob(f"*.{end}")]
    excused = re.compile(r"""lit\(["']([^"']+)["'],""")
    # The statement of a claim is what its check tests.
    statement = re.compile(r"^    text: '?(.+?)'?$", re.MULTILINE)
    texts += [text for path in files if path.suffix == ".md" for text in statement.findall(path.read_text("utf-8"))]
    literal = {text for path in files for text in excused.findall(path.read_text(encoding="utf-8"))}
    pieces = {piece.strip(" .") for text in texts for piece in re.split(r"\{\{.*?\}\}", text)}
    return literal | {piece for piece in pieces if re.search(r"[^\W\d_]", piece)}


def unnamed(text: str, names: set[str]) -> Iterator[str]:
    """The numerals of a text that are no date and in none of the names, each with what stands around it."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        for numeral in NUMERAL.finditer(name):
            places[numeral[0]].append((name, numeral.start()))
    dates = {at for date in EXCUSED.finditer(text) for at in range(*date.span())}
    for numeral in (found for found in NUMERAL.finditer(text) if found.start() not in dates):
        starts = [(name, numeral.start() - at) for name, at in places[numeral[0]]]
        if not any(text.startswith(name, start) and not text[start - 1 : start].isalnum() for name, start in starts):
            yield text[max(0, numeral.start() - 40) : numeral.end() + 20]


def test_no_numeral_stands_bare(site: Built) -> None:
    """What is not a figure, a date, a name or a word of the data files is written out, or bound."""
    pages = content(site)
    titles = {" ".join("".join(h1.itertext()).split()) for root in pages.values() for h1 in root.iter("h1")}
    names = words() | titles
    texts = {page: " ".join(bare(next(root.iter("main"))).split()) for page, root in pages.items()}
    assert [f"{page}: {around}" for page, text in texts.items() for around in unnamed(text, names)] == []
