"""A new project: a copy of the starter, a small tracker of two invented cooperatives."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

from sitegen.disk import write_together
from sitegen.problems import Place, Problem, SitegenError
from sitegen.project import unwritable

STARTER = Path(__file__).parent / "starter"
_DOT = "dot_"


def init_project(folder: Path) -> str:
    """Writes the starter into a folder that is new or empty; says what to do next.

    Raises SitegenError if the folder holds anything or cannot be written.
    """
    try:
        return _filled(folder)
    except OSError as error:
        raise unwritable(folder, error) from error


def _filled(folder: Path) -> str:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f'"{folder}" is there already and is not an empty folder'
        hint = "name a new folder, or an empty one; sitegen changes nothing that you made"
        raise SitegenError((Problem(Place(folder.as_posix()), "foreign-folder", message, hint),))
    from sitegen.schema import write_schemas  # here, for it loads pydantic, which no other command of these needs

    there = folder.exists()
    try:
        write_together({folder.joinpath(*parts): content for parts, content in _starter().items()})
        write_schemas(folder)
    except BaseException:
        _emptied(folder, stays=there)
        raise
    return f'A small tracker stands in "{folder}". See it with:\n\n    cd {shlex.quote(str(folder))}\n    sitegen serve'


def _starter() -> dict[tuple[str, ...], bytes]:
    """The files of a new project, by the parts of their paths."""
    sources = (source for source in sorted(STARTER.rglob("*")) if source.is_file())
    return {tuple(map(_shown, each.relative_to(STARTER).parts)): each.read_bytes() for each in sources}


def _emptied(folder: Path, *, stays: bool) -> None:
    """Takes away all that was written into a folder, and the folder itself if it was not there before."""
    for top in {parts[0] for parts in _starter()}:
        if (folder / top).is_dir():
            shutil.rmtree(folder / top, ignore_errors=True)
        else:
            (folder / top).unlink(missing_ok=True)
    if not stays and folder.is_dir():
        folder.rmdir()


def _shown(name: str) -> str:
    """The name that a file of the starter has in a project: `dot_x` is `.x`, which packages like to leave out."""
    return f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name
