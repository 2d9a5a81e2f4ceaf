"""The header of a safetensors file, read with suspicion and without torch.

Nothing is allocated for what a header claims before the claim has been checked against the file.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from abcstudio.errors import ModelFileError
from abcstudio.guarded_files import RefusedFileError, open_regular
from abcstudio.messages import reason, system_reason

MAX_HEADER_BYTES = 64 * 1024
MAX_TENSORS = 64
BYTES_OF = {"F32": 4, "F16": 2, "I64": 8, "U8": 1}

_LENGTH_BYTES = 8
_MAX_DIMENSIONS = 4


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """One tensor as the header announces it.

    Attributes:
        begin: Where its bytes start in the file.
        size: How many bytes it has.
    """

    dtype: str
    shape: tuple[int, ...]
    begin: int
    size: int


@dataclass(frozen=True, slots=True)
class TensorHeader:
    """What stands before the numbers of a file.

    Attributes:
        metadata: The JSON that this program keeps there.
        tensors: By name; together they fill the file without gap or overlap.
    """

    metadata: dict[str, Any]
    tensors: dict[str, TensorEntry]


def open_tensor_file(path: Path) -> BinaryIO:
    """Open a file for reading; what is no plain file (a folder, a pipe, a device) is refused.

    Raises:
        ModelFileError: There is none, or it cannot be read.
    """
    try:
        return open_regular(path)
    except FileNotFoundError as error:
        raise ModelFileError("model.not_found", path=error.filename) from None
    except RefusedFileError as error:
        raise ModelFileError("model.no_file", path=path, reason=reason(error)) from None
    except OSError as error:
        raise ModelFileError("model.unreadable", path=path, reason=system_reason(error)) from None


def read_tensor_header(
    file: BinaryIO,
    path: Path,
    *,
    max_header_bytes: int = MAX_HEADER_BYTES,
    max_tensors: int = MAX_TENSORS,
) -> TensorHeader:
    """Read and check the header of an open file.

    Raises:
        ModelFileError: The file is not what it claims to be; the error says where it differs.
    """
    try:
        file_size = file.seek(0, 2)
        file.seek(0)
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        if not 2 <= length <= min(max_header_bytes, file_size - _LENGTH_BYTES):
            raise ModelFileError("model.not_a_model", path=path)
        text = file.read(length)
    except OSError as error:
        raise ModelFileError("model.unreadable", path=path, reason=system_reason(error)) from None
    header = _parsed(text, path)
    metadata = header.pop("__metadata__", None)
    if not isinstance(metadata, dict) or not isinstance(metadata.get("abcstudio"), str):
        raise ModelFileError("model.not_a_model", path=path)
    if len(header) > max_tensors:
        raise ModelFileError("model.damaged", path=path, detail=f"{len(header)} tensors")
    start = _LENGTH_BYTES + length
    tensors = {name: _entry(name, entry, start, path) for name, entry in header.items()}
    _check_layout(tensors, start, file_size, path)
    return TensorHeader(_parsed(metadata["abcstudio"], path), tensors)


def _parsed(data: bytes | str, path: Path) -> dict[str, Any]:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_without_repetition,
            # Numbers longer than any that we write would cost quadratic time.
            parse_int=_short_int,
            parse_constant=_no_constant,
        )
    except (ValueError, RecursionError):
        raise ModelFileError("model.not_a_model", path=path) from None
    if not isinstance(value, dict):
        raise ModelFileError("model.not_a_model", path=path)
    return value


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; with a key twice, two readers would see two different files."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key that stands there twice")
    return value


def _short_int(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError("a number that is too long")
    return int(digits)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _entry(name: str, entry: Any, start: int, path: Path) -> TensorEntry:
    if not _is_entry(entry):
        # Made here only: what is made of these goes into the log.
        raise ModelFileError("model.damaged", path=path, detail=ascii(name)[:80])
    dtype, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    return TensorEntry(dtype, tuple(shape), start + offsets[0], offsets[1] - offsets[0])


def _is_entry(entry: Any) -> bool:
    """Whether it says of a tensor what it must, and the sizes agree."""
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        return False
    dtype, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(dtype, str) or dtype not in BYTES_OF:
        return False
    if not _are_sizes(shape) or not _are_sizes(offsets):
        return False
    if len(shape) > _MAX_DIMENSIONS or len(offsets) != 2:
        return False
    return bool(offsets[1] - offsets[0] == math.prod(shape) * BYTES_OF[dtype])


def _are_sizes(value: Any) -> bool:
    # `type` and not `isinstance`: True is an int.
    return isinstance(value, list) and all(type(item) is int and item >= 0 for item in value)


def _check_layout(tensors: dict[str, TensorEntry], start: int, file_size: int, path: Path) -> None:
    position = start
    for entry in sorted(tensors.values(), key=lambda entry: (entry.begin, entry.size)):
        if entry.begin != position:
            raise ModelFileError("model.damaged", path=path, detail="data_offsets")
        position += entry.size
    if position != file_size:
        raise ModelFileError("model.damaged", path=path, detail=f"{file_size} bytes")
