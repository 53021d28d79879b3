"""The Markdown that a body is written in: Python-Markdown with a fixed list of extensions, then sanitised by nh3.

Tables, fenced code, footnotes, abbreviations, ~~struck~~ words, a backslash that ends a line, and `{: #id }` behind a
heading, link or block. Raw HTML passes if its tags and attributes are in the lists below. The lists hold no style,
script or event handler; no class either, for those of the theme hide or mark a text, and nothing that turns a text
around or hides it (bdo, dir, rp).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import unescape
from typing import Any
from xml.etree import ElementTree as xml

import markdown
import nh3
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor

from sitegen.reading.markdown.preview.marks import neutral_references
from sitegen.reading.patterns import later
from sitegen.reading.schemes import MAY_BE_SCHEME, SCHEMES, as_read

TAGS = set(
    """
    a abbr aside b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rt ruby s samp section small span strong sub summary sup
    table tbody td tfoot th thead time tr u ul var wbr
    """.split()  # noqa: SIM905 one tag a line would hide the list
)
"""The tags that pages take; all others are left out."""
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope", "abbr"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "type"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
}
_OWN_CLASSES = later(r"footnote(?:-ref|-backref)?|language-[\w-]+")
"""Those that Python-Markdown itself gives."""
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "line_end": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "short_reference": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "entity": "&",
    "struck": "~",
}
"""The sign without which an inline pattern finds nothing: half of a conversion searches texts for patterns."""
_PUNCTUATION = "\"$%&',/:;<=>?@^|~"  # what a backslash takes the meaning of, beside what Python-Markdown knows
_STRUCK = r"()~~(?![\s~])(.+?)(?<![\s~])~~(?!~)"
_CODE = later(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ANY_SCHEME = later(rf"[\"'=]({MAY_BE_SCHEME}):")


def to_html(source: str) -> str:
    """Markdown as HTML that is not yet safe; marks pass through unchanged."""
    try:
        return neutral_references(_converter().convert(source))
    except BaseException:
        _converter.cache_clear()  # it stopped somewhere in the middle
        raise


class _Converter:
    """A Python-Markdown that is made once, for to make one takes a tenth of the time of a text, and its parts hold on
    to one another."""

    def __init__(self) -> None:
        extensions: list[Extension | str] = [
            _Tables(use_align_attribute=True),
            _Fences(),
            FootnoteExtension(USE_DEFINITION_ORDER=False),
            AbbrExtension(),
            SaneListExtension(),
            _Marks(),
        ]
        self._markdown = markdown.Markdown(extensions=extensions, output_format="html")
        registry = self._markdown.inlinePatterns
        signs = {registry.get_index_for_name(name): sign for name, sign in _SIGNS.items()}
        self._patterns: list[tuple[str, Any]] = [(signs.get(at, ""), pattern) for at, pattern in enumerate(registry)]
        for sign, pattern in self._patterns:
            if sign:
                pattern.compiled_re = _Sought(sign, pattern.compiled_re)

    def convert(self, source: str) -> str:
        """A text as HTML, with the inline patterns whose signs stand in it."""
        inline: Any = self._markdown.treeprocessors["inline"]
        inline.inlinePatterns = [pattern for sign, pattern in self._patterns if sign in source]
        return self._markdown.reset().convert(source)


@cache
def _converter() -> _Converter:
    return _Converter()


def safe(html: str, *more: str) -> str:
    """HTML with only the tags and attributes of the lists; more: further attributes of every tag.

    Every scheme passes: what a link leads to is judged where a Problem can name it, with `is_safe`.
    """
    attributes = {**_ATTRIBUTES, "*": _ATTRIBUTES["*"].union(more)}
    schemes = {as_read(scheme).lower() for scheme in _ANY_SCHEME.findall(unescape(html))}
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=attributes,
        attribute_filter=_own_classes,
        url_schemes=schemes.union(SCHEMES),
        link_rel=None,
    )


def takes(tag: str, attribute: str) -> bool:
    """Whether an author may give a tag the attribute."""
    return attribute != "class" and (attribute in _ATTRIBUTES["*"] or attribute in _ATTRIBUTES.get(tag, ()))


def _own_classes(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "class":
        return value
    return " ".join(name for name in value.split() if _OWN_CLASSES.fullmatch(name)) or None


class _Sought:
    """A pattern that is searched for only in texts with the sign without which it finds nothing."""

    def __init__(self, sign: str, pattern: re.Pattern[str]) -> None:
        self._sign, self._find = sign, pattern.finditer

    def finditer(self, text: str, start: int) -> Iterable[re.Match[str]]:
        """As the pattern has it."""
        return self._find(text, start) if text.find(self._sign, start) >= 0 else ()


class _Marks(Extension):
    """Small marks: struck words, a backslash at a line's end, `{: #id }` without other attributes."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers each where Python-Markdown has its like."""
        md.treeprocessors.register(_IdProcessor(md), "attr_list", 8)
        md.parser.blockprocessors.register(_Heading(md.parser), "hashheader", 70)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "line_end", 185)
        md.ESCAPED_CHARS = [*dict.fromkeys([*md.ESCAPED_CHARS, *_PUNCTUATION])]
        md.registerExtension(self)


class _Heading(HashHeaderProcessor):
    """A heading whose closing signs stand behind a space, as in CommonMark: "C#" keeps its own."""

    RE = later(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:\\.|[^\\])*?)(?:[ \t]+#+[ \t]*)?(?:\n|$)")


class _IdProcessor(AttrListTreeprocessor):
    def assign_attrs(self, elem: xml.Element, attrs_string: str, *, strict: bool = False) -> str:
        """Sets the id of an element; gives back what stood behind the closing brace."""
        attributes, rest = get_attrs_and_remainder(attrs_string)
        if strict and rest:
            return rest
        for name, value in attributes:
            if name == "id":
                elem.set("id", value or "")
        return rest


class _Tables(TableExtension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers a processor that keeps every cell."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_EveryCell(md.parser, self.getConfigs()), "table", 75)


class _EveryCell(TableProcessor):
    """A row with more cells than the head of its table keeps them, so that the loss cannot go unseen."""

    def _split_row(self, row: str) -> list[str]:
        """Where GitHub shows a | in code without its backslash, so does this."""
        cells: list[str] = super()._split_row(row)  # type: ignore[misc] # left out of the stubs
        return [_CODE.sub(lambda code: code[0].replace(r"\|", "|"), cell) for cell in cells]

    def _build_row(self, row: str, parent: xml.Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)
        super()._build_row(row, parent, [*align, *[None] * max(0, more)])  # type: ignore[misc] # so is this


class _Fences(FencedCodeExtension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers a processor that knows a language behind the fence, and nothing else."""
        super().extendMarkdown(md)
        md.preprocessors.register(_Fence(md, self.getConfigs()), "fenced_code_block", 25)


class _Fence(FencedBlockPreprocessor):
    FENCED_BLOCK_RE = later(
        r"^(?P<fence>~{3,}|`{3,})[ ]*(?:\{(?P<attrs>[^\n]*)\}|\.?(?P<lang>[\w#.+-]*)[ ]*(?P<hl_lines>(?!))?)\n"
        r"(?P<code>.*?)(?<=\n)(?P=fence)[ ]*$",
        re.MULTILINE | re.DOTALL,
    )
