"""No numeral stands bare on a page of content: all are figures, dates, names, or words of the data files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from built import note_of, read, tree
from conftest import ROOT, Built

from sitegen.load.words.names import counts

YEARS = r"(?:19\d\d|20\d\d|2100)"
SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
URL = r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?"
EXCUSED = re.compile(
    rf"{URL}|\b0 to 9\b|\b\d+ minus\b|\bAll \d+\b|\b\d+ (?:more )?series\b"
    rf"|\b\d\d? (?:{MONTHS}|{SHORT})\b|\b[QH][1-4](?= {YEARS}\b)|(?<![\d.,]){YEARS}(?!\d|[.,]\d)"
)
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
HELD = {"data", "time", "code", "pre", "svg", "sup", "button"}
HELD_CLASSES = {"address", "chart-summary", "cite-as", "example", "things", "key", "lit", "note", "period", "quoted"}
INLINE = {"a", "abbr", "cite", "em", "span", "strong"}


def bare(element: Element) -> str:
    """The text of an element without what may hold numerals: figures and their notes, times, marked words, charts."""
    classes = set(element.get("class", "").split())
    if element.tag in HELD or HELD_CLASSES & classes:
        return "¦"
    if element.tag == "tr" and any("sources/" in link.get("href", "") for link in element.iter("a")):
        return "¦"  # a row that leads to its source
    parts = [element.text or ""]
    for child in element:
        parts += [bare(child), child.tail or ""]
    inline = element.tag in INLINE and "definition" not in classes
    return "".join(parts) if inline else f" ¦ {''.join(parts)} ¦ "


def heading(page: Element) -> str:
    """The heading of a page as other pages name it, without the letters of its notes."""
    found = next(page.iter("h1"))
    return " ".join("".join(_words(found)).split())


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from () if child.tag in ("button", "sup") else _words(child)
        yield child.tail or ""


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
    """The words of the data files that hold digits, as names and definitions do, ."""
    texts = [" ".join(text.split()) for path in ("*.yaml", "*/*.yaml") for text in scalars(read(path))]
    files = [path for at in ("content", "data") for end in ("md", "yaml") for path in (ROOT / at).rglob(f"*.{end}")]
    # The statement of a claim is what its check tests.
    statement = re.compile(r"^    text: '?(.+?)'?$", re.MULTILINE)
    texts += [text for path in files if path.suffix == ".md" for text in statement.findall(path.read_text("utf-8"))]
    pieces = {piece.strip(" .") for text in texts for piece in re.split(r"\{\{.*?\}\}", text)}
    return {piece for piece in pieces if re.search(r"[^\W\d_]", piece)}


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


def pages(site: Built) -> dict[str, Element]:
    """Every page of the site, by its path."""
    return {page: tree(site.folder / page / "index.html" if page.endswith("/") or not page else site.folder / page)
            for page in site.pages}  # fmt: skip


def test_no_numeral_stands_bare(site: Built) -> None:
    """On no page a number stands that is no figure, date, name or word of the data files and is not marked by `lit`."""
    every = pages(site)
    names = words() | {heading(root) for root in every.values()}
    names |= {" ".join("".join(_words(title)).split()).partition(": ")[0] for title in every["rankings/"].iter("h3")}
    texts = {page: " ".join(bare(next(root.iter("main"))).split()) for page, root in every.items()}
    assert [f"{page}: {around}" for page, text in texts.items() for around in unnamed(text, names)] == []


def test_every_number_leads_to_what_stands_behind_it(site: Built) -> None:
    """A figure in text opens a note with a source or with parts, and words that `lit` excuses open or give a reason."""
    faults = []
    for page, root in pages(site).items():
        notes = {div.get("id"): div for div in root.iter("div") if "note" in div.get("class", "").split()}
        for span in (*root.iter("span"), *root.iter("a")):
            kind = span.get("class")
            if kind not in ("figure", "lit") or (kind == "lit" and span.get("title")):
                continue
            note = (
                notes.get(next(span.iter("button")).get("popovertarget"))
                if kind == "lit"
                else note_of(site, page, span)
            )
            paragraphs = [] if note is None else [part for tag in ("li", "p") for part in note.iter(tag)]
            said = any("".join(part.itertext()).partition(":")[2].strip(" .") for part in paragraphs)
            linked = note is not None and any("/" in link.get("href", "") for link in note.iter("a"))
            if not (said if kind == "lit" else linked):
                faults.append(f"{page}: {''.join(span.itertext())}")
    assert faults == []


@pytest.mark.parametrize(
    ("name", "is_count"),
    [
        *((name, True) for name in ("99,000", "5%", "77,000 loaves", "more than 80,000", "80k", "99.000 Cars")),
        *((name, True) for name in ("€5", "12 million", "about 7", "5 per cent", "-3", "1 200 Loaves", "3.5")),
        *((name, False) for name in ("009", "HarmonyOS 4", "level 2", "7 Series", "i5", "5G", "4x4", "ADS 2.0")),
        *((name, False) for name in ("3-wheeler", "500 Abarth", "2008 Olympics", "Euro 7", "3D", "A.C.M.E.")),
    ],
)
def test_a_count_is_no_name(name: str, is_count: bool) -> None:
    """What is only a number, or a number and what it counts, excuses no number in a text."""
    assert counts(name) is is_count
