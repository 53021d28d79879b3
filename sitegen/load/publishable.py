"""What authors may publish besides their texts: files that are shown or saved, and run nothing."""

from __future__ import annotations

from pathlib import PurePosixPath

from sitegen.disk.kinds import pretended
from sitegen.load.svg import svg_fault
from sitegen.problems import Place, Problem

PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "ico")
"""Those that are made of pixels."""
KINDS = (*PICTURES, "svg", "pdf", "csv", "json", "txt")
MARKDOWN = ("md", "markdown", "mdown", "mkd", "mdx")
WRITTEN = ("doc", "docx", "htm", "html", "odt", "pages", "rst", "rtf", "tex", "adoc", "org")
"""Endings of texts as other programs keep them."""
NAMED = ("content/static/CNAME",)
WELL_KNOWN = "content/static/.well-known/"
"""Where other programs look for files by name: text, JSON, or a name without an ending, which browsers never run."""


def not_published(path: str, content: bytes) -> Problem | None:
    """Why a file beside a document or in `content/static/` is not published; None if it may be.

    A browser runs what a site serves as its own: HTML, scripts, and a server's settings belong to the theme.
    """
    name = PurePosixPath(path)
    kind = name.suffix.lower().removeprefix(".")
    if path in NAMED or _is_well_known(path, content):
        return None
    if (text := _text_in(name)) is not None:
        return text
    if kind in MARKDOWN and not path.startswith("content/static/"):
        hint = f"name it {name.stem}.md"
        return Problem(Place(path), "unexpected-file", "the name of a Markdown file ends in .md", hint)
    if kind not in KINDS or any(part.startswith(".") for part in name.parts):
        message = f'files such as "{name.name}" are not published'
        hint = f"the site takes {', '.join(KINDS)}; pages, scripts and styles belong to the theme"
        if kind in ("yaml", "yml"):
            hint = f"YAML stands in data/: move it to data/{name.parent.name}/{name.stem}.yaml"
        if kind in ("css", "js", "woff2"):
            hint = f"move it to templates/assets/{name.name}, where the theme has its own"
        return Problem(Place(path), "file-kind", message, hint)
    if kind in PICTURES and (found := pretended(content)) is not None:
        what, hint = found
        return Problem(Place(path), "file-kind", f"this is no picture, though its name ends in .{kind}: {what}", hint)
    if kind == "svg" and (fault := svg_fault(content)) is not None:
        line, message = fault
        hint = 'save it as "plain" or "optimised" SVG, or as PNG'
        return Problem(Place(path, line), "file-kind", f"this SVG is not published: {message}", hint)
    return None


def _text_in(name: PurePosixPath) -> Problem | None:
    """The Problem of a text of the site under the name of another program's file; None for any other file."""
    if name.parts[:2] == ("content", "static"):
        return None
    place, twice = Place(str(name)), PurePosixPath(name.stem)
    if twice.suffix.lower().removeprefix(".") in MARKDOWN:
        hint = f"name it {twice.stem}.md; Windows shows endings once you ask it to"
        return Problem(place, "unexpected-file", f"the name of this Markdown file ends in {name.suffix}", hint)
    if name.suffix.lower().removeprefix(".") in WRITTEN:
        message = f"texts of the site are Markdown, and {name.suffix} is not"
        hint = f"write it as plain text in {name.stem}.md, with title: and the other keys between two lines ---"
        return Problem(place, "file-kind", message, hint)
    return None


def _is_well_known(path: str, content: bytes) -> bool:
    """Whether a file is one that other programs look for by its name; one without an ending holds no page."""
    name = PurePosixPath(path)
    if not path.startswith(WELL_KNOWN) or name.name.startswith("."):
        return False
    return name.suffix in (".txt", ".json") or (not name.suffix and not content.lstrip().startswith(b"<"))
