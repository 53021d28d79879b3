"""What other programs write between two braces: told by its name, with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_FILE = r"[\w./ -]+\.(?:png|jpe?g|gif|webp|svg|avif)"
_QUOTE = "begin a quote with a bold word: > **Note** …"
_WORDS = "write the words that it stands for"
_LIQUID = r"relative_url|absolute_url|markdownify|date_to_\w+|date\s*:|escape|safe|url|asset_url|safeHTML|relURL|absURL"
_CITED = r"cite (?:web|news|book|journal|report|press release)|citation needed|sfn|reflist|infobox\b|main\s*\||see also"
_DIALECTS: Sequence[tuple[str, str, str]] = (
    (
        rf"[<%]\s*(?:figure|img|image)\b.*?[\"'= ]({_FILE})[\"'\s>%].*[>%]",
        "a shortcode of Hugo",
        r"write ![what it shows](\1)",
    ),
    (r"[<%]\s*(?:rel)?ref\s+[\"']?([^\"'\s>%]+).*[>%]", "a shortcode of Hugo", r"write [words](\1)"),
    (
        r"[<%]\s*(?:youtube|vimeo|tweet|x|instagram|gist)\b.*[>%]",
        "a shortcode of Hugo",
        "link what it shows: [Watch the video](https://…)",
    ),
    (r"[<%]/?\s*(?:notice|callout|alert|admonition|hint|note|tip|info|warning)\b.*[>%]", "a shortcode of Hugo", _QUOTE),
    (r"[<%].*[>%]", "a shortcode of Hugo", "delete it, or write in Markdown what it shows"),
    (
        r"-?\s*(?:\.|\$\w*\.)[A-Za-z].*|-?\s*(?:partial|with|range|template|i18n|end)(?:\s[^(@]*)?",
        "a command of Hugo",
        _WORDS,
    ),
    (
        rf"(?i:{_CITED}).*|[A-Za-z][\w -]*\|\s*[\w -]+=.*",
        "a template of Wikipedia",
        'write in Markdown what it shows; a source of the data is named by {{ cite("source-id") }}',
    ),
    (rf"(?:.*[\"'])?({_FILE})[\"']?\s*\|\s*(?:{_LIQUID})\b.*", "an address of Jekyll", r"write ![what it shows](\1)"),
    (
        rf"(?:site|page|layout|include|post|content|paginator|forloop)\.[\w.]+(?:[\s|][^@]*)?|[^(]*\|\s*(?:{_LIQUID})(?:[\s|].*)?",
        "a command of Jekyll, Eleventy or Jinja",
        f"{_WORDS}; a file is linked by its path from this text: [words](report.pdf)",
    ),
    (r"[#/>^@]\s*[A-Za-z][\w./-]*(?:\s[^(]*)?|else|!--.*", "a command of Handlebars or Mustache", _WORDS),
)
_COMPILED = [(re.compile(pattern, re.DOTALL), what, hint) for pattern, what, hint in _DIALECTS]


class Dialect(NamedTuple):
    """what: the thing between braces, as its program calls it. hint: what to write instead."""

    what: str
    hint: str


def dialect(source: str) -> Dialect | None:
    """What the source of an expression is in another program; None if it may be an expression of ours."""
    for pattern, what, hint in _COMPILED:
        if match := pattern.fullmatch(source):
            return Dialect(what, match.expand(hint))
    return None
