"""What an author probably meant where a file does not fit its shape, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from sitegen.load.shape.numbers import meant, number_hint
from sitegen.model.basics.spelling import slug
from sitegen.problems import did_you_mean
from sitegen.reading.slips import Cut, hashtags, in_quotes, pasted_row
from sitegen.reading.yaml import Path, Value, YamlDocument

_MEANT = {"published": ("draft",), "description": ("summary", "definition", "about"), "title": ("name",)}
_MEANT |= {"name": ("title", "label"), "subtitle": ("tagline",), "categories": ("tags",), "category": ("tags",)}
_MEANT |= {"type": ("kind",), "claim": ("claims",), "chart": ("charts",)}
_MEANT |= {"keywords": ("tags",), "link": ("url",), "slug": ("aliases",), "modified": ("updated",)}
_MEANT |= {"page": ("at",), "comment": ("note",), "remark": ("note",), "reference": ("source",), "ref": ("source",)}
_MEANT |= {"author": ("authors",), "by": ("authors",), "created": ("date",), "lastmod": ("updated",)}
_MEANT |= {"cover": ("image",), "picture": ("image",), "thumbnail": ("image",), "alt": ("image_alt",)}
_OF_SOURCE = "take it out: its period stands before it, and the day of the document at its source, as published:"
DOCUMENTS = ("source", "by", "via", "replaces")
DECLARE = "declare the document in a file of data/sources/, and write its id here"
EACH = "write one of them; each document has a value of its own: [{value: …, source: …}, {value: …, source: …}]"
NO_VALUE = "write {value: …, source: …} behind it; a hole in the data is a period that is not listed"
_TWO = re.compile(r"(\d[\d.,']*)\s*[(,;|–-]?\s*([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\)?")
_PEOPLE = r"\s*[,，、;]\s*(?:(?:and|und|et|y|&)\s)?|\s(?:and|und|et|y|&)\s"
_IDS = r"[a-z0-9-]+(?:, +[a-z0-9-]+)*,? +(?:and|und|et|y|&) +[a-z0-9-]+"
_NO_DRAFT = "take it out: what is no draft is published"
KEYS = "write key: value, one a line"


def key_hint(name: str, known: Sequence[str]) -> str:
    """What to do with a key that belongs elsewhere: an old id, or a row of values; "" for others."""
    if name in ("aliases", "alias") and "former_ids" in known:
        return "an id that it had before stands in former_ids: [old-id]"
    if "values" in known and re.fullmatch(r"(FY)?[12]\d{3}(-[HQW\d-]+)?", name):
        return "indent it like the rows below values:, for it is one of them"
    return ""


def means(name: str, key: str) -> bool:
    """Whether a key was probably written for another one."""
    return key in _MEANT.get(name, ()) or did_you_mean(name, [key]).startswith("did")


def near_key(name: str, known: Sequence[str], absent: Sequence[str], value: object = None) -> str:
    """The nearest key, that of the same meaning in other programs, or all that there are.

    absent: those that do not stand there already. value: what stands there.
    """
    if name == "published" and "draft" in known:
        return "write draft: yes" if str(value).casefold() in ("no", "false") else _NO_DRAFT
    if name == "date" and "worked_out" in known:
        return _OF_SOURCE
    if name in ("page", "comment", "remark") and (word := _MEANT[name][0]) in absent:
        return f"write {word}: {f'page {value}' if name == 'page' else '…'}"
    for keys in (absent, known):
        hint = did_you_mean(name, keys)
        if hint.startswith("did") == (keys is absent) and hint:
            return hint
    meant = next((word for word in _MEANT.get(name, ()) if word in known), None)
    return f"write {meant}: …" if meant else f"take it out; known here: {', '.join(known)}"


def apart(text: str) -> str | None:
    """The key and value that `value:5`, `value：5` and `value = 5` were meant to be."""
    match = re.fullmatch(r"([a-z_]+)(?:[:：]| *=(?!=))\s*(\S.*)", text)
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
        if "values" in path and (two := _TWO.fullmatch(value)) and (first := meant(two[1])):
            return f"write {{value: {first}, source: {two[2]}}}"
        number = meant(value)
        if number is not None and path[-1] == "change":
            return f"write {{year: {number}}}, or {{previous: …}} against the period before"
        if number is not None and "values" in path:
            return f"write {{value: {number}, source: …}}"
    return KEYS


def two_ids(value: object) -> bool:
    """Whether a text is ids that a word or a sign joins."""
    return isinstance(value, str) and re.fullmatch(rf"{_IDS}|[a-z0-9-]+(?:\s*[,;/+]\s*[a-z0-9-]+)+", value) is not None


def list_hint(value: object, name: str = "") -> str:
    """How to write a text that stands where a list is expected. name: its key."""
    if isinstance(value, Cut) and re.match(r"\s*#\S", value.rest) and not value:
        return f"write {name}: [{', '.join(hashtags(value.rest) or [in_quotes(value.rest.strip())])}]"
    if isinstance(value, str) and (inner := re.fullmatch(r"\[([^\[\]]+)\]|\(([^()]+)\)", value.strip())):
        value = inner[1] or inner[2]
    if isinstance(value, str) and (ids := re.fullmatch(_IDS, value)):
        return f"write [{', '.join(re.split(_PEOPLE, ids[0]))}]"
    apart = _PEOPLE if name == "authors" else "[,，、;]"
    if isinstance(value, str) and re.fullmatch(r"[\w-]+\.[\w-]+(?:\s+[\w-]+\.[\w-]+)+", value):
        apart = r"\s+"
    if isinstance(value, str) and re.fullmatch(r"-[^\s-]\S*(?:.*\s-\S+)?.*", value):
        return "write a space after each -: - one"
    items = [item.strip() for item in re.split(apart, value)] if isinstance(value, str) else []
    if name == "tags":
        items = [slug(item) or item for item in items]
    if items and all(items) and not any(sign in str(value) for sign in "[]{}:'\""):
        return f"write [{', '.join(items)}]"
    return "write [one, two], or one item a line after -"


def split_number(document: YamlDocument, path: Path) -> str | None:
    """How to write the number that `{value: 54,552}` or `{value: 612,50}` split at its commas."""
    if not re.fullmatch(r"\d+(\.\d+)?(\s*[^\W\d_].*)?", str(path[-1])):
        return None
    mapping, before = _around(document, path)
    digits = [str(path[-1])]
    while before and re.fullmatch(r"\d{3}", before[-1], re.ASCII):
        digits.insert(0, before.pop())
    first = mapping[before[-1]] if before else None
    text = ",".join([first, *digits]) if isinstance(first, str) else ""
    hint = number_hint(text) if re.search(r"\d", text) else ""
    return hint if re.match(r"write (?:value: )?-?\d", hint) else None


def before(document: YamlDocument, path: Path) -> str:
    """The key right before another one in its mapping; "" before the first."""
    _, names = _around(document, path)
    return names[-1] if names else ""


def absent(document: YamlDocument, path: Path, known: Sequence[str]) -> list[str]:
    """The keys of some that do not stand beside one already."""
    mapping, _ = _around(document, path)
    return [key for key in known if key not in mapping]


def stray(document: YamlDocument, path: Path, many: bool) -> tuple[str, str] | None:
    """What to say of a word in braces behind a comma, which YAML takes for a key: a second one of the key before.

    many: whether that key takes a list.
    """
    mapping, names = _around(document, path)
    word, key = str(path[-1]), names[-1] if names else ""
    first = mapping.get(key)
    in_braces = document.key_at(*path).line == document.at(*path[:-1]).line
    if mapping[word] is not None or not isinstance(first, str) or not in_braces:
        return None
    if many:
        more = takewhile(lambda name: mapping[name] is None, list(mapping)[len(names) :])
        return (
            f'"{word}" is a second one of {key}:, and a list has brackets',
            f"write {key}: [{', '.join([first, *more])}]",
        )
    if key != "source":
        return None
    value = f"{{value: {mapping['value']}, source: {word}}}" if "value" in mapping else f"{{…, source: {word}}}"
    hint = f"take it out; or, if it says it too, write a second value below the first, each behind a -: - {value}"
    return f'a value has one source, and "{word}" is a second one', hint


def _around(document: YamlDocument, path: Path) -> tuple[dict[str, Value], list[str]]:
    """The mapping in which a key stands, and the keys before it."""
    mapping = document.value
    for step in path[:-1]:
        mapping = mapping[step]  # type: ignore[index]  # pydantic walked the same path
    assert isinstance(mapping, dict)  # only a mapping has a key too many
    return mapping, list(mapping)[: list(mapping).index(str(path[-1]))]
