"""The catalogues of words, `en.po` and its like: messages by id, those that depend on a number by plural form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Literal, get_args

from sitegen.cache import Memory
from sitegen.words.locales import locale_of

Plural = Literal["zero", "one", "two", "few", "many", "other"]
PLURALS: tuple[Plural, ...] = get_args(Plural)
"""The forms that a word may have beside a number, as the Unicode CLDR calls them."""

Message = str | Mapping[Plural, str]
"""What one message says: a sentence with slots in braces, or one such sentence for each plural form."""
Messages = Mapping[str, Message]

SOURCE = "en"
"""The language that every message has; a language without a catalogue of its own is served by it."""
SLOT = re.compile(r"\{([a-z_]+)\}")

_read_already: dict[str, Messages] = {}  # of files of the package, which stay as they are


@cache
def spoken(language: str) -> str:
    """The language of the catalogue that serves a language: its own, or that of the source."""
    return language if _file(language).is_file() else SOURCE


def catalogue(language: str, memory: Memory | None = None) -> Messages:
    """Every message of a language that has a catalogue.

    memory: what an earlier process read is there, or is kept there; it is asked once a language.
    """
    if language not in _read_already:
        memory = memory or Memory()
        _read_already[language] = memory.remember(memory.key("catalogue", language), partial(_read, language))
    return _read_already[language]


def plurals(language: str) -> tuple[Plural, ...]:
    """The plural forms of a language in the order of the CLDR, which is that of msgstr[0], msgstr[1] … in its file."""
    known = {*locale_of(language).plural_form.tags, "other"}
    return tuple(form for form in PLURALS if form in known)


def forms(message: Message) -> tuple[str, ...]:
    """Every sentence of a message."""
    return (message,) if isinstance(message, str) else tuple(message.values())


def slots_of(message: Message) -> frozenset[str]:
    """The names of the slots of a message."""
    return frozenset(name for form in forms(message) for name in SLOT.findall(form))


def _file(language: str) -> Path:
    return Path(__file__).parent / f"{language}.po"


def _read(language: str) -> Messages:
    return dict(_messages(language))


def _messages(language: str) -> Iterator[tuple[str, Message]]:
    from babel.messages.pofile import read_po

    with _file(language).open(encoding="utf-8") as file:
        for message in read_po(file, locale=language, abort_invalid=True):
            match message.id, message.string:
                case (str(id), str(text)) if id:
                    yield id, text
                case ((str(id), *_), (list() | tuple()) as texts):
                    yield id, dict(zip(plurals(language), texts, strict=True))
