"""The files of the schemas in a project: all that there are, and those that commands write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.disk import astray, write_together
from sitegen.load.files import InputFile, read_files
from sitegen.load.shape.shapes import FILES
from sitegen.modeline import FOLDER, with_modeline
from sitegen.problems import SitegenError
from sitegen.project import require_project, unwritable
from sitegen.schema.ids import FILE, ids_schema
from sitegen.schema.making import schema_of, text_of


def schemas(project: Path | None = None) -> dict[str, str]:
    """Every schema as JSON text, by its path in a project; without one, they know no ids of its own."""
    found = {f"{FOLDER}/{name}.json": text_of(name, schema_of(name)) for name in FILES}
    return {**found, f"{FOLDER}/{FILE}": _ids(project)}


def _ids(project: Path | None) -> str:
    return text_of("ids", {"definitions": ids_schema(project)})


def write_schemas(project: Path) -> str:
    """Writes the schemas to `data/schemas/` and the modeline of each data file; says what it did.

    Files that are as they should be are not touched. Raises SitegenError if the folder is no project or cannot be
    written.
    """
    require_project(project)
    try:
        return _written(project)
    except OSError as error:
        raise unwritable(Path(error.filename or project), error) from error


def renew_ids(project: Path) -> None:
    """Writes the ids of a project anew if it has schemas: for commands that were asked to write into its data.

    Raises SitegenError if they cannot be written.
    """
    path = f"{FOLDER}/{FILE}"
    try:
        if (project / path).is_file() and not astray(project, path):
            _put({project / path: _ids(project)})
    except OSError as error:
        raise unwritable(Path(error.filename or project), error) from error


def _written(project: Path) -> str:
    wanted = schemas(project)
    for file in data_files(project):
        wanted[file.path] = with_modeline(file.path, file.role, file.text())
    if astrays := [problem for path in wanted if (problem := astray(project, path))]:
        raise SitegenError(tuple(astrays))
    changed = _put({project / path: text for path, text in wanted.items()})
    return (
        "\n".join(f"wrote {path.relative_to(project).as_posix()}" for path in changed) or "All schemas are up to date."
    )


def data_files(project: Path) -> list[InputFile]:
    """The files of a project that have a schema: those under `data/`."""
    return [file for file in read_files(project, ())[0] if file.role in FILES and file.path.startswith("data/")]


def _put(texts: Mapping[Path, str]) -> list[Path]:
    """Writes all texts or none, and not those that their files hold; says which it wrote."""
    wanted = {path: text.encode() for path, text in texts.items()}
    changed = {path: content for path, content in wanted.items() if not path.is_file() or path.read_bytes() != content}
    write_together(changed)
    return [*changed]
