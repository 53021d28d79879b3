"""Addresses that lead no reader to a document: redirects, those cut when they were copied, and those of one machine."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qs, unquote

from sitegen.reading.patterns import later

_WEB = "write the address that the document has on the web"
_WHOLE = "open the document, and copy its whole address from the bar of the browser"
_REDIRECTS = later(
    r"(?:www\.)?google\.[a-z.]+/url|(?:lm?|www)\.facebook\.com/l\.php|l\.instagram\.com/|(?:www\.)?linkedin\.com/(?:redir|safety)/"
    r"|[\w.-]*safelinks\.protection\.outlook\.com/|(?:www\.)?duckduckgo\.com/l/|(?:www\.)?youtube\.com/redirect"
    r"|slack-redir\.net/link|out\.reddit\.com/|vk\.com/away\.php|t\.umblr\.com/redirect"
)
_KEYS = ("q", "url", "u", "uddg", "to", "z")
_AMP = later(r"(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(.+)")
_CUT = later(r"…|\.{3,}(?=/|\Z)")
_LOCAL = later(r"(?:.+\.)?(?:localhost|local|lan|internal|intranet|corp|home)")
_FILE = later(r"file:|[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/", re.IGNORECASE)
_INNER = later(r"(?:view-source|chrome-extension|moz-extension|read|feed|blob|reader)[:/].*?(https?://\S+)")


def astray(text: str, parts: SplitResult) -> tuple[str, str] | None:
    """What is wrong with a whole address of the web, and how to write it; None if it may lead to a document."""
    host = (parts.hostname or "").rstrip(".")
    if _of_one_machine(host):
        return f'"{host}" is a machine of your own or of your office, which no reader reaches', _WEB
    if cut := _CUT.search(text):
        return f'"{cut[0]}" stands where a part was left out when the address was copied', _WHOLE
    page = f"{host}{parts.path}"
    if _REDIRECTS.match(page):
        inner = next((found[0] for key in _KEYS if (found := parse_qs(parts.query).get(key))), "")
        hint = f"write {inner}" if inner.startswith("http") else _WHOLE
        return f"this address of {host} only leads on to another one", hint
    if amp := _AMP.fullmatch(page):
        return f"this address of {host} only leads on to another one", f"write https://{unquote(amp[1])}"
    return None


def not_of_the_web(text: str) -> tuple[str, str] | None:
    """What is wrong with an address that has no place on the web, and how to write it; None if that cannot be told."""
    if _FILE.match(text):
        return "this is a file of one computer, which no reader has", _WEB
    if inner := _INNER.match(text):
        return "this is an address within a browser, which leads no reader anywhere", f"write {inner[1]}"
    return None


def _of_one_machine(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return _LOCAL.fullmatch(host) is not None
