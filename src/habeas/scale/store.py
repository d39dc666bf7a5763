"""The work folder: where every stage leaves its partitions, on this machine, on a shared disk, or in an object store."""

from __future__ import annotations

import os
import socket
from functools import cache
from typing import Any

from pyarrow import ArrowInvalid, fs

from habeas.errors import ScaleError
from habeas.scale.places import local_path

__all__ = ["Store", "store"]


@cache
def store(place: str) -> Store:
    """The store at `place`: a path, or a URL that Arrow can write to (s3://, gs://, hdfs://). Raises ScaleError."""
    return Store(place)


class Store:
    """Files by their names. A file is there whole or not at all, whoever writes it and whenever that one is killed."""

    def __init__(self, place: str) -> None:
        self.place = place
        path = local_path(place)
        try:
            if path is not None:
                self._files, self._root = fs.LocalFileSystem(), str(path.absolute())
            else:
                self._files, self._root = fs.FileSystem.from_uri(place)
        except (ArrowInvalid, OSError, ValueError, NotImplementedError) as error:
            raise ScaleError(place, f"is no folder or store to work in ({error})") from error
        self._local = path is not None

    def read(self, name: str) -> bytes | None:
        """The content of the file `name`; None where there is none."""
        try:
            with self._files.open_input_stream(self._path(name)) as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ScaleError(self.full(name), f"cannot be read ({error})") from error

    def open(self, name: str) -> Any:
        """The file `name`, to read parts of it; None where there is none."""
        try:
            return self._files.open_input_file(self._path(name))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ScaleError(self.full(name), f"cannot be read ({error})") from error

    def has(self, name: str) -> bool:
        """Whether the file `name` is there."""
        return bool(self._files.get_file_info(self._path(name)).type == fs.FileType.File)

    def write(self, name: str, content: bytes) -> None:
        """Put `content` there as `name`. An object store shows a file when it is whole; on a disk it is renamed then."""
        path = self._path(name)
        try:
            if not self._local:
                self._put(path, content)
                return
            self._files.create_dir(os.path.dirname(path), recursive=True)
            partial = f"{path}.{socket.gethostname()}-{os.getpid()}.partial"
            self._put(partial, content)
            self._files.move(partial, path)
        except OSError as error:
            raise ScaleError(self.full(name), f"cannot be written ({error})") from error

    def remove(self, name: str) -> None:
        """Take the file `name` away."""
        self._files.delete_file(self._path(name))

    def full(self, name: str) -> str:
        """Where the file `name` lies, for a reader."""
        return f"{self.place.rstrip('/')}/{name}"

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def _put(self, path: str, content: bytes) -> None:
        with self._files.open_output_stream(path) as stream:
            stream.write(content)
