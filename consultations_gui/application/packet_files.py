"""Reading a file somebody hands in: never more of it than it may hold."""

from __future__ import annotations

from pathlib import Path

from consultations_gui.domain.errors import CannotReadError


def read_file(path: Path, limit: int) -> bytes:
    """The file's bytes; of one larger than ``limit``, only one byte more than that.

    Raises:
        CannotReadError: it is not there, is no file, or may not be read.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device has no end
            raise CannotReadError(path=str(path), cause="other")
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise CannotReadError(path=str(path), cause="missing") from None
    except PermissionError:
        raise CannotReadError(path=str(path), cause="denied") from None
    except (OSError, ValueError):
        raise CannotReadError(path=str(path), cause="other") from None
