"""How other programs mark up a text, between two braces and elsewhere: what each sign is called, and what to write.

In the words for a sign, and in what to write, `\\1` stands for a part of the match.
"""

from __future__ import annotations

from collections.abc import Sequence

_QUOTE = "begin a quote with a bold word: > **Note** …"
_LINK = r"write [\2](\1)"
_FILE = r"[\w./ -]+\.(?:png|jpe?g|gif|webp|svg|avif)"
_PICTURE = r"write ![what it shows](\1)"
ADDRESS = r"(?:https?://|mailto:|\.{0,2}/|#|[\w./-]+\.[a-z]{2,4}\b)"
"""How an address begins, on the web, within the site or of a file."""
_ADDRESS = rf"{ADDRESS}[^\s()（）\[\]]*"
_MAIL = "delete it, and say in words whose words follow; a document that is quoted is a source of the data"
_WROTE = r"(?:\n[^\n]{0,80})?\b(?:wrote|schrieb[^\n:]{0,60}|a écrit|escribió|ha scritto|schreef[^\n:]{0,60})"
_SENT_ON = (
    "Original Message|Forwarded [Mm]essage|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine|"
    "Message transféré|Mensaje original|Messaggio originale"
)
_DATED = "Sent|Date|Subject|Gesendet|Datum|Betreff|Envoyé|Objet|Enviado|Asunto|Inviato|Oggetto"
_MAIL_HEAD = rf"^(?:From|Von|De|Da): [^\n]+\n(?:{_DATED}): [^\n]+(?:\n[A-Z]\w+: [^\n]*)*"
_NOTE = "a footnote of Word or Wikipedia"
_WORDS = "write the words that it stands for"
_LIQUID = r"relative_url|absolute_url|markdownify|date_to_\w+|date\s*:|escape|safe|url|asset_url|safeHTML|relURL|absURL"
_CITED = r"cite (?:web|news|book|journal|report|press release)|citation needed|sfn|reflist|infobox\b|main\s*\||see also"
ROW = "write | One | Two |, and |---|---| on the line below the first row"

BRACES: Sequence[tuple[str, str, str]] = (
    (
        rf"[<%]\s*(?:figure|img|image)\b.*?[\"'= ]({_FILE})[\"'\s>%].*[>%]",
        "a shortcode of Hugo",
        _PICTURE,
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
    (rf"(?:.*[\"'])?({_FILE})[\"']?\s*\|\s*(?:{_LIQUID})\b.*", "an address of Jekyll", _PICTURE),
    (
        rf"(?:site|page|layout|include|post|content|paginator|forloop)\.[\w.]+(?:[\s|][^@]*)?|[^(]*\|\s*(?:{_LIQUID})(?:[\s|].*)?",
        "a command of Jekyll, Eleventy or Jinja",
        f"{_WORDS}; a file is linked by its path from this text: [words](report.pdf)",
    ),
    (r"[#/>^@]\s*[A-Za-z][\w./-]*(?:\s[^(]*)?|else|!--.*", "a command of Handlebars or Mustache", _WORDS),
)
"""What stands between two braces, by a regular expression over all of it; the first that fits names it."""

COUNTLESS: Sequence[tuple[str, str, str, str]] = (
    (")", r"^(\d{1,3})\)[ \t\u00a0]+(?=\S)", r"\1) begins no list", r"write \1. and a space in its place"),
    (
        "【:",
        r"【\d+(?::\d+)?†[^】\n]*】|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?",
        "a mark of ChatGPT",
        "delete it",
    ),
    ("0123456789", r"(?:cite)?(?:turn\d+(?:search|view|news|file|image)\d+)+", "a mark of ChatGPT", "delete it"),
    ("[", r"\[cite(?:_start|_end|: ?\d[\d, ]*)\]", "a mark of Gemini", "delete it"),
    (
        "[",
        r"(?:(?<=[\w.,;:!?)])|(?<=[\w.,;:!?)] ))\[(\d{1,2})\](?![(\[:])",
        _NOTE,
        r"write [^\1] here, and on a line of its own [^\1]: …",
    ),
    ("[", r"^\[(\d{1,2})\](?=\s)", _NOTE, r"write [^\1]: in its place, on a line of its own, and [^\1] in the text"),
    ("^", r"(?<=\w)\^(\w+)\^", "raised words of Pandoc", r"write <sup>\1</sup>"),
    ("~", r"(?<=\w)~(\w+)~", "lowered words of Pandoc", r"write <sub>\1</sub>"),
    ("$", r"\$\$[^$]+\$\$", "a formula of another program", "write it in words, or in `code`"),
)
"""Marks whose numbers count nothing, as those of `MARKS` below."""

MARKS: Sequence[tuple[str, str, str, str]] = (
    *COUNTLESS,
    ("!", r"\A\[![A-Za-z]+\]", "a coloured note of GitHub or Obsidian", _QUOTE),
    (
        ":",
        rf"^(?:On|Am|Le|El|Il|Op) (?=.{{0,150}}?(?:@|\d[:.h]\d\d))[^\n]{{5,120}}{_WROTE}\s?:$",
        "the head of an answered mail",
        _MAIL,
    ),
    ("-", rf"^-{{2,}} ?(?:{_SENT_ON}) ?-{{2,}}$", "the head of a mail that was sent on", _MAIL),
    (":", rf"^Begin forwarded message:$|{_MAIL_HEAD}", "the head of a mail", _MAIL),
    (
        ":",
        r"\A(?:[A-Z][\w ]{2,12}[,!.] )?[Hh]ere(?:['’]s| is) (?:a|the|your) (?:\w+, )?"
        r"(?:revised|rewritten|edited|improved|updated|polished|corrected|shortened) "
        r"(?:version|draft|text|brief)\b[^\n]*:\s*\Z",
        "the answer of a chatbot",
        "delete it",
    ),
    ("[", r"\A\[[ xX]\](?=\s)", "a box to tick", "write the item without the brackets"),
    (
        "•●○◦▪■□‣·➢❖✓➤\uf0a7\uf0b7",
        r"^([•●○◦▪■□‣·➢❖✓➤\uf0a7\uf0b7])[ \t\u00a0]*(?=\S)",
        r"\1 begins no list",
        "write - and a space in its place: - one",
    ),
    (
        "–—−",
        r"^([–—−])[ \u00a0](?=[^\n]*\n[–—−][ \u00a0])",
        r"\1 begins no list",
        "write - and a space in its place: - one",
    ),
    (
        "\u00a0\u202f\u3000",
        r"^([-*+])[\u00a0\u202f\u3000]+(?=\S)",
        r"\1 and a space of another kind begin no list",
        r"type the space anew: \1 one",
    ),
    ("\n", r"\Aa\.[ ]+(?=[^\n]*\nb\.[ ])", "letters begin no list", "write 1. and 2. in their place, or - and a space"),
    (
        "｛",
        r"｛｛([^{}｛｝\n]*)｝｝",
        "an expression in full-width braces",
        'write it with the braces, brackets and quotes of an English keyboard: {{ fig("…") }}',
    ),
    ("【", rf"【([^】\n]+)】[（(]({_ADDRESS})[）)]", "a link in full-width brackets", r"write [\1](\2)"),
    ("｜", r"^｜[^\n]*｜[ ]*$(?:\n｜[^\n]*)*", "a table with full-width bars", ROW),
    ("＃", r"^(?:＃+)[ \u3000]*(\S[^\n]*)$", "a heading with a full-width sign", r"write ## \1"),
    ("＊", r"＊＊([^＊\n]+)＊＊", "bold words with full-width signs", r"write **\1**"),
    ("[", rf"\(([^()\[\]\n]+)\)\[({_ADDRESS})\]", "a link whose brackets are exchanged", r"write [\1](\2)"),
    ("!?", r"^(?:!!!|\?\?\?)\+?[ ]*\w+", "a note of MkDocs", _QUOTE),
    (":", r"^:{3,}[ ]*\w*", "a box of another program", _QUOTE),
    (":", r"^\.\. [\w-]+::", "a command of reStructuredText", f"{_QUOTE}; a picture is ![what it shows](hall.jpg)"),
    (
        ":",
        r"(?<![\w:/]):[a-z]+:\0+",
        "a role of reStructuredText",
        "write the words alone, or a link: [words](address)",
    ),
    ("_", r"\0+__?(?![\w_])", "a link of reStructuredText", "write [words](https://…)"),
    (":", r"^image::?([^\s\[]+)\[[^\]\n]*\]", "a picture of AsciiDoc", _PICTURE),
    (":", r"\blink:([^\s\[]+)\[([^\]\n]*)\]", "a link of AsciiDoc", _LINK),
    ("=", r"^={2,6} (\S[^\n=]*?)[ ]*=*$", "a heading of Wikipedia or AsciiDoc", r"write ## \1"),
    ("123456", r"^h[1-6]\. (\S[^\n]*)$", "a heading of Jira", r"write ## \1"),
    (
        "{",
        r"\{(?:code|quote|panel|info|note|noformat|color)(?::[^}\n]*)?\}",
        "a box of Confluence or Jira",
        "delete it; " + _QUOTE,
    ),
    ("'", r"(?<![\w'])'''(?=\w)([^'\n]+)'''(?!\w)", "bold words of Wikipedia", r"write **\1**"),
    ("'", r"(?<![\w'])''(?=\w)([^'\n]+)''(?![\w'])", "sloping words of Wikipedia", r"write *\1*"),
    ("[", r"\[(https?://[^\s\]]+) ([^\]\n]+)\]", "a link of Wikipedia", _LINK),
    ("|", r"(https?://[^\s|<>]+)\|([^|<>\s](?:[^|<>\n]*\w)?)", "a link of Slack", _LINK),
    (
        "[",
        r"\[(b|i|u|s|url|img|quote|size|color|center)(?:=[^\]\n]*)?\].*?\[/\1\]",
        "a mark of a forum",
        "write **bold**, *italic*, [words](https://…) or ![what it shows](hall.jpg)",
    ),
    ("%", r"%%[^%]+%%", "a comment of Obsidian", "write <!-- … -->, which no reader sees"),
    ("^", r"\^\[([^\]\n]+)\]", "a footnote of Pandoc", r"write [^1] here, and on a line of its own [^1]: \1"),
    ("+", r"\A\+[-=:]+(?:\+[-=:]+)*\+\n.*", "a table of another program", ROW),
    ("[", r"\A\[(?:TOC|toc)\]\Z", "a list of contents of another program", "delete it"),
    ("{", r"\[([^\[\]\n]+)\]\{[ ]*[.#][^{}\n]*\}", "words with a class of Pandoc", r"write the words alone: \1"),
    (
        "'\"",
        r"^import (?:[\w$*{][\w$*{}, ]* from )?([\"'])[^\"'\n]+\1;?$",
        "an import of MDX",
        'delete it; a chart is {{ chart("id") }}, and a quote begins with a bold word: > **Note** …',
    ),
    (
        "{",
        r"\{:[^}\n]*\}",
        "an id or class that belongs to nothing",
        "write it behind a heading, or on a line below a paragraph",
    ),
    (
        "{",
        r"(?<!\{)\{\s*(?:fig|chart|ranking|table|holds|claim|cite|lit)\([^{}]*\)[^{}]*\}(?!\})",
        "an expression in single braces",
        "write two braces before it and two behind: {{ … }}",
    ),
    (
        "{",
        r"\{\{\s*(?:fig|chart|ranking|table|holds|claim|cite|lit)\([^{}]*\)[^{}]*\}\}",
        "an expression with backslashes before its braces",
        "take the backslashes out; one that readers are to see stands in `code`",
    ),
    (
        "{",
        rf"\{{%-?\s*(?:include|figure|image|asset|img)\b[^%]*?[\"'= ]({_FILE})\b.*?%\}}",
        "a picture of Jekyll",
        _PICTURE,
    ),
    ("{", r"\{%-?\s*(?:end)?(?:highlight|raw)\b.*?%\}", "a tag of Jekyll", "put code between two lines of ```"),
    ("{", r"\{%.*?%\}", "a tag of Jekyll, Eleventy or Jinja", "delete it, or put it in `code`"),
    ("{", r"\{#.*?#\}", "a comment of Jinja", "write <!-- … -->, which no reader sees"),
    (
        ":",
        r"(?<![\w:/]):[a-z][a-z0-9_+-]*:(?![\w:/])",
        "the name of a picture",
        "type the picture itself, or delete it",
    ),
    (
        "$",
        r"\$(?=[^\s$])[^$\n]*[\\^_][^$\n]*(?<=\S)\$(?![\d\w])",
        "a formula of another program",
        "write it in words, or in `code`",
    ),
    (
        "+",
        r"(?<!\+)\+\+(?=\w)([^+\n]+)(?<=\S)\+\+(?!\+)",
        "added words of another program",
        "delete the two signs before and behind them",
    ),
    ("<", r"<(\.{1,2}/[^\s<>]+)>", "a path in <…>, where only a whole address makes a link", r"write [words](\1)"),
    ("{", r"\{:[^}\n]*$", "an id or class whose } is missing", "write } behind it"),
    ("=", r"==(?=\S)([^=\n]+)(?<=\S)==", "marked words of Obsidian", r"write <mark>\1</mark>"),
    (
        "|",
        r"^\|?[ ]*:?-{3,}:?[ ]*\|[-| :]*$",
        "the line of a table that is none",
        "give it as many cells as the head above it",
    ),
)
"""What stands in a text, by a regular expression over what readers see; the first that fits a passage names it. Before
the expression stand characters of which every text with such a mark holds one: most texts hold none of them."""
