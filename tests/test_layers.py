"""Imports run one way: a module imports only what stands before it here, and no module imports itself in a circle."""

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

LINES = (
    "grouped value problems observer disk packing processes project settings modeline tokens",
    "cache words model register urls reading load figures recall expressions claims history charts",
    "links uses edition check pages theme overrides exports kinds templates cards assets render write audit",
    "store build serve manual schema scaffold editing explain cli __main__",
)
ORDER = " ".join(LINES).split()
ROOT = Path(__file__).parent.parent / "sitegen"


FILES = {".".join(p.relative_to(ROOT.parent).with_suffix("").parts): p for p in ROOT.rglob("*.py")}
MODULES = {name.removesuffix(".__init__"): path for name, path in FILES.items()}


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports, or imports something from."""
    froms = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    pairs = {(node.module or "", f"{node.module}.{alias.name}") for node in froms for alias in node.names}
    return {inner if inner in MODULES else module for module, inner in pairs if module.startswith("sitegen.")}


def test_imports_run_one_way() -> None:
    """A layer knows only the layers before it, and the modules of one layer form no circle either."""
    graph = {name: imports(path) for name, path in MODULES.items() if name != "sitegen"}
    edges = [(name, other) for name, others in graph.items() for other in others]
    assert [(a, b) for a, b in edges if ORDER.index(a.split(".")[1]) < ORDER.index(b.split(".")[1])] == []
    TopologicalSorter(graph).prepare()


def test_no_folder_holds_more_than_can_be_surveyed() -> None:
    """At most twenty modules stand side by side; what is more has folders of its own."""
    folders = Counter(path.parent for path in FILES.values() if path.name != "__init__.py")
    assert {str(folder.relative_to(ROOT)): count for folder, count in folders.items() if count > 20} == {}
