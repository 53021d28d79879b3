"""The names of the regions of a page, whoever wrote them: a screen reader lists them, so no two have one name."""

from __future__ import annotations

import re

from markupsafe import Markup

from sitegen.words import Locale

_REGION = re.compile(r'(<[^<>]*\srole="region"[^<>]*\saria-label=")([^"]*)')


def told_apart(html: str, locale: Locale) -> str:
    """The HTML in which a region that is named as one before it has a number behind its name."""
    if html.count('role="region"') < 2:  # most pages have none, and to look for their names takes longer
        return html
    names: set[str] = set()

    def named(region: re.Match[str]) -> str:
        name, number = region[2], 1
        while name in names:
            number += 1
            name = str(locale.say("frame.again", name=Markup(region[2]), number=number))
        names.add(name)
        return region[1] + name

    return _REGION.sub(named, html)
