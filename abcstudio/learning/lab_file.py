"""The lab's own file of weights, taken apart in a process of its own.

The lab's notebook keeps `torch.save(model.state_dict(), path)`: a zip archive with a pickle inside.
First the archive and the pickle's instructions are looked through without following any; only what
such a dictionary is made of passes. Then torch reads it with `weights_only=True`. All of this runs
in the child process of `lab_import`, with little memory and little time, and torch is imported only
for a file that has passed.
"""

import os
import pickletools
import signal
import struct
import sys
import zipfile
import zlib
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from abcstudio.guarded_files import open_regular, read_bytes

if TYPE_CHECKING:
    from torch import Tensor

MAX_ENTRIES = 96
MAX_TENSORS = 64
MAX_PICKLE_BYTES = 64 * 1024
MAX_DIRECTORY_BYTES = 64 * 1024
MAX_INSTRUCTIONS = 20_000

_READING_SECONDS = 10
_SPARE_BYTES = 256 * 2**20

_END = struct.Struct("<4s8xI6x")
_END_64 = struct.Struct("<4s36xQ8x")
_LOCATOR = struct.Struct("<4s16x")

_FIXED_ENTRIES = frozenset(
    {"data.pkl", "version", "byteorder", ".format_version", ".storage_alignment",
     ".data/serialization_id"}
)  # fmt: skip
_INSTRUCTIONS = frozenset(
    {"PROTO", "STOP", "MARK", "GLOBAL", "REDUCE", "BUILD", "BINPERSID",
     "BINPUT", "LONG_BINPUT", "BINGET", "LONG_BINGET",
     "EMPTY_DICT", "SETITEM", "SETITEMS", "EMPTY_TUPLE", "TUPLE", "TUPLE1", "TUPLE2", "TUPLE3",
     "BINUNICODE", "BININT", "BININT1", "BININT2", "NEWFALSE", "NEWTRUE", "NONE"}
)  # fmt: skip
_GLOBALS = frozenset(
    {"collections OrderedDict", "torch._utils _rebuild_tensor_v2", "torch FloatStorage",
     "torch HalfStorage", "torch BFloat16Storage", "torch DoubleStorage"}
)  # fmt: skip
# What the standard library raises for archives and pickles that are none.
_ARCHIVE_ERRORS = (zipfile.BadZipFile, struct.error, ValueError, KeyError, EOFError, OSError,
                   RuntimeError, ArithmeticError, zlib.error)  # fmt: skip


class LabFileError(Exception):
    """The file is not what the lab's notebook writes; the argument is the message that says why."""


def check_lab_file(file: BinaryIO) -> None:
    """Look through archive and pickle without following an instruction.

    Raises:
        LabFileError: Something in there does not belong to a dictionary of tensors.
    """
    size = file.seek(0, 2)
    _check_directory(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            _check_instructions(archive.read(_check_entries(archive, size)))
    except _ARCHIVE_ERRORS as error:
        raise LabFileError("lab-file.no-archive") from error


def _check_directory(file: BinaryIO, size: int) -> None:
    """Refuse a table of contents that would fill the memory before it can be looked at."""
    tail_size = _END_64.size + _LOCATOR.size + _END.size
    if size < tail_size:
        raise LabFileError("lab-file.no-archive")
    file.seek(-tail_size, 2)
    tail = file.read(tail_size)
    sign, directory = _END.unpack(tail[-_END.size :])
    if sign != b"PK\x05\x06":
        raise LabFileError("lab-file.no-archive")
    if _LOCATOR.unpack(tail[_END_64.size : -_END.size]) == (b"PK\x06\x07",):
        _sign, directory = _END_64.unpack(tail[: _END_64.size])
    if directory > MAX_DIRECTORY_BYTES:
        raise LabFileError("lab-file.too-many")


def _check_entries(archive: zipfile.ZipFile, size: int) -> str:
    """Return the name of the pickle, when all entries are those of torch and stand as they are."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MAX_ENTRIES or len(names) != len(entries):
        raise LabFileError("lab-file.too-many")
    root = min(names, default="").partition("/")[0]
    pickle_name = f"{root}/data.pkl"
    if not all(_is_of_torch(name.removeprefix(f"{root}/")) for name in names):
        raise LabFileError("lab-file.foreign")
    if any(entry.compress_type or entry.compress_size != entry.file_size for entry in entries):
        raise LabFileError("lab-file.compressed")
    if any(entry.flag_bits & 1 for entry in entries):
        raise LabFileError("lab-file.encrypted")
    if sum(entry.file_size for entry in entries) > size:
        raise LabFileError("lab-file.overlapping")
    if pickle_name not in names or archive.getinfo(pickle_name).file_size > MAX_PICKLE_BYTES:
        raise LabFileError("lab-file.no-weights")
    return pickle_name


def _is_of_torch(name: str) -> bool:
    folder, _, number = name.partition("/")
    is_storage = folder == "data" and number.isascii() and number.isdecimal()
    return is_storage or name in _FIXED_ENTRIES


def _check_instructions(data: bytes) -> None:
    for count, (instruction, argument, _place) in enumerate(pickletools.genops(data)):
        if instruction.name not in _INSTRUCTIONS or count >= MAX_INSTRUCTIONS:
            raise LabFileError("lab-file.not-plain")
        if instruction.name == "GLOBAL" and argument not in _GLOBALS:
            raise LabFileError("lab-file.not-plain")


def read_weights(file: BinaryIO) -> bytes:
    """Return the tensors of a checked file as a safetensors file, 32 bits a number.

    Whatever else torch raises for a file that it cannot read means a refusal, too.

    Raises:
        LabFileError: It holds something else than tensors with names.
    """
    import torch
    from safetensors.torch import save

    size = file.seek(0, 2)
    file.seek(0)
    found = torch.load(file, map_location="cpu", weights_only=True)
    if not isinstance(found, dict) or not 1 <= len(found) <= MAX_TENSORS:
        raise LabFileError("lab-file.no-weights")
    tensors = {}
    for name, tensor in found.items():
        if type(name) is not str or not _is_plain(tensor):
            raise LabFileError("lab-file.not-plain")
        tensors[name] = tensor
    # Many names for one piece of memory must not become as many pieces.
    if sum(4 * tensor.numel() for tensor in tensors.values()) > 2 * size:
        raise LabFileError("lab-file.too-full")
    tensors = {name: tensor.detach().float().clone() for name, tensor in tensors.items()}
    return save(tensors, {"abcstudio": "{}"})


def _is_plain(tensor: "Tensor") -> bool:
    import torch

    if type(tensor) is not torch.Tensor or tensor.layout != torch.strided:
        return False
    # A stride of zero lets four bytes pose as terabytes.
    return tensor.is_floating_point() and tensor.is_contiguous()


def _limit(file_size: int) -> None:
    """Leave this process what a file of this size needs from here on, where the system can."""
    import torch

    # Each thread would reserve some of the memory that is left.
    torch.set_num_threads(1)
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + _READING_SECONDS + file_size // 10**7
    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":
        pages = int(read_bytes(Path("/proc/self/statm")).split()[0])
        space = pages * resource.getpagesize() + 6 * file_size + _SPARE_BYTES
        limits[resource.RLIMIT_AS] = space
    for kind, limit in limits.items():
        _soft, hard = resource.getrlimit(kind)
        lowest = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (lowest, lowest))


def serve(pipe: Connection, path: str) -> None:
    """Read the file in this process; send why it is refused, or nothing and then the weights."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    try:
        with open_regular(Path(path)) as file:
            check_lab_file(file)
            _limit(file.seek(0, 2))
            weights = read_weights(file)
    except LabFileError as error:
        pipe.send_bytes(str(error).encode())
    except Exception as error:  # noqa: BLE001 - whatever torch says of a hostile file, it is refused
        pipe.send_bytes(type(error).__name__.encode())
    else:
        pipe.send_bytes(b"")
        pipe.send_bytes(weights)


def _silence() -> None:
    """Send what libraries print to nowhere: the program's own streams stay clean."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
