"""Names of files and ids: what not every computer can hold, or nobody can see."""

from __future__ import annotations

import os
import re
import unicodedata

from sitegen.model.basics.spelling import slug
from sitegen.problems import Place, Problem
from sitegen.reading.characters import character_name, control

_DEVICES = re.compile(r"(?:con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9-]+")
_FINE = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9]+)?")
_COPY = re.compile(r"[ ()]|[-_](?:copy|kopie|backup|old|\d)\.\w+$", re.IGNORECASE)
_MARKS = re.compile(r'[\\:*?"<>|]')


def id_hint(text: str) -> str | None:
    """None for an id; for any other text the id that is nearest to it, which may be empty."""
    return None if _ID.fullmatch(text) else slug(text)


def is_copy(path: str) -> bool:
    """Whether the name of a file is one that computers give to copies."""
    return _COPY.search(path.rpartition("/")[2]) is not None


def shown_path(path: str) -> str:
    """A path as it can be printed; bytes that are no UTF-8 become a replacement mark."""
    return os.fsencode(path).decode("utf-8", "replace")


def name_problem(path: str) -> Problem | None:
    """The Problem of the first part of a path that a computer of some reader or editor could not hold."""
    message = next((wrong for part in path.split("/") if (wrong := _wrong(part))), None)
    if message is None:
        return None
    return Problem(Place(shown_path(path)), "file-name", message, "rename it: letters, digits, hyphens and one point")


def _wrong(name: str) -> str | None:
    if _FINE.fullmatch(name) and not _DEVICES.fullmatch(name.partition(".")[0]):
        return None  # as most names, for which each of the questions below takes as long as this one
    if name != shown_path(name):
        return "the name of this file is not UTF-8"
    if match := control(name) or re.search(r"[\t\n\r]", name):
        return f"the name of this file holds a character that nobody can see: {character_name(match[0])}"
    if match := _MARKS.search(name):
        return f"the name of this file holds {match[0]} which Windows does not take in names"
    if name.endswith((".", " ")):
        return "the name of this file ends in a point or space, which Windows does not take"
    if _DEVICES.fullmatch(name.partition(".")[0].strip()):
        return f'"{name.partition(".")[0]}" is the name of a device on Windows, and no file there can have it'
    if not unicodedata.is_normalized("NFC", name):
        return "the accents in the name of this file are characters of their own, so that a link to it can miss it"
    return None
