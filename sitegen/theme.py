"""The theme: templates and assets, the project's own files in the place of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.problems import Place, Problem, SitegenError

BUILD_ONLY = (".ttf", ".otf")
"""Fonts that charts are measured with; browsers get the woff2 files."""


@dataclass(frozen=True, slots=True)
class Theme:
    """templates: Jinja source by name. assets: files for `/assets/` by their path there. fonts: for drawing charts."""

    templates: Mapping[str, str]
    assets: Mapping[str, bytes] = field(repr=False)
    fonts: Path

    @classmethod
    def of(cls, project: Path) -> Theme:
        """Reads the theme of a project; raises SitegenError for a template that is not UTF-8 text."""
        folders = (ours(), project / "templates")
        problems: list[Problem] = []
        templates: dict[str, str] = {}
        for folder in folders:
            for path in sorted(folder.glob("*.html")):
                try:
                    templates[path.name] = path.read_text(encoding="utf-8")
                except (OSError, UnicodeDecodeError):
                    place = Place(f"templates/{path.name}")
                    problems.append(Problem(place, "unreadable-file", "this template cannot be read as UTF-8 text"))
        if problems:
            raise SitegenError(tuple(problems))
        assets = {name: content for folder in folders for name, content in _assets(folder / "assets")}
        own = folders[1] / "assets" / "fonts"
        has_fonts = own.is_dir() and any(path.suffix in BUILD_ONLY for path in own.iterdir())
        return cls(dict(sorted(templates.items())), dict(sorted(assets.items())), own if has_fonts else _fonts())


def ours() -> Path:
    """The folder of the theme that comes with sitegen: in the package, or in a checkout beside it."""
    package = Path(__file__).parent
    packed = package / "theme"
    return packed if packed.is_dir() else package.parent / "templates"


def _fonts() -> Path:
    return ours() / "assets" / "fonts"


def _assets(folder: Path) -> Iterator[tuple[str, bytes]]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in BUILD_ONLY and not path.name.startswith("."):
                yield path.relative_to(folder).as_posix(), path.read_bytes()
