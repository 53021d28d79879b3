"""The locale of a site, as Babel knows it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Babel is loaded when it is asked: a build that finds nothing changed does without
    from babel import Locale


@lru_cache(maxsize=16)
def locale_of(name: str) -> Locale:
    """The Babel locale of a name such as `en`, `en_GB` or `en-GB`."""
    from babel import Locale

    return Locale.parse(name.replace("-", "_"))


def known_locale(name: str) -> Locale | None:
    """The Babel locale of a name, or None if Babel knows none."""
    from babel import UnknownLocaleError

    try:
        return locale_of(name)
    except (UnknownLocaleError, ValueError):
        return None
