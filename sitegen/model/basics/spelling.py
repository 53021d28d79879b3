"""Names in Latin letters: the order in which readers find them, and the ids that are made of them."""

from __future__ import annotations

import re


def latin(text: str) -> str:
    """A text in ASCII: letters without accents, other scripts by their sound ("Łódź" as Lodz, "重庆" as ZhongQing)."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return anyascii(text)


def sort_key(name: str) -> tuple[str, str]:
    """Sorts names for readers, whatever their script: a capital beside its small letter, an accent beside none."""
    return latin(name).casefold(), name


def slug(text: str) -> str:
    """The id that a text gives: small letters, digits and hyphens; "" if it has neither letter nor digit."""
    return re.sub(r"[^a-z0-9]+", "-", latin(text).casefold()).strip("-")
