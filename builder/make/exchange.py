"""Two folders change places in one step, where the system can: `renameat2` on Linux, `renamex_np` on macOS."""

import ctypes
import errno
import os
from pathlib import Path

HERE = -100
"""AT_FDCWD of Linux: a relative path starts at the working folder."""
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}
"""Answers of a kernel, filesystem or sandbox that knows no exchange."""


def exchange(one: Path, other: Path) -> bool:
    """True when each is now where the other was; False when this system can't. Raises OSError otherwise."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(HERE, os.fsencode(one), HERE, os.fsencode(other), RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), RENAME_SWAP)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in CANNOT:
        raise OSError(code, os.strerror(code), str(one), None, str(other))
    return not failed


def flush(folder: Path) -> None:
    """Brings all that was written on the folder's filesystem to the disk: one call instead of one for each file."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
