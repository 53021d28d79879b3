"""The scheme of an address as a browser reads it, which leaves some characters out before it looks."""

from __future__ import annotations

from sitegen.reading.patterns import later

SCHEMES = ("http", "https", "mailto")
"""Those with which a link may lead out of the site."""
_SCHEME = later(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = later(r"[\x00-\x20\x7f-\xa0]")
MAY_BE_SCHEME = r"[A-Za-z0-9+.\x00-\x20\x7f-\xa0-]+"
"""A pattern of what may be a scheme, with what is left out in it."""


def as_read(target: str) -> str:
    """A target without the characters that browsers leave out."""
    return _IGNORED.sub("", target)


def scheme_of(target: str) -> str | None:
    """The scheme of a link's target in lower case, or None for one without."""
    scheme = _SCHEME.match(as_read(target))
    return None if scheme is None else scheme[1].lower()


def is_elsewhere(target: str) -> bool:
    """Whether a browser would take a link's target from another site: it has a scheme, or begins with two slashes."""
    return scheme_of(target) is not None or as_read(target).replace("\\", "/").startswith("//")


def is_safe(target: str) -> bool:
    """Whether a target is relative, a wiki link, or uses http, https or mailto, as a browser would read it."""
    scheme = scheme_of(target)
    return scheme is None or scheme in SCHEMES
