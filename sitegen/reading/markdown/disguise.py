"""Links that show one address and lead to another: `[www.acme.example](https://example.org)`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from sitegen.model.basics.text import STRING
from sitegen.model.body import Body, Element, Node, Slot, walk
from sitegen.problems import Problem
from sitegen.reading.markdown.faults import Fault
from sitegen.reading.patterns import later

_NAME = r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_][\w-]+"
_ADDRESS = later(rf"(?:[a-z][a-z+]*:)?//(?:[^\s/?#@]*@)?([^\s/?#:]+)|(?<![\w.-])(www\.[\w.-]*[\w-])|@({_NAME})")
_ALONE = later(rf"\W*({_NAME})\.?(?::\d+)?(?:[/?#]\S*)?\W*")
_FILE = later(r".*\.(?:avif|csv|gif|html?|jpe?g|js|json|pdf|png|svg|txt|webp|xlsx?|xml|ya?ml)")
_SAYS = later(r"\s*(?:lit|holds)\b")
_POINTS = str.maketrans("。․", "..")


def disguised(body: Body) -> Iterator[Problem]:
    """The Problem of every link whose words read as an address of another host than it leads to."""
    for element in walk(body.tree):
        if isinstance(element, Element) and element.tag == "a" and element.link is not None:
            link = body.links[element.link]
            if host := _host(link.target):
                hosts = (shown for words in _texts(element) for shown in _shown(words))
                if other := next((shown for shown in hosts if not _belong(shown, host)), None):
                    yield Fault.disguised.at(link.place, other)


def _texts(link: Element) -> Iterator[str]:
    """What a link shows: its words, and each text that stands for a picture or appears under the pointer."""
    nodes = list(walk([link]))
    yield "".join(map(_words, nodes))
    for node in nodes:
        if isinstance(node, Element):
            for _, value in (pair for pair in node.attributes if pair[0] in ("alt", "title")):
                yield "".join(map(_words, value))


def _words(node: Node) -> str:
    """What a reader sees of a node itself; of an expression the words that it is given."""
    if isinstance(node, Slot):
        said = STRING.search(node.expression.source) if _SAYS.match(node.expression.source) else None
        return said[0][1:-1] if said else ""
    return node if isinstance(node, str) else ""


def _host(target: str) -> str | None:
    """The host that a link leads to, of `mailto:` that of the first address; None within the site."""
    try:
        parts = urlsplit(target.strip())
        host = parts.path.partition("@")[2].partition(",")[0] if parts.scheme == "mailto" else parts.hostname
    except ValueError:  # it is no address, which is another Problem
        return None
    return _plain(host) if host else None


def _shown(words: str) -> Iterator[str]:
    """The hosts that a reader takes words for; a single name such as `report.pdf` is that of a file."""
    read = unicodedata.normalize("NFKC", words).translate(_POINTS).lower()
    if "." not in read and "//" not in read:
        return
    for match in _ADDRESS.finditer(read):
        yield _plain(match[match.lastindex or 0])
    if (alone := _ALONE.fullmatch(read)) and not _FILE.fullmatch(alone[1]):
        yield _plain(alone[1])


@lru_cache(maxsize=1024)  # a site leads to the same few hosts
def _plain(host: str) -> str:
    """A host in the form in which two are compared."""
    host = unicodedata.normalize("NFKC", host).translate(_POINTS).lower().rstrip(".").removeprefix("www.")
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _belong(one: str, other: str) -> bool:
    """Whether one of two hosts is the other, or lies below it."""
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")
