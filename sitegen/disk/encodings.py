"""Which encoding a text has that is not UTF-8: guessed from its bytes, so that a message names it and shows a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.problems import Place, Problem

_HIGH = re.compile(rb"[\x80-\xff]+")
# Two bytes of which the first begins a common character of East Asia, or four of any. In Windows-1252 the first would
# be no small letter with an accent (0xDF and above), no quotation mark, no dash and no space.
_PAIRS = re.compile(rb"[\x81-\x84\x86-\x90\x98-\x9f\xa1-\xd7][\x80-\xff]|[\x81-\x9f\xa1-\xff]{4}")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Encoding(NamedTuple):
    """name: as editors call it. codec: as Python does."""

    name: str
    codec: str


def guessed(content: bytes) -> Encoding | None:
    """The encoding of a content that is not UTF-8; None if it is UTF-8, or no text."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _if_text(content, Encoding("UTF-16", codec))
    if b"\0" in content and not (_is_utf8(content) and content.count(0) * 3 < len(content)):
        even, odd = content[0::2].count(0), content[1::2].count(0)
        return _if_text(content, Encoding("UTF-16", "utf-16-le" if odd > even else "utf-16-be"))
    return None if _is_utf8(content) else _of_bytes(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def not_utf8(path: str, content: bytes) -> Problem | None:
    """The Problem of a text in another encoding, at the first character that UTF-8 would write in other bytes; or of
    what is no text. path: of its file."""
    if (encoding := guessed(content)) is not None:
        lines = content.decode(encoding.codec).removeprefix("\ufeff").splitlines() or [""]
        number, line = next(((n, line) for n, line in enumerate(lines, 1) if not line.isascii()), (1, lines[0]))
        column = next((at for at, char in enumerate(line, 1) if not char.isascii()), 1)
        message = f"the file is not UTF-8: it looks like {encoding.name}"
        hint = "open it in that encoding, look whether this line is right, and save it as UTF-8"
        return Problem(Place(path, number, column), "unreadable-file", message, hint)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        message = f"what stands in line {number} is not text"
        return Problem(Place(path, number), "unreadable-file", message, "put a file of UTF-8 text in its place")
    return None


def _of_bytes(content: bytes) -> Encoding | None:
    """Characters of East Asia are pairs of bytes, most of them high; an accent is a high byte among letters."""
    runs = _HIGH.findall(content)
    if sum(_PAIRS.match(run) is not None for run in runs) * 2 > len(runs):
        for each in (Encoding("GB18030, or Big5", "gb18030"), Encoding("Big5", "big5")):
            if _if_text(content, each):
                return each
    return _if_text(content, Encoding("Windows-1252 or Latin-1", "cp1252"))


def _if_text(content: bytes, encoding: Encoding) -> Encoding | None:
    """The encoding, if the content can be read in it and holds nothing that no text holds."""
    try:
        text = content.decode(encoding.codec)
    except UnicodeDecodeError:
        return None
    return None if any(char < " " and char not in "\t\n\r\f" for char in text) else encoding
