"""The locale of a site, as Babel knows it."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=16)
def locale_of(name: str) -> Locale:
    """The Babel locale of a name such as `en`, `en_GB` or `en-GB`."""
    return Locale.parse(name.replace("-", "_"))
