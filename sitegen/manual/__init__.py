"""The documents of sitegen as pages for a browser, made on the reader's machine: the wheel holds them as Markdown."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from pathlib import Path

from markdown import Markdown

from sitegen.problems.codes import CODES

FIRST = "README"
"""The page that opens where none is asked for."""
CODE_PAGE = "problems"
"""The page with a section for each code of a problem."""
ABSENT = ("data-audit",)
"""About the data of this repository's own tracker, which the wheel does not hold either."""
MADE = "templates"
"""The page that is made from the code: what the templates of the theme see."""
_LINK = re.compile(r'<a href="([^":#]*?)([\w.-]+?)(\.md)?(#[^"]*)?">(.*?)</a>', re.DOTALL)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def folder() -> Path:
    """Where the documents are: in the package, or in a checkout beside it."""
    packed = Path(__file__).parent / "docs"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "docs"


def pages() -> Mapping[str, Path]:
    """The documents by their names, the README first."""
    docs = folder()
    readme = docs / "README.md"
    found = {FIRST: readme if readme.exists() else docs.parent / "README.md"}
    return found | {path.stem: path for path in sorted(docs.glob("*.md")) if path.stem not in (FIRST, *ABSENT)}


def names() -> list[str]:
    """The names of all pages, the README first."""
    return [*pages(), MADE]


def address(word: str) -> str | None:
    """The file, with its fragment, that a word means: a document's name or the code of a problem; None if neither."""
    if word in CODES:
        return f"{CODE_PAGE}.html#{word}"
    return f"{word}.html" if word in names() else None


def write_manual(output: Path) -> None:
    """Writes all documents as HTML into a folder, with their pictures."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in pages().items()}
    from sitegen.manual.templates import templates_page  # here, for it loads what makes pages

    texts[MADE] = templates_page()
    titles = {name: found[1] if (found := _TITLE.search(text)) else name for name, text in texts.items()}
    for name, text in texts.items():
        (output / f"{name}.html").write_text(_page(name, text, titles), encoding="utf-8")
    (output / "manual.css").write_bytes((files("sitegen.manual") / "manual.css").read_bytes())
    for picture in (path for path in folder().rglob("*") if path.suffix in (".png", ".svg")):
        for below in (output, output / "docs"):  # the README names them from one folder further up
            target = below / picture.relative_to(folder())
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, target)


def _page(name: str, text: str, titles: Mapping[str, str]) -> str:
    body = Markdown(extensions=["tables", "fenced_code", "toc", "sane_lists"]).convert(text)
    body = _LINK.sub(lambda found: _target(found, titles), body)
    here = ' aria-current="page"'
    items = "".join(
        f'<li><a href="{other}.html"{here if other == name else ""}>{escape(title)}</a></li>'
        for other, title in titles.items()
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(titles[name])} – sitegen</title>\n"
        '<link rel="stylesheet" href="manual.css">\n</head>\n<body>\n'
        f'<nav aria-label="Documents"><ul>{items}</ul></nav>\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _target(found: re.Match[str], titles: Mapping[str, str]) -> str:
    """A link to a document, as a link to its page; of one to another file of the repository its words alone."""
    _, name, ending, fragment, words = found.groups()
    return f'<a href="{name}.html{fragment or ""}">{words}</a>' if ending and name in titles else words
