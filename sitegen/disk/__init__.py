"""Files that an author wrote: the only way to them, and how one is written that breaks halfway in no reader's hands."""

from sitegen.disk.barred import require_readable
from sitegen.disk.encodings import guessed, not_utf8
from sitegen.disk.files import (
    AUTHORED,
    FOLDERS,
    MAX_BYTES,
    Entry,
    Known,
    Reader,
    astray,
    entry_of,
    read_file,
    read_lines,
    replace_file,
)
from sitegen.disk.together import write_together

__all__ = [
    "AUTHORED",
    "FOLDERS",
    "MAX_BYTES",
    "Entry",
    "Known",
    "Reader",
    "astray",
    "entry_of",
    "guessed",
    "not_utf8",
    "read_file",
    "read_lines",
    "replace_file",
    "require_readable",
    "write_together",
]
