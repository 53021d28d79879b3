"""Two folders change places in one step, so that a reader always finds one of them, where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_NAMES = {"linux": "renameat2", "darwin": "renameatx_np"}
_HERE = {"linux": -100, "darwin": -2}
"""AT_FDCWD: relative paths begin at the working folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE on Linux and RENAME_SWAP on macOS."""


def swap(one: Path, other: Path) -> bool:
    """Swaps the names of two folders that are there; False if the system or its disk has no such step.

    Raises OSError if it has, and refuses.
    """
    if sys.platform not in _NAMES:
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), _NAMES[sys.platform], None)
    if rename is None:
        return False
    rename.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    here = _HERE[sys.platform]
    if rename(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))
