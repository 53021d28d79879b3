"""The ids that stand in the HTML of a page, whoever wrote them: an author, a view or a template."""

from __future__ import annotations

import re
from html import unescape

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))(?=[^<>]*>)""")  # in a tag, and not in a text


def ids_in(html: str) -> tuple[str, ...]:
    """The ids in order, in whatever quotes."""
    return tuple(unescape(one or two or three) for one, two, three in _ID.findall(html))
