"""SVG that is a picture and nothing else: no script, no event, no foreign content, nothing from elsewhere."""

from __future__ import annotations

import re
from xml.parsers import expat

from sitegen.reading.characters import character_name, control
from sitegen.reading.patterns import later

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    """
    svg g defs symbol use title desc metadata switch style path rect circle ellipse line polyline polygon image text
    tspan textPath linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence
    """.split()  # noqa: SIM905 one a line would hide the list
)
_INERT = frozenset(
    {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://purl.org/dc/elements/1.1/",
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    }
)
"""Namespaces of notes that drawing programs leave, which no browser acts on."""
_ENCODINGS = ("utf-8", "utf-16", "us-ascii", "iso-8859-1")
"""Those that every browser reads as we do."""
_LINKS = frozenset({"href", "src", "base"})
_INSIDE = later(r"\s*(?:#[^\s]*|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*)\s*")
_ELSEWHERE = later(r"""url\(\s*(?!["']?\s*#)|@import|@font-face|image-set|src\(|\\|javascript:""", re.IGNORECASE)


_NOTE = later(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_TURNED = later(r"(?<![\w-])(?:unicode-bidi|direction)\s*:", re.IGNORECASE)
"""What turns a text around, so that 54 reads 45."""


class _Fault(Exception):
    """Ends the reading at the first thing that a picture does not need."""


def svg_fault(content: bytes) -> tuple[int, str] | None:
    """The line and the words for what makes an SVG file more than a picture, or None."""
    parser = expat.ParserCreate(namespace_separator=" ")
    within: list[str] = []
    words: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        end_text()
        space, _, element = name.rpartition(" ")
        within.append(element)
        if space not in _INERT and (space != _SVG or element not in _ELEMENTS):
            raise _Fault(f"it holds <{element}>")
        for key, value in attributes.items():
            _check(key, value)

    def end_text() -> None:
        """Ends the text that is being read: a browser may be given it in pieces, an editor sees it whole."""
        text = "".join(words)
        words.clear()
        if within[-1:] == ["style"]:
            _check_style(text, "its style")
        _check_characters(text)

    def end(name: str) -> None:
        end_text()
        within.pop()

    def doctype(name: str, system: str | None, public: str | None, entities: bool) -> None:
        if entities:
            raise _Fault("it holds definitions in its <!DOCTYPE>")

    def instruction(target: str, data: str) -> None:
        raise _Fault(f"it holds <?{target}?>")

    def declaration(version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise _Fault(f"its encoding is {encoding}, not UTF-8")

    parser.XmlDeclHandler = declaration
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.CharacterDataHandler = words.append
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except (_Fault, expat.ExpatError, ValueError, LookupError) as error:
        message = str(error) if isinstance(error, _Fault) else "it is not XML"
        return parser.CurrentLineNumber, message
    return None


def _check(key: str, value: str) -> None:
    space, _, name = key.rpartition(" ")
    if name.lower().startswith("on"):
        raise _Fault(f"it holds {name}=, which runs a script")
    if name.lower() in _LINKS and not _INSIDE.fullmatch(value):
        raise _Fault(f"{name}= leads out of the file")
    _check_characters(value)
    if space not in _INERT:
        if name.lower() in ("direction", "unicode-bidi"):
            raise _Fault(f"it holds {name}=, which turns a text around")
        _check_style(value, f"{name}=")


def _check_style(text: str, where: str) -> None:
    if _ELSEWHERE.search(text):
        raise _Fault(f"{where} names something outside of the file")
    if _TURNED.search(_NOTE.sub(" ", text)):
        raise _Fault(f"{where} turns a text around")


def _check_characters(text: str) -> None:
    if (match := control(text)) is not None:
        raise _Fault(f"it holds a character that nobody can see: {character_name(match[0])}")
