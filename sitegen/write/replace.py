"""Writing: replaces the output folder whole, and touches nothing that sitegen did not write.

One process writes at a time (`.site.lock`). The new site is made beside the old one (`.site.new`) and the two change
places in one step; where the system has no such step, the old one is moved aside first. What was replaced stays
(`.site.old`): the next build brings it up to date, so that it writes only the files that differ from two builds
before. A crash at any point is repaired by the next run.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.disk import FOLDERS
from sitegen.problems import Place, Problem, SitegenError
from sitegen.write.listing import KEEP, MARKER, UNFINISHED, Listing, holds, listing, marker, read_listing, seal
from sitegen.write.lock import locked
from sitegen.write.names import check_names, folders_of
from sitegen.write.swap import swap

_MENDS: Mapping[int | None, str] = {
    errno.ENOSPC: "make room for it, or name another folder with -o",
    errno.EDQUOT: "make room for it, or name another folder with -o",
    errno.ENOTDIR: "move that file away, or name another folder with -o",
    errno.EACCES: "let your user write there, or name another folder with -o",
    errno.EBUSY: "a disk is mounted there; name a folder on it: -o {}/site",
}
"""What to do about a folder that cannot be written, by what the system says; {} is the folder."""
_ELSEWHERE = "name another folder with -o"


def write(
    outputs: Mapping[str, bytes | str],
    folder: Path,
    project: Path,
    waiting: Callable[[], None] = lambda: None,
    files: Listing | None = None,
) -> Listing:
    """Makes the folder hold exactly the outputs, a marker file that lists them, and the `.gitkeep` that it held before.

    outputs: content by path relative to the folder, with forward slashes; text is written as UTF-8.
    project: the root whose inputs are never written over. waiting: called if another process writes this folder now;
    then this one waits for its end. files: the list of the outputs, if it is known; then only what differs from two
    builds before is asked for. The same outputs give the same files and permissions. Returns the files listed.
    Raises SitegenError if the folder is not ours to replace or the system refuses; the old site is then
    still there. Raises ValueError for a path that leads out of the folder or through another output.
    """
    check_names(outputs)
    wanted = listing({name: _bytes(text) for name, text in outputs.items()}) if files is None else files
    try:
        if problem := _among_inputs(folder, project):
            raise SitegenError((problem,))
        target = folder.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target.with_name(f".{target.name}.lock"), waiting):
            _replace(outputs, wanted, target, folder, project)
    except (OSError, RuntimeError) as error:  # Python 3.11 and 3.12 raise RuntimeError for links in a circle
        raise SitegenError((_unwritable(_shown(folder, project), error),)) from error
    return wanted


def _replace(outputs: Mapping[str, bytes | str], wanted: Listing, target: Path, folder: Path, project: Path) -> None:
    if problem := _foreign(target, folder, project):
        raise SitegenError((problem,))
    new, old = _beside(target)
    _repair(target, new, old)
    if holds(target, wanted):
        return
    there = read_listing(old, content=True)
    if there is None:
        _remove(old)
    else:
        old.rename(new)
    try:
        _update(new, there or {}, wanted, outputs, target / KEEP)
    except OSError:
        with suppress(OSError):  # what it wrote keeps a full disk full
            _remove(new)
        raise
    if not target.exists():
        new.rename(target)
    elif swap(new, target):
        new.rename(old)
    else:
        target.rename(old)
        new.rename(target)


def _repair(target: Path, new: Path, old: Path) -> None:
    """Ends what a run that was cut off left: puts the old site back if none is there, clears the new one away."""
    if old.exists() and not target.exists():
        old.rename(target)
    _remove(new)


def _among_inputs(folder: Path, project: Path) -> Problem | None:
    """Why the folder may not be replaced: it holds the project, or is among its inputs. None if it may."""
    target, root = folder.resolve(), project.resolve()
    if not root.is_relative_to(target) and not any(target.is_relative_to(root / name) for name in FOLDERS):
        return None
    shown = _shown(folder, project)
    message = f'the output would replace files of the project: "{shown}" holds them or lies among them'
    return Problem(Place(shown), "foreign-folder", message, "name another folder, as in: sitegen build -o site")


def _foreign(target: Path, folder: Path, project: Path) -> Problem | None:
    """Why the folder may not be replaced: it, or what has our names beside it, holds what sitegen did not write."""
    shown = _shown(folder, project)
    foreign = next((path for path in (target, *_beside(target)) if not _ours(path)), None)
    if foreign is None:
        return None
    if target.is_file():
        return _unwritable(shown, NotADirectoryError(errno.ENOTDIR, "a file has that name"))
    what = shown if foreign == target else _shown(foreign, project.resolve())
    message = f'"{what}" is not empty, and sitegen did not write what is in it'
    hint = "name another folder with -o, or empty this one yourself"
    if foreign != target:
        message, hint = f'sitegen needs the name "{what}", and did not write what stands there', f'move "{what}" away'
    return Problem(Place(shown), "foreign-folder", message, hint)


def _shown(folder: Path, project: Path) -> str:
    """The folder as a person knows it: relative to the project if it lies there."""
    return (folder.relative_to(project) if folder.is_relative_to(project) else folder).as_posix()


def _unwritable(shown: str, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    message = f'the folder "{shown}" cannot be written: {reason}'
    hint = _MENDS.get(error.errno, _ELSEWHERE) if isinstance(error, OSError) else _ELSEWHERE
    return Problem(Place(shown), "unwritable-folder", message, hint.replace("{}", shown))


def _beside(target: Path) -> tuple[Path, Path]:
    """Where the new site is built and where the old one is moved: siblings, so that moving is renaming."""
    return target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")


def _ours(path: Path) -> bool:
    """True if nothing is there, or a folder that is empty, holds only `.gitkeep`, or bears our marker."""
    if not path.exists() and not path.is_symlink():
        return True
    if path.is_symlink() or not path.is_dir():
        return False
    return (path / MARKER).is_file() or {child.name for child in path.iterdir()} <= {KEEP}


def _remove(folder: Path) -> None:
    """Deletes the folder, its marker last, so that a half-deleted folder is still known as ours."""
    if not folder.exists():
        return
    for child in sorted(folder.iterdir(), key=lambda child: child.name == MARKER):
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        else:
            child.unlink()
    folder.rmdir()


def _update(new: Path, there: Listing, wanted: Listing, outputs: Mapping[str, bytes | str], keep: Path) -> None:
    """Makes the folder hold the outputs; files become 644 and folders 755 whatever the user's mask is.

    there: what it holds already. Until all is done its marker says that it is unfinished.
    """
    new.mkdir(parents=True, exist_ok=True)
    _put(new / MARKER, UNFINISHED)
    (new / KEEP).unlink(missing_ok=True)
    if keep.is_file():
        _put(new / KEEP, keep.read_bytes())
    for name in there.keys() - wanted.keys():
        (new / name).unlink()
    needed, standing = folders_of(wanted), folders_of(there)
    for folder in sorted(standing - needed, reverse=True):
        (new / folder).rmdir()
    for folder in sorted(needed - standing):
        (new / folder).mkdir(exist_ok=True)
        (new / folder).chmod(0o755)
    for name, entry in wanted.items():
        if there.get(name) != entry:
            _put(new / name, _bytes(outputs[name]))
            seal(new / name, entry.digest)
    _put(new / MARKER, marker(wanted))
    new.chmod(0o755)


def _bytes(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o644)
