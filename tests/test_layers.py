"""Imports run one way: a module imports only what stands before it here, and no module imports itself in a circle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

LINES = (
    "codes problems report model urls reading cache load figures expressions markdown charts checks edition links page",
    "show check views output theme exports render write audit build shelf serve schema scaffold cli __main__",
)
ORDER = " ".join(LINES).split()
ROOT = Path(__file__).parent.parent / "sitegen"


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports, or imports something from."""
    nodes = ast.walk(ast.parse(path.read_text()))
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.removeprefix("sitegen.") for name in named if name.startswith("sitegen.")}


def test_imports_run_one_way() -> None:
    """A layer knows only the layers before it, and the modules of one layer form no circle either."""
    files = {
        ".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in ROOT.rglob("*.py")
    }
    graph = {name: imports(path) for name, path in files.items() if name != "__init__"}
    back = {(name, other) for name, others in graph.items() for other in others
            if ORDER.index(name.split(".")[0]) < ORDER.index(other.split(".")[0])}  # fmt: skip
    assert back == set()
    TopologicalSorter(graph).prepare()
