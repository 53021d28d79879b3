"""The document of the theme's templates, made from the code: their blocks, macros, and what each of them sees."""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.cards.face import CardView
from sitegen.kinds import KINDS
from sitegen.pages.data.notes import NotesView
from sitegen.pages.layout import Layout
from sitegen.pages.view import View
from sitegen.templates import SHOWN, blocks
from sitegen.theme import ours
from sitegen.tokens import COLOURS, SIZES

HEAD = """\
# Templates

What the templates of the theme are made of: their blocks, which a template of yours may fill anew, the macros of
`parts.html`, and the fields of the values that they see. [Theming](theming.md) shows how they are used. This page is
made from the code that you have.
"""
_MACRO = re.compile(r"(?:\{# ([^\n]*?) #\}\n)?\{% macro (\w+\(.*?\)) -?%\}")
_MODULE = re.compile(r"[a-zA-Z_]+\.")


def views() -> dict[str, type[View]]:
    """What each template of the theme sees as `view`, by its file."""
    assert KINDS  # the modules that it is made of hold all other views
    found: list[type[View]] = [CardView, NotesView, *View.__subclasses__()]
    whole = [view for view in found if view.__module__.startswith("sitegen.")]
    return {view.template: view for view in sorted(whole, key=lambda view: view.template)}


def macros() -> dict[str, str]:
    """What each macro of the theme shows, by how it is called; "" where no comment stands above it."""
    return {call: about for about, call in _MACRO.findall((ours() / "parts.html").read_text(encoding="utf-8"))}


def templates_page() -> str:
    """The document, as Markdown."""
    seen = views()
    rows = [_row("base.html", Layout), *(_row(template, view) for template, view in seen.items())]
    every: list[type] = [Layout, *seen.values()]
    pages = list(dict.fromkeys(every))
    others = [view for view in _all([*pages, *SHOWN]) if view not in pages]
    parts = [
        HEAD,
        "## Templates and their blocks",
        "Every template sees `layout`, a `Layout`, and as `view` the class of this table.",
        "\n".join(["| template | sees | blocks |", "|---|---|---|", *rows]),
        "## Macros",
        "Each template has them as `parts`: `{{ parts.cards(view.briefs) }}`.",
        "\n".join(f"- `{call}`: {about}" for call, about in macros().items()),
        variables(),
        "## What templates see",
        *map(_section, pages),
        "## What those hold",
        *map(_section, sorted(others, key=lambda view: view.__name__)),
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def variables() -> str:
    """The CSS variables of the theme with their values, colours for light and dark paper."""
    colours = [f"| `--{name}` | `{light}` | `{dark}` |" for name, (light, dark) in COLOURS.items()]
    others = [f"| `--{name}` | `{value}` |" for name, value in SIZES.items()]
    return "\n".join(
        [
            "## CSS variables",
            "",
            "Set one in `templates/assets/own.css`: `:root { --paper: light-dark(#ffffff, #101418); }`.",
            "`--accent` is set in `data/site.yaml`, and `--e-<id>`, the colour of a company or brand, in its file.",
            "",
            *("| colour | light | dark |", "|---|---|---|", *colours, "", "| other | value |", "|---|---|", *others),
        ]
    )


def _row(template: str, view: type) -> str:
    names = ", ".join(f"`{name}`" for name in dict.fromkeys(blocks((ours() / template).read_text(encoding="utf-8"))))
    return f"| `{template}` | `{view.__name__}` | {names} |"


def _section(view: type) -> str:
    rows = [f"| `{name}` | `{_type(hint)}` |" for name, hint in _fields(view).items()]
    return "\n".join(
        [f"### {view.__name__}", "", inspect.getdoc(view) or "", "", "| field | type |", "|---|---|", *rows]
    )


def _fields(view: type) -> dict[str, object]:
    """The types of what a template can ask a class for: fields and properties."""
    hints = typing.get_type_hints(view)
    found = {name: hints[name] for name in _names(view) if not name.startswith("_")}
    for name, member in inspect.getmembers(view, lambda member: isinstance(member, property)):
        if not name.startswith("_"):
            found[name] = typing.get_type_hints(member.fget)["return"]
    return found


def _names(view: type) -> Sequence[str]:
    return view.__struct_fields__ if issubclass(view, Struct) else ()


def _type(hint: object) -> str:
    """A type as Python writes it, without modules, for a cell of a table."""
    text = hint.__name__ if isinstance(hint, type) and not typing.get_args(hint) else str(hint)
    return _MODULE.sub("", text).replace("|", "\\|")


def _all(classes: Iterable[type]) -> list[type]:
    """Classes with all that their fields hold."""
    found: dict[type, None] = {}
    rest = list(classes)
    while rest:
        view = rest.pop()
        if view not in found:
            found[view] = None
            rest += [inner for hint in _fields(view).values() for inner in _named(hint)]
    return list(found)


def _named(hint: object) -> Iterator[type]:
    """The classes with fields that a type names."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for inner in typing.get_args(hint):
        yield from _named(inner)
