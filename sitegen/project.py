"""A project: whether a folder is one, the text of one of its files, and what is said if it cannot be written."""

from __future__ import annotations

from pathlib import Path

from sitegen.disk import read_file, require_readable
from sitegen.problems import Place, Problem, SitegenError

SITE = "data/site.yaml"


def require_project(folder: Path) -> None:
    """Raises SitegenError with what to do if the folder is no project, or one that may not be read."""
    require_readable(folder)
    if not (folder / SITE).is_file():
        message = f"this folder is not a project: it has no {SITE}"
        hint = 'go into the folder of the project, or name it with --project; "sitegen init DIR" starts a new one'
        raise SitegenError((Problem(Place(SITE), "missing-file", message, hint),))


def project_above(folder: Path) -> Path | None:
    """The project in which a folder lies; None for a project, and for a folder with data or texts of its own."""
    if any((folder / name).is_dir() for name in ("data", "content")):
        return None
    return next((above for above in folder.absolute().parents if (above / SITE).is_file()), None)


def unwritable(path: Path, error: OSError) -> SitegenError:
    """What is raised when the system refuses to write a file or folder."""
    message = f'"{path}" cannot be written: {error.strerror or error}'
    hint = "choose another folder, or make this one writable"
    return SitegenError((Problem(Place(path.as_posix()), "unwritable-folder", message, hint),))


def text_of(project: Path, path: str) -> str:
    """The text of a file of the project, by its path in it; raises SitegenError if it cannot be read."""
    content = read_file(project, path)
    if isinstance(content, Problem):
        raise SitegenError((content,))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(Place(path), "unreadable-file", "this is not UTF-8 text", "save the file as UTF-8")
        raise SitegenError((problem,)) from error
