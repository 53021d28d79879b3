"""Addresses on the web that authors write: whole, and without a secret in them."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address
from unicodedata import is_normalized, normalize
from urllib.parse import SplitResult, quote, unquote, urlsplit

from sitegen.problems import Place, Problem
from sitegen.reading.patterns import later
from sitegen.reading.reach import astray, not_of_the_web
from sitegen.reading.schemes import is_elsewhere

_PLAIN = later(r"https?://[^\s<>\"\\\x00-\x1f\x7f]+", re.IGNORECASE)
_HOST = later(r"[\w-]+(?:\.[\w-]+)+\.?|localhost")
_NETLOC = later(r"(\[[^\[\]]*\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
_OTHER = later(r"[\w-]*[^\W\x00-\x7f][\w-]*")
_STEP = later(r"\w[\w.~-]*(?<![.])")
_PATH = "/%:@!$&'()*+,;=~"
_PAGES = {"github.com": "github.io", "gitlab.com": "gitlab.io", "codeberg.org": "codeberg.page"}
LONGEST = 200
"""The most bytes of one step of an address: file systems take names of up to 255."""
_LINK = later(r"\[[^\]]*\]\(\s*<?(https?://[^\s()<>]+)>?\s*\)|<(https?://[^\s<>]+)>")
_WHOLE = "write the whole address, https://…"


class AddressError(ValueError):
    """What is wrong with an address, in a sentence, and how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint


def web_address(text: str) -> str:
    """The address as written; raises AddressError if it leads no reader to a page, or holds a password."""
    if (wrong := not_of_the_web(text) or astray(text, _parts(text))) is not None:
        raise AddressError(*wrong)
    return text


def site_address(text: str) -> str:
    """The address of a site as machines write it, which ends in a slash.

    Raises AddressError if it is none, or has a query or fragment.
    """
    parts = _parts(text)
    if "?" in text or "#" in text:
        raise AddressError("the address of the site has no ? and no #", f"write {re.split('[?#]', text)[0]}")
    path = parts.path.rstrip("/")
    if (pages := _PAGES.get(parts.netloc.lower().removeprefix("www."))) is not None:
        message = f"this is a repository on {parts.netloc}, and not the site that is published from it"
        raise AddressError(message, f"write {_published(path, pages)}, or the address at which readers see the site")
    if page := re.search(r"[^/]+\.(?:html?|php|aspx?)\Z", path):
        hint = f"write {text.rstrip('/').removesuffix(page[0])}: the folder in which the pages stand"
        raise AddressError(f'"{page[0]}" is one page, and this is the address of the whole site', hint)
    if path and any(step in ("", ".", "..") for step in re.split(r"[/\\]", unquote(path))[1:]):
        raise AddressError(
            "the path of the site has an empty step, . or .. in it", "write it as it stands in a browser"
        )
    return f"{parts.scheme}://{_machines(parts.netloc)}{quote(path, safe=_PATH)}/"


def old_address(text: str) -> str:
    """An address on the site as it was before, from its home on; raises AddressError if no file could stand there."""
    if is_elsewhere(text):
        message = f'"{text}" is a whole address, and an alias is a part of one'
        raise AddressError(message, "write only what stands behind the address of the site, as /old-page/")
    if "?" in text or "#" in text:
        raise AddressError(f'no file can stand at "{text}": it has a ? or #', f"write {re.split('[?#]', text)[0]}")
    if "%" in text:
        raise AddressError(f'"{text}" has letters as codes', f"write {unquote(text)}: the letters themselves")
    steps = text.strip("/").split("/")
    if not text.startswith("/") or any(not step.strip(".") for step in steps):
        hint = (
            f"write it from the home page of the site on, as /{'/'.join(filter(_STEP.fullmatch, steps)) or 'old-page'}/"
        )
        raise AddressError(f'"{text}" is no address on the site', hint)
    if wrong := next((step for step in steps if not _STEP.fullmatch(step) or len(step.encode()) > LONGEST), None):
        hint = f"take letters, digits, hyphens and points, at most {LONGEST} bytes between two slashes"
        raise AddressError(f'"{wrong}" cannot stand in an address here', hint)
    if not is_normalized("NFC", text):
        raise AddressError(f'the accents in "{text}" are characters of their own', "type the letters again")
    if not text.endswith(("/", ".html", ".htm")):
        raise AddressError(f'"{text}" is neither a folder nor a page of HTML', f"write {text}/")
    return text


def remote_image(place: Place, target: str = "") -> Problem:
    """The Problem of an image that lies on another site, or on the computer of whoever wrote the text."""
    message, hint = "an image of another site is not shown", "put the file beside this document and name it here"
    if re.match(r"[A-Za-z]:[\\/]|file:", target):
        message = "this is a file of one computer, which no reader has"
    if target[:5].lower() == "data:":
        message, hint = "a picture was pasted into the text", "save it as a file beside this document and name it here"
    return Problem(place, "remote-image", message, hint)


def _parts(text: str) -> SplitResult:
    if link := _LINK.fullmatch(text.strip()):
        raise AddressError("a link of Markdown stands here: an address is written alone", f"write {link[1] or link[2]}")
    none = AddressError(f'"{text}" is not a web address', _WHOLE)
    if re.search(r"\S\s+\S", text):
        raise AddressError(f'"{text}" is not a web address: a space stands in it', f"write {'%20'.join(text.split())}")
    if not _PLAIN.fullmatch(text):
        bare = text.removeprefix("//")
        whole = f"https://{bare}" if "." in bare.partition("/")[0] and _HOST.fullmatch(bare.partition("/")[0]) else ""
        raise AddressError(none.message, f"write the whole address, {whole}") if _PLAIN.fullmatch(whole) else none
    try:
        parts = urlsplit(text)
    except ValueError:
        raise none from None
    if "@" in parts.netloc:
        raise AddressError("this address holds a user name or password, which every reader would see", "leave it out")
    if not _is_host(parts.netloc):
        raise none
    return parts


def _published(path: str, pages: str) -> str:
    """Where what is published from a repository stands, unless it has a host of its own."""
    owner, _, name = path.strip("/").partition("/")
    host, name = f"{owner.lower() or 'name'}.{pages}", name.partition("/")[0].removesuffix(".git")
    return f"https://{host}/" if name.lower() in ("", host) else f"https://{host}/{name}/"


def _machines(netloc: str) -> str:
    """A host as the network knows it: a part with other letters than ASCII is in Punycode, and so in small ones."""
    return _OTHER.sub(lambda part: _punycode(normalize("NFKC", part[0].lower())), netloc)


def _punycode(part: str) -> str:
    return part if part.isascii() else f"xn--{part.encode('punycode').decode()}"


def _is_host(netloc: str) -> bool:
    """Whether it is a host with at most a port: a name with a point, localhost, or a number."""
    match = _NETLOC.fullmatch(netloc)
    if match is None or (match[2] is not None and not 0 < int(match[2]) < 65536):
        return False
    if not match[1].startswith("["):
        return _HOST.fullmatch(match[1]) is not None
    try:
        IPv6Address(match[1][1:-1])
    except AddressValueError:
        return False
    return True
