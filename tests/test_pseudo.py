"""The pseudo-language: with every message of the catalogue in brackets, nothing prints a word of ours outside them.

The site is German, so that what is not from its files, and not German of Babel's, is a word of ours.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml
from built import Tree
from small import once

from sitegen.build import make
from sitegen.schema import schemas
from sitegen.settings import Settings
from sitegen.words import Locale, Message, catalogue

pytestmark = pytest.mark.slow
SITE = Path(__file__).parent / "sites" / "market-de"
CLAIMS = """
nv-bald-in-tschechien:
  text: Nordvärm verkauft in Tschechien
  by: zeitung-2026
  about: [nordvarm]
  check: entry("nordvarm", "cz") >= "entered"
ohne-urteil:
  text: Ob PolarCell weiterbesteht, steht nicht fest
  by: zeitung-2026
  about: [polarcell]
  check: verdict("polarcell-weiter") == "unverified"
"""
"""Beside those of the site: an answer that does not settle a claim, and a verdict."""
TABLE = "\n\n| Gerät | Kühlmittel |\n|---|---|\n| Alpin | Propan |\n"
SENTENCES = {"label", "missing", "reason", "asked", "observed", "claimed", "answer"}
"""What a download says in words; its other columns are names, ids, numbers and words of the format."""
ATTRIBUTES = (
    "alt",
    "title",
    "aria-label",
    "placeholder",
    "data-label",
    "data-done",
    "data-copy",
    "data-copy-link",
    "data-failed",
    "content",
)
_SLOT = re.compile(r"(\{[a-z_]+\})")
_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{2,}(?![\w@/])")
_ANSWER = re.compile(r'[=<>] "[^"\n]*"|\bin \[[^]\n]*\]')
"""What a check compares an answer with: it is a word of the language of checks, and a page has its own for it."""
_VERSION = re.compile("[0-9a-f]{8}")
"""The version of the numbers of a page may be letters alone."""
_BRACKETED = re.compile("‹[^‹›]*›|^[^‹]*›|‹[^›]*$")
"""What stands in brackets; a drawing breaks it into lines."""
_ALWAYS = {"and", "or", "CSV", "JSON", "PNG", "SVG", "Million", "Millionen", "Milliarde", "Milliarden"}
"""Lists are joined by Babel in the language of the catalogue; kinds of files are names; large numbers are Babel's."""


def _bracketed(message: Message) -> Any:
    """A message with all that it says itself in brackets, its slots outside them."""
    if not isinstance(message, str):
        return {form: _bracketed(text) for form, text in message.items()}
    parts = _SLOT.split(message)
    return "".join(part if _SLOT.fullmatch(part) or not part else f"‹{part}›" for part in parts)


def _scalars(value: Any, keys: frozenset[str]) -> Iterator[str]:
    """Every text of a YAML file, and the keys that are no keys of a shape."""
    match value:
        case dict():
            yield from (key for key in value if key not in keys)
            for each in value.values():
                yield from _scalars(each, keys)
        case list():
            for each in value:
                yield from _scalars(each, keys)
        case str():
            yield value


def _named(schema: Any, of: str) -> Iterator[str]:
    """The keys, or the words to choose from, that the schemas name. of: "properties" or "enum"."""
    match schema:
        case dict():
            yield from (str(each) for each in schema.get(of, ()))
            for each in schema.values():
                yield from _named(each, of)
        case list():
            for each in schema:
                yield from _named(each, of)


def _own_words(project: Path) -> set[str]:
    """The words of content/ and data/: no keys, and no words that a shape chooses from."""
    every = [json.loads(text) for text in schemas().values()]
    keys, choices = (frozenset(each for s in every for each in _named(s, of)) for of in ("properties", "enum"))
    texts = [path.read_text() for path in (project / "content").rglob("*.md")]
    for path in (project / "data").rglob("*.yaml"):
        if path.name != "words.yaml":
            texts += list(_scalars(yaml.load(path.read_text(), yaml.BaseLoader), keys))
    own = (_ANSWER.sub("", text) for text in texts if text not in choices)
    return {word for text in own for word in re.findall(r"[^\W\d_]+", text)}


def _babel() -> set[str]:
    """The words of Babel's that a German site prints: names of months, days, places, units and large numbers."""
    known = Locale("de").babel
    data = [known.months, known.days, known.quarters, known.territories, known.currencies, known.unit_display_names]
    patterns = [repr(known._data["unit_patterns"]), repr(known._data["compact_decimal_formats"])]
    patterns.append(repr(known._data["currency_names_plural"]))
    return set(re.findall(r"[^\W\d_]+", " ".join([*patterns, *map(_text, data)])))


def _text(data: Any) -> str:
    return (
        " ".join(_text(each) for each in data.values())
        if isinstance(data, Mapping) or hasattr(data, "values")
        else str(data)
    )


def _said(page: Element) -> Iterator[str]:
    """All that a reader sees or hears of a page: text, also of drawings, and attributes that are shown or read out."""
    for element in page.iter():
        if element.tag in ("style", "script", "pre"):  # code
            yield element.tail or ""
            continue
        if (
            element.tag != "meta"
            or element.get("name") == "description"
            or "description" in element.get("property", "")
        ):
            yield from (element.get(name, "") for name in ATTRIBUTES)
        yield element.text or ""
        yield element.tail or ""


def _told(record: Any) -> Iterator[str]:
    """The sentences of a download, however deep they lie."""
    match record:
        case dict():
            yield from (text for name, text in record.items() if name in SENTENCES and isinstance(text, str))
            for each in record.values():
                yield from _told(each)
        case list():
            for each in record:
                yield from _told(each)


def _texts(path: str, output: bytes) -> Iterator[str]:
    """What a page or a download of ours says."""
    if path.endswith(".html"):
        yield from _said(Tree(output.decode()).root)
    elif path.endswith(".json"):
        yield from _told(json.loads(output))


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """By page kind the words outside brackets, each with the text in which it stands and its page."""
    folder = tmp_path_factory.mktemp("pseudo")
    return once("pseudo", lambda: _outside(folder / "site"))


def _outside(project: Path) -> dict[str, dict[str, str]]:
    shutil.copytree(SITE, project)
    pseudo = {id: _bracketed(message) for id, message in catalogue("en").items()}
    (project / "data" / "words.yaml").write_text(
        yaml.safe_dump(pseudo, allow_unicode=True, default_style="'"), encoding="utf-8"
    )
    site = project / "data" / "site.yaml"
    site.write_text(site.read_text() + "compare: [[waermhaus, nordvarm]]\n")
    claims = project / "data" / "claims.yaml"
    claims.write_text(claims.read_text() + CLAIMS)
    about = project / "content" / "about.md"
    about.write_text(about.read_text() + TABLE)
    allowed = _own_words(project) | _babel() | _ALWAYS
    outputs = make(Settings(project=project, cache=False, drafts=True), lambda stage: None).outputs
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in outputs:
        for text in _texts(path, outputs[path]):
            for word in _WORD.findall(_BRACKETED.sub(" ", text)):
                if word not in allowed and not _VERSION.fullmatch(word):
                    found[path.split("/")[0]].setdefault(word, f"{path}: {' '.join(text.split())[:120]}")
    return found


def test_nothing_prints_a_word_of_ours_that_is_not_in_the_catalogue(
    outside: Mapping[str, Mapping[str, str]],
) -> None:
    """Every word outside brackets is from content/ or data/, or a number, a date or a name that Babel gives."""
    assert {kind: dict(words) for kind, words in outside.items()} == {}
