"""SVG that is a picture and nothing else: no script, no event, no foreign content, nothing from elsewhere."""

from __future__ import annotations

import re
from xml.parsers import expat

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
_INSIDE = re.compile(r"\s*(?:#[^\s]*|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*)\s*")
_ELSEWHERE = re.compile(r"""url\(\s*(?!["']?\s*#)|@import|@font-face|image-set|src\(|\\|javascript:""", re.IGNORECASE)


class _Fault(Exception):
    """Ends the reading at the first thing that a picture does not need."""


def svg_fault(content: bytes) -> tuple[int, str] | None:
    """The line and the words for what makes an SVG file more than a picture, or None."""
    parser = expat.ParserCreate(namespace_separator=" ")
    within: list[str] = []
    styles: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        within.append(element)
        if space not in _INERT and (space != _SVG or element not in _ELEMENTS):
            raise _Fault(f"it holds <{element}>")
        for key, value in attributes.items():
            _check(key, value)

    def text(data: str) -> None:
        if within[-1] == "style":
            styles.append(data)

    def end(name: str) -> None:
        if within.pop() == "style" and _ELSEWHERE.search("".join(styles)):
            raise _Fault("its style names something outside of the file")

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
    parser.CharacterDataHandler = text
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
    if space not in _INERT and _ELSEWHERE.search(value):
        raise _Fault(f"{name}= names something outside of the file")
