"""Files that an author wrote: the only way to them, and how one is written that breaks halfway in no reader's hands."""

from sitegen.disk.encodings import Encoding, guessed
from sitegen.disk.files import (
    AUTHORED,
    FOLDERS,
    MAX_BYTES,
    Entry,
    Reader,
    astray,
    entry_of,
    read_file,
    read_lines,
    replace_file,
)

__all__ = [
    "AUTHORED",
    "FOLDERS",
    "MAX_BYTES",
    "Encoding",
    "Entry",
    "Reader",
    "astray",
    "entry_of",
    "guessed",
    "read_file",
    "read_lines",
    "replace_file",
]
