"""Which messages of the interface the code and the templates ask for, read from their syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).parent.parent
ID = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+")
_PREFIX = re.compile(r"(?:[a-z][a-z0-9-]*\.)+[a-z0-9-]*")


@dataclass(frozen=True)
class Asked:
    """A message that a file asks for. slots: their names, None where they cannot be read.

    family: whether it is only how ids begin, whose end, without another dot, is worked out.
    """

    where: str
    id: str
    by: str
    slots: frozenset[str] | None
    family: bool = False

    def has(self, id: str) -> bool:
        """Whether it asks for a message, or may."""
        return id.startswith(self.id) and "." not in id.removeprefix(self.id) if self.family else id == self.id


def asked() -> list[Asked]:
    """Every message that the package or its templates ask for."""
    python = (each for path in sorted((ROOT / "sitegen").rglob("*.py")) for each in _python(path))
    jinja = (each for path in sorted((ROOT / "templates").rglob("*.html")) for each in _jinja(path))
    return [*python, *jinja]


def named() -> set[str]:
    """Every text of the code that looks like an id: a table may hold it."""
    trees = (ast.parse(path.read_text()) for path in (ROOT / "sitegen").rglob("*.py"))
    every = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in every if isinstance(node.value, str) and ID.fullmatch(node.value)}


def _python(path: Path) -> Iterator[Asked]:
    where = str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(path.read_text())):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name) and node.args):
            continue
        if (by := node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id) not in ("say", "count"):
            continue
        names = [keyword.arg for keyword in node.keywords]
        slots = None if None in names else frozenset(name for name in names if name)
        asked = node.args[0]
        for id in (asked.body, asked.orelse) if isinstance(asked, ast.IfExp) else (asked,):
            match id:
                case ast.Constant(value=str(text)) if ID.fullmatch(text):
                    yield Asked(where, text, by, slots)
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if _PREFIX.fullmatch(start):
                    yield Asked(where, start, by, slots, family=True)


def _jinja(path: Path) -> Iterator[Asked]:
    where = str(path.relative_to(ROOT))
    for node in Environment().parse(path.read_text()).find_all(nodes.Call):
        if not (isinstance(node.node, nodes.Name) and node.node.name in ("say", "count")):
            continue
        slots = frozenset(keyword.key for keyword in node.kwargs)
        match node.args[0]:
            case nodes.Const(value=str(id)):
                yield Asked(where, id, node.node.name, slots)
            case nodes.Concat(nodes=[nodes.Const(value=str(start)), *_]):
                yield Asked(where, start, node.node.name, slots, family=True)
