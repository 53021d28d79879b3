"""What a page of outputs says, as plain words."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping


def words(outputs: Mapping[str, bytes], name: str) -> str:
    """The words of the page in the folder `name`, without drawings and the marks of notes."""
    main = outputs[f"{name}/index.html"].decode().partition("<main")[2].partition("</main>")[0]
    plain = re.sub(r"<svg.*?</svg>|<(sup|button)\b.*?</\1>|<[^>]*>", " ", main, flags=re.DOTALL)
    return " ".join(html.unescape(plain).replace("\xa0", " ").split())
