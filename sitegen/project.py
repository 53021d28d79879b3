"""Whether a folder is a project: every project has `data/site.yaml`."""

from __future__ import annotations

from pathlib import Path

from sitegen.problems import Place, Problem, SitegenError

SITE = "data/site.yaml"


def require_project(folder: Path) -> None:
    """Raises SitegenError with the way out if the folder is no project."""
    if not (folder / "data" / "site.yaml").is_file():
        message = f"this folder is not a project: it has no {SITE}"
        hint = 'go into the folder of the project, or name it with --project; "sitegen init DIR" starts a new one'
        raise SitegenError((Problem(Place(SITE), "missing-file", message, hint),))


def unwritable(path: Path, error: OSError) -> SitegenError:
    """What is raised when the system refuses to write a file or folder."""
    message = f'"{path}" cannot be written: {error.strerror or error}'
    hint = "choose another folder, or make this one writable"
    return SitegenError((Problem(Place(path.as_posix()), "unwritable-folder", message, hint),))
