"""The shelf: one build in memory, and the replies to requests for it. Pure: no server and no file here.

The script that reloads a page is put into pages as they are sent; nothing of it is ever in an output.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from html import escape
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

from sitegen.cache import digest
from sitegen.problems import Place
from sitegen.serve.panel import NOTHING, PANEL_STYLE, Panel, file_address, places_script, style
from sitegen.urls import ASSETS

RELOAD_SCRIPT = "/_sitegen/reload.js"
RELOAD_VERSION = "/_sitegen/version"
RELOAD_JS = f"""\
// Asks for another version of this page, which the server answers when there is one, and shows it. Only a page that is
// looked at asks: browsers hold six connections to a server at most.
const {{ page, shown }} = document.currentScript.dataset;
const question = `{RELOAD_VERSION}?page=${{encodeURIComponent(page)}}&shown=${{shown}}`;
const seen = (done) => addEventListener("visibilitychange", done, {{ once: true }});
(async () => {{
  for (;;) {{
    if (document.hidden) await new Promise(seen);
    const stop = new AbortController();
    addEventListener("visibilitychange", () => stop.abort(), {{ signal: stop.signal }});
    const asked = fetch(question, {{ signal: stop.signal }});
    const answer = await asked.then((found) => found.ok && found.text()).catch(() => null);
    stop.abort();
    if (answer && answer !== shown) return location.reload();
    if (!answer && !document.hidden) await new Promise((done) => setTimeout(done, 500));
  }}
}})();
// The panel of problems stays as its reader left it, until it reports something else; Escape folds it.
{{
  const host = document.getElementById("sitegen-panel");
  const panel = host?.shadowRoot?.querySelector("details");
  if (panel) {{
    const key = `sitegen-panel-${{host.dataset.report}}`;
    if (sessionStorage.getItem(key) !== null) panel.open = sessionStorage.getItem(key) === "open";
    panel.addEventListener("toggle", () => sessionStorage.setItem(key, panel.open ? "open" : "folded"));
    addEventListener("keydown", (event) => {{ if (event.key === "Escape") panel.open = false; }});
  }}
}}
"""
PLACES_SCRIPT = "/_sitegen/places.js"
PLACE = "/_sitegen/place"
EMPTY = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    b"<title>sitegen</title><p>The site is being built. This page shows it as soon as it is ready.</p>"
)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
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


_SHOWN = re.compile(rb'\ssrc="([^"?#]+)"')


class Shelf(Struct, frozen=True, dict=True):
    """One build as it is served: content by path, and the panel of what the last build reported.

    place: where in the files a number or paragraph of a page is written, by the page's path, a link and a text.
    """

    outputs: Mapping[str, bytes]
    panel: Panel = NOTHING
    place: Callable[[str, str, str], Place | None] = lambda page, link, text: None

    def version(self, page: str) -> str:
        """Names what a browser shows of a page, by its path: its content, the assets, and its pictures."""
        content = self.outputs.get(page, self.outputs.get("404.html", b""))
        pictures = (self.outputs[name] for name in self._pictures(page, content))
        return digest([content, self._assets.encode(), self.panel.html(empty=False).encode(), *pictures])

    @cached_property
    def _assets(self) -> str:
        return digest(content for name, content in sorted(self.outputs.items()) if name.startswith(ASSETS[1:]))

    def _pictures(self, page: str, content: bytes) -> Iterator[str]:
        for target in dict.fromkeys(_SHOWN.findall(content)):
            name = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), unquote(target.decode())))[1:]
            if name in self.outputs and not name.startswith(ASSETS[1:]):
                yield name


class Reply(Struct, frozen=True):
    """An answer to a request. kind: its content type. location: where the browser should go instead.

    page: the path of the page that is sent, or "".
    """

    status: HTTPStatus
    kind: str
    body: bytes
    location: str | None = None
    page: str = ""


class Wait(NamedTuple):
    """A browser's question for another version of the page that it shows, by the path of the page."""

    page: str
    shown: str


def wait(target: str) -> Wait | None:
    """What a request waits for; None if it is to be answered at once."""
    parts = urlsplit(target)
    asked = parse_qs(parts.query)
    return Wait(asked.get("page", [""])[0], asked.get("shown", [""])[0]) if parts.path == RELOAD_VERSION else None


def reply(shelf: Shelf, target: str) -> Reply:
    """The answer to a request target such as `/briefs/?x=1`; a path that is not there gets the site's own 404 page."""
    parts = urlsplit(target)
    if parts.path == RELOAD_SCRIPT:
        return Reply(HTTPStatus.OK, TYPES[".js"], RELOAD_JS.encode())
    if parts.path == PANEL_STYLE:
        return Reply(HTTPStatus.OK, TYPES[".css"], style())
    if parts.path == PLACES_SCRIPT:
        return Reply(HTTPStatus.OK, TYPES[".js"], places_script())
    if parts.path == PLACE:
        return Reply(HTTPStatus.OK, TYPES[".json"], _place(shelf, parse_qs(parts.query)))
    name = unquote(parts.path).removeprefix("/")
    if not name or name.endswith("/"):
        name += "index.html"
    if f"{name}/index.html" in shelf.outputs:
        return Reply(HTTPStatus.MOVED_PERMANENTLY, TYPES[".txt"], b"", f"{parts.path}/")
    if name in shelf.outputs:
        return _sent(HTTPStatus.OK, name, name, shelf)
    return _sent(HTTPStatus.NOT_FOUND if shelf.outputs else HTTPStatus.SERVICE_UNAVAILABLE, "404.html", name, shelf)


def _place(shelf: Shelf, asked: Mapping[str, list[str]]) -> bytes:
    """Where what a browser points at is written, as JSON: the address that opens it, and the place in words."""
    page, link, text = (asked.get(key, [""])[0] for key in ("page", "link", "text"))
    found = shelf.place(page, link, text)
    if found is None:
        return b"null"
    href, words = file_address(shelf.panel.folder, found)
    return json.dumps({"href": href, "words": words}).encode()


def _sent(status: HTTPStatus, output: str, asked: str, shelf: Shelf) -> Reply:
    """The output as it is sent for what was asked: a page with the panel of problems and the script that reloads it."""
    content = shelf.outputs.get(output, EMPTY)
    suffix = PurePosixPath(output).suffix.lower()
    kind = TYPES.get(suffix, "application/octet-stream")
    if suffix != ".html":
        return Reply(status, kind, content)
    data = f'data-page="{escape(asked)}" data-shown="{shelf.version(asked)}"'
    panel = shelf.panel.html(empty=not shelf.outputs)
    scripts = f'<script src="{RELOAD_SCRIPT}" {data} defer></script><script src="{PLACES_SCRIPT}" defer></script>'
    script = f"{panel}{scripts}".encode()
    head, body, tail = content.rpartition(b"</body>")
    return Reply(status, kind, head + script + body + tail if body else content + script, page=asked)
