"""The theme: templates and assets, the project's own files in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.cache import digest
from sitegen.disk import not_utf8
from sitegen.problems import Place, Problem, SitegenError

if TYPE_CHECKING:
    from sitegen.model.document import File

FOLDER = "templates/"
"""The folder of a project with what takes the place of ours, in paths of problems."""
STYLES = (
    *("fonts.css", "base.css", "frame.css", "figures.css", "tables.css"),
    *("charts.css", "pages.css", "share.css", "print.css"),
)
"""The theme's stylesheets in order; a project's own of another name come after them."""
EXTENDED = "theme/"
"""Stands before the name of a template of ours where a template of the project extends or includes it."""
BUILD_ONLY = (".ttf", ".otf")
"""Fonts that charts are measured with; browsers get the woff2 files."""


_ID = re.compile(r'\sid="([^"{}]+)"')


class Theme(Struct, frozen=True):
    """templates: Jinja source by name, and by `theme/<name>` that of ours which a project's own takes the place of.

    styles: stylesheets by name, in the order in which they hold. assets: other files for
    `/assets/` by their path there. fonts: for drawing charts.
    """

    templates: Mapping[str, str]
    styles: Mapping[str, str]
    assets: Mapping[str, bytes]
    fonts: Path

    @property
    def ids(self) -> frozenset[str]:
        """The ids that stand in the templates as they are, whichever page they are for."""
        return frozenset(id for text in self.templates.values() for id in _ID.findall(text))

    @property
    def print(self) -> str:
        """A hash of all that it holds but the fonts of charts."""
        texts = {**self.templates, **{f"assets/{name}": text for name, text in self.styles.items()}}
        files = {**{name: text.encode() for name, text in texts.items()}, **self.assets}
        return digest(part for name, content in files.items() for part in (name.encode(), content))

    @property
    def letters(self) -> str:
        """A hash of the fonts that charts are drawn with, and that the files which readers save hold."""
        paths = sorted(path for path in self.fonts.iterdir() if path.suffix in BUILD_ONLY)
        return digest(part for path in paths for part in (path.name.encode(), path.read_bytes()))

    def icon(self, files: Iterable[File]) -> bytes:
        """The icon of the site as SVG: the project's own `/favicon.svg`, else ours."""
        from sitegen.urls import FAVICON, file_url  # here, for a build that finds nothing changed loads no model

        own = (file.content for file in files if file_url(file) == FAVICON)
        return next(own, self.assets.get("icon.svg", b""))

    @classmethod
    def of(cls, project: Path) -> Theme:
        """Reads the theme of a project; raises SitegenError for a template that is not UTF-8 text."""
        folders = tuple(dict.fromkeys((ours(), own_theme(project))))
        problems: list[Problem] = []
        templates: dict[str, str] = {}
        styles = dict.fromkeys(STYLES, "")
        for folder in folders:
            found = _texts(folder, "", "html", problems) | _texts(folder, "", "svg", problems)
            templates |= {EXTENDED + name: templates[name] for name in found if name in templates} | found
            styles |= _texts(folder, "assets/", "css", problems)
        if problems:
            raise SitegenError(tuple(problems))
        assets = {name: content for folder in folders for name, content in _assets(folder / "assets")}
        own = own_theme(project) / "assets" / "fonts"
        has_fonts = own.is_dir() and any(path.suffix in BUILD_ONLY for path in own.iterdir())
        fonts = own if has_fonts else _fonts()
        return cls(dict(sorted(templates.items())), styles, dict(sorted(assets.items())), fonts)


def own_theme(project: Path) -> Path:
    """The folder of a project with what takes the place of ours, whether it has one or not."""
    return project.absolute() / FOLDER


def ours() -> Path:
    """The folder of the theme that comes with sitegen: in the package, or in a checkout beside it."""
    package = Path(__file__).parent
    packed = package / "theme"
    return packed if packed.is_dir() else package.parent / "templates"


def _fonts() -> Path:
    return ours() / "assets" / "fonts"


def _texts(folder: Path, below: str, ending: str, problems: list[Problem]) -> dict[str, str]:
    """The texts of a kind in a folder of the theme, by name; one that is not UTF-8 is a problem."""
    found: dict[str, str] = {}
    for path in sorted((folder / below).glob(f"*.{ending}")):
        name = f"{FOLDER}{below}{path.name}"
        if path.is_dir():
            hint = "rename it, or put the file in its place"
            problems.append(Problem(Place(name), "unexpected-file", "a folder stands where a file is expected", hint))
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            problems.append(Problem(Place(name), "unreadable-file", f"cannot be opened: {error.strerror}"))
            continue
        if (problem := not_utf8(name, content)) is None:
            found[path.name] = content.decode("utf-8-sig").replace("\r\n", "\n")
        else:
            problems.append(problem)
    return found


def _assets(folder: Path) -> Iterator[tuple[str, bytes]]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            whole = path.suffix == ".css" and path.parent == folder  # in the one stylesheet of all pages
            if path.is_file() and not (whole or path.suffix in BUILD_ONLY or path.name.startswith(".")):
                yield path.relative_to(folder).as_posix(), path.read_bytes()
