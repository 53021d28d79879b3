"""What an author probably meant where a file does not fit its shape, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.load.shape.numbers import meant, number_hint
from sitegen.problems import did_you_mean
from sitegen.reading.slips import pasted_row
from sitegen.reading.yaml import Path, YamlDocument

_MEANT = {"published": ("draft",), "description": ("summary", "definition", "about"), "title": ("name",)}
_MEANT |= {"name": ("title", "label"), "subtitle": ("tagline",), "categories": ("tags",), "category": ("tags",)}
_MEANT |= {"keywords": ("tags",), "link": ("url",), "slug": ("aliases",), "modified": ("updated",)}
DOCUMENTS = ("source", "by", "via", "replaces")
DECLARE = "declare the document in a file of data/sources/, and write its id here"
EACH = "write one of them; each document has a value of its own: [{value: …, source: …}, {value: …, source: …}]"
KEYS = "write key: value, one a line"


def key_hint(name: str, known: Sequence[str]) -> str:
    """What to do with a key that belongs elsewhere: an old id, or a row of values; "" for others."""
    if name in ("aliases", "alias") and "former_ids" in known:
        return "an id that it had before stands in former_ids: [old-id]"
    if "values" in known and re.fullmatch(r"(FY)?[12]\d{3}(-[HQW\d-]+)?", name):
        return "indent it like the rows below values:, for it is one of them"
    return ""


def near_key(name: str, known: Sequence[str]) -> str:
    """The nearest key, that of the same meaning in other programs, or all that there are."""
    if hint := did_you_mean(name, known):
        return hint
    meant = next((word for word in _MEANT.get(name, ()) if word in known), None)
    return f"write {meant}: …" if meant else f"take it out; known here: {', '.join(known)}"


def apart(text: str) -> str | None:
    """The key and value that `value:5` and `value：5` were meant to be."""
    match = re.fullmatch(r"([a-z_]+)[:：]\s*(\S.*)", text)
    return f"{match[1]}: {match[2]}" if match else None


def mapping_hint(value: object, path: Path) -> str:
    """How to write what stands where keys with values are expected."""
    if isinstance(value, str):
        if "values" in path and (row := pasted_row(value)) is not None:
            return f"write each row as {row}"
        if (pair := apart(value)) is not None:
            return f"write {pair}"
        if not path and re.match(r"\w+[,;\t]\s?\w+", value):
            return "a table is no YAML: sitegen import reads tables, and writes their values here"
        number = meant(value)
        if number is not None and path[-1] == "change":
            return f"write {{year: {number}}}, or {{previous: …}} against the period before"
        if number is not None and "values" in path:
            return f"write {{value: {number}, source: …}}"
    return KEYS


def list_hint(value: object) -> str:
    """How to write a text that stands where a list is expected."""
    apart = (
        r"\s+"
        if isinstance(value, str) and re.fullmatch(r"[\w-]+\.[\w-]+(?:\s+[\w-]+\.[\w-]+)+", value)
        else "[,，、;]"
    )
    if isinstance(value, str) and re.fullmatch(r"-[^\s-]\S*(?:.*\s-\S+)?.*", value):
        return "write a space after each -: - one"
    items = [item.strip() for item in re.split(apart, value)] if isinstance(value, str) else []
    if items and all(items) and not any(sign in str(value) for sign in "[]{}:'\""):
        return f"write [{', '.join(items)}]"
    return "write [one, two], or one item a line after -"


def split_number(document: YamlDocument, path: Path) -> str | None:
    """How to write the number that `{value: 54,552}` or `{value: 612,50}` split at its commas."""
    if not re.fullmatch(r"\d+(\.\d+)?", str(path[-1]), re.ASCII):
        return None
    mapping = document.value
    for step in path[:-1]:
        mapping = mapping[step]  # type: ignore[index]  # pydantic walked the same path
    assert isinstance(mapping, dict)  # only a mapping has a key too many
    before = list(mapping)[: list(mapping).index(str(path[-1]))]
    digits = [str(path[-1])]
    while before and re.fullmatch(r"\d{3}", before[-1], re.ASCII):
        digits.insert(0, before.pop())
    first = mapping[before[-1]] if before else None
    text = ",".join([first, *digits]) if isinstance(first, str) else ""
    return None if meant(text) is None else number_hint(text)
