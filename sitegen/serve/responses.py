"""The shelf: one build in memory, and the replies to requests for it. Pure: no server and no file here.

The script that reloads a page is put into pages as they are sent; nothing of it is ever in an output.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

RELOAD_SCRIPT = "/_sitegen/reload.js"
RELOAD_VERSION = "/_sitegen/version"
RELOAD_JS = f"""\
// Asks twice a second which version of the site is served, and reloads when it is another one.
let shown = null;
setInterval(async () => {{
  if (document.hidden) return;
  const answer = await fetch("{RELOAD_VERSION}").catch(() => null);
  if (!answer) return;
  const version = await answer.text();
  if (shown !== null && shown !== version) location.reload();
  shown = version;
}}, 500);
"""
BROKEN = "<!doctype html><html lang=en><title>Problems</title><p>The site has problems. The terminal shows them.</p>"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """One build as it is served. version: names the content, so the same outputs have the same version in any run."""

    outputs: Mapping[str, bytes]
    version: str

    @classmethod
    def of(cls, outputs: Mapping[str, bytes | str]) -> Shelf:
        """The shelf that holds these outputs; text is served as UTF-8."""
        held = {name: text.encode() if isinstance(text, str) else text for name, text in sorted(outputs.items())}
        digest = hashlib.sha256()
        for name, content in held.items():
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        return cls(held, digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a request. kind: its content type. location: where the browser should go instead."""

    status: HTTPStatus
    kind: str
    body: bytes
    location: str | None = None


def reply(shelf: Shelf, target: str) -> Reply:
    """The answer to a request target such as `/briefs/?x=1`; a path that is not there gets the site's own 404 page."""
    parts = urlsplit(target)
    if parts.path == RELOAD_SCRIPT:
        return Reply(HTTPStatus.OK, TYPES[".js"], RELOAD_JS.encode())
    if parts.path == RELOAD_VERSION:
        return Reply(HTTPStatus.OK, TYPES[".txt"], shelf.version.encode())
    name = unquote(parts.path).removeprefix("/")
    if not name or name.endswith("/"):
        name += "index.html"
    if f"{name}/index.html" in shelf.outputs:
        return Reply(HTTPStatus.MOVED_PERMANENTLY, TYPES[".txt"], b"", f"{parts.path}/")
    if name in shelf.outputs:
        return _page(HTTPStatus.OK, name, shelf.outputs[name])
    if not shelf.outputs:
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, "x.html", BROKEN.encode())
    return _page(HTTPStatus.NOT_FOUND, "404.html", shelf.outputs.get("404.html", b"<p>Not found</p>"))


def _page(status: HTTPStatus, name: str, content: bytes) -> Reply:
    """The output as it is sent: HTML with the script that reloads it."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".html":
        script = f'<script src="{RELOAD_SCRIPT}" defer></script>'.encode()
        head, body, tail = content.rpartition(b"</body>")
        content = head + script + body + tail if body else content + script
    return Reply(status, TYPES.get(suffix, "application/octet-stream"), content)
