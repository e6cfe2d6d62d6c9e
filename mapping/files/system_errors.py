"""Errors of the operating system, in a line that names the file and a remedy."""

from __future__ import annotations

import errno

REMEDIES = {
    errno.ENOENT: "look how the name is written",
    errno.ENOTDIR: "name a folder",
    errno.EEXIST: "name a folder",
    errno.EISDIR: "name a file",
    errno.EACCES: "ask for the permission, or name another place",
    errno.EPERM: "ask for the permission, or name another place",
    errno.EROFS: "name another place",
    errno.ELOOP: "put the file itself there, and no link",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EFBIG: "make room on the disk",
}


def explain(error: Exception) -> str:
    """Return the file, what the system says of it, and what to do, as far as each is known."""
    if not isinstance(error, OSError) or error.strerror is None:  # the program's own words
        return str(error)
    said = "this is a file, not a folder" if error.errno == errno.EEXIST else error.strerror
    place = "" if error.filename is None else f"{error.filename}: "
    remedy = REMEDIES.get(error.errno or 0, "")
    return f"{place}{said}" + (f"; {remedy}" if remedy else "")
