"""How other programs mark up a text: what each sign is called, and what Markdown writes in its place.

In the words for a sign, and in what to write, `\\1` stands for a part of the match.
"""

from __future__ import annotations

from collections.abc import Sequence

_QUOTE = "begin a quote with a bold word: > **Note** …"
_LINK = r"write [\2](\1)"
ROW = "write | One | Two |, and |---|---| on the line below the first row"

MARKS: Sequence[tuple[str, str, str]] = (
    (r"\A\[![A-Za-z]+\]", "a coloured note of GitHub or Obsidian", _QUOTE),
    (r"\A\[[ xX]\](?=\s)", "a box to tick", "write the item without the brackets"),
    (
        r"^([•●○◦▪■□‣·➢❖✓➤\uf0a7\uf0b7])[ \t\u00a0]*(?=\S)",
        r"\1 begins no list",
        "write - and a space in its place: - one",
    ),
    (r"^([–—−])[ \u00a0](?=[^\n]*\n[–—−][ \u00a0])", r"\1 begins no list", "write - and a space in its place: - one"),
    (r"^(?:!!!|\?\?\?)\+?[ ]*\w+", "a note of MkDocs", _QUOTE),
    (r"^:{3,}[ ]*\w*", "a box of another program", _QUOTE),
    (r"^\.\. [\w-]+::", "a command of reStructuredText", f"{_QUOTE}; a picture is ![what it shows](hall.jpg)"),
    (r"(?<![\w:/]):[a-z]+:\0+", "a role of reStructuredText", "write the words alone, or a link: [words](address)"),
    (r"\0+__?(?![\w_])", "a link of reStructuredText", "write [words](https://…)"),
    (r"^image::?([^\s\[]+)\[[^\]\n]*\]", "a picture of AsciiDoc", r"write ![what it shows](\1)"),
    (r"\blink:([^\s\[]+)\[([^\]\n]*)\]", "a link of AsciiDoc", _LINK),
    (r"^={2,6} (\S[^\n=]*?)[ ]*=*$", "a heading of Wikipedia or AsciiDoc", r"write ## \1"),
    (r"^h[1-6]\. (\S[^\n]*)$", "a heading of Jira", r"write ## \1"),
    (
        r"\{(?:code|quote|panel|info|note|noformat|color)(?::[^}\n]*)?\}",
        "a box of Confluence or Jira",
        "delete it; " + _QUOTE,
    ),
    (r"(?<![\w'])'''(?=\w)([^'\n]+)'''(?!\w)", "bold words of Wikipedia", r"write **\1**"),
    (r"(?<![\w'])''(?=\w)([^'\n]+)''(?![\w'])", "sloping words of Wikipedia", r"write *\1*"),
    (r"\[(https?://[^\s\]]+) ([^\]\n]+)\]", "a link of Wikipedia", _LINK),
    (r"(https?://[^\s|<>]+)\|([^|<>\s](?:[^|<>\n]*\w)?)", "a link of Slack", _LINK),
    (
        r"\[(b|i|u|s|url|img|quote|size|color|center)(?:=[^\]\n]*)?\].*?\[/\1\]",
        "a mark of a forum",
        "write **bold**, *italic*, [words](https://…) or ![what it shows](hall.jpg)",
    ),
    (r"%%[^%]+%%", "a comment of Obsidian", "write <!-- … -->, which no reader sees"),
    (r"\^\[([^\]\n]+)\]", "a footnote of Pandoc", r"write [^1] here, and on a line of its own [^1]: \1"),
    (r"(?<=\w)\^(\w+)\^", "raised words of Pandoc", r"write <sup>\1</sup>"),
    (r"\A\+[-=:]+(?:\+[-=:]+)*\+\n.*", "a table of another program", ROW),
    (r"\A\[(?:TOC|toc)\]\Z", "a list of contents of another program", "delete it"),
    (
        r"\{:[^}\n]*\}",
        "an id or class that belongs to nothing",
        "write it behind a heading, or on a line below a paragraph",
    ),
    (
        r"(?<!\{)\{\s*(?:fig|chart|ranking|table|holds|claim|cite|lit)\([^{}]*\)[^{}]*\}(?!\})",
        "an expression in single braces",
        "write two braces before it and two behind: {{ … }}",
    ),
    (
        r"\{%-?\s*(?:include|figure|image|asset|img)\b[^%]*?[\"'= ]([\w./-]+\.(?:png|jpe?g|gif|webp|svg|avif))\b.*?%\}",
        "a picture of Jekyll",
        r"write ![what it shows](\1)",
    ),
    (r"\{%-?\s*(?:end)?(?:highlight|raw)\b.*?%\}", "a tag of Jekyll", "put code between two lines of ```"),
    (r"\{%.*?%\}", "a tag of Jekyll, Eleventy or Jinja", "delete it, or put it in `code`"),
    (r"\{#.*?#\}", "a comment of Jinja", "write <!-- … -->, which no reader sees"),
    (r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])", "the name of a picture", "type the picture itself, or delete it"),
    (
        r"\$(?=[^\s$])[^$\n]*[\\^_][^$\n]*(?<=\S)\$(?![\d\w])",
        "a formula of another program",
        "write it in words, or in `code`",
    ),
    (r"==(?=\S)([^=\n]+)(?<=\S)==", "marked words of Obsidian", r"write <mark>\1</mark>"),
    (
        r"^\|?[ ]*:?-{3,}:?[ ]*\|[-| :]*$",
        "the line of a table that is none",
        "give it as many cells as the head above it",
    ),
)
"""What stands in a text, by a regular expression over what readers see; the first that fits a passage names it."""
