"""What a file is that has the name of a picture or of a font and is none: told by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AGAIN = "save the picture itself: in the browser, right-click it and choose Save image as"
_EXPORT = "export it as JPEG or PNG, and put that file in its place"
_KINDS: Sequence[tuple[bytes, str, str]] = (
    (rb"\Z", "the file is empty", "put the picture in its place"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg\b", "it looks like SVG", "name it .svg"),
    (rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|!--|\?xml)", "it looks like HTML", _AGAIN),
    (rb"version https://git-lfs", "it looks like a pointer of Git LFS", "run git lfs pull"),
    (rb"%PDF", "it looks like PDF", "name it .pdf, or export a page of it as PNG"),
    (rb"PK\x03\x04", "it looks like a document of Office or a ZIP", _EXPORT),
    (rb".{4}ftyp(?:hei|hev|mif1|msf1)", "it looks like HEIC, the format of a telephone", _EXPORT),
    (rb".{4}ftyp(?:isom|mp4|qt)", "it looks like a film", "export one picture of it as JPEG or PNG"),
    (rb"II\*\0|MM\0\*", "it looks like TIFF", _EXPORT),
    (rb"BM.{4}\0\0\0\0", "it looks like BMP", _EXPORT),
    (rb"8BPS", "it looks like a file of Photoshop", _EXPORT),
    (rb"[{\[]\s*[\"{\[]", "it looks like JSON", _AGAIN),
)
_PIXELS = rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|.{4}ftypavi[fs]|\0\0[\1\2]\0|.{4}ftyp.{4,60}avi[fs]"
"""How PNG, JPEG, GIF, WebP, AVIF and ICO begin."""


def pretended(content: bytes) -> tuple[str, str] | None:
    """What a content is that browsers show as no picture made of pixels, with what to do; None if it may be one."""
    head = content[:4096]
    if re.match(_PIXELS, head, re.DOTALL):
        return None
    found = ((what, hint) for pattern, what, hint in _KINDS if re.match(pattern, head, re.IGNORECASE | re.DOTALL))
    return next(found, ("it does not begin as a picture does", _AGAIN))


_DESKTOP = rb"\x00\x01\x00\x00|true|OTTO"
_FONTS = {".ttf": _DESKTOP, ".otf": _DESKTOP, ".woff": rb"wOFF", ".woff2": rb"wOF2"}
"""How fonts begin, by how their names end."""


def no_font(name: str, content: bytes) -> tuple[str, str] | None:
    """What a content is that has the name of a font and is none, with what to do; None if it may be one, or is not
    named so."""
    begins = next((begins for ending, begins in _FONTS.items() if name.endswith(ending)), None)
    if begins is None or re.match(begins, content):
        return None
    what, hint = pretended(content) or ("it looks like a picture", "")
    hint = hint if "git lfs" in hint else "put the file of the font itself in its place"
    return what.replace("a picture does", "a font does"), hint
