"""Archives with fixed time stamps, so that the same content gives the same bytes."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

_MOMENT = (2011, 9, 1, 0, 0, 0)


class ZipWriter:
    """A zip that appears with its first member."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self._path = path
        self._archive: zipfile.ZipFile | None = None

    def write(self, name: str, content: bytes) -> None:
        """Add a member."""
        if self._archive is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._archive = zipfile.ZipFile(self._path, "w", zipfile.ZIP_DEFLATED)
        self._archive.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)

    def close(self) -> None:
        """Finish the file."""
        if self._archive is not None:
            self._archive.close()


class TarWriter:
    """A `tar.gz` that appears with its first member."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self._path = path
        self._archive: tarfile.TarFile | None = None

    def write(self, name: str, content: bytes) -> None:
        """Add a member."""
        if self._archive is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Without a name and a time in the gzip header the bytes depend on the content alone.
            self._file = self._path.open("wb")
            self._gzip = gzip.GzipFile("", "wb", fileobj=self._file, mtime=0)
            self._archive = tarfile.open(fileobj=self._gzip, mode="w|")  # noqa: SIM115 - open while cables come
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        self._archive.addfile(entry, io.BytesIO(content))

    def close(self) -> None:
        """Finish the file."""
        if self._archive is not None:
            self._archive.close()
            self._gzip.close()
            self._file.close()
