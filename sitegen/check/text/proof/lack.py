"""A word of a claim that its check does not bear out."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.check.text.wording import Word


class Lack(NamedTuple):
    """A word that the check of a claim does not test, and what to say of it."""

    word: Word
    message: str
    hint: str
