"""A reading of a source in a file: thrown away and made anew where it does not fit the source.

The file is a line that names the format, its version, the source's state and the sizes of what
follows, a digest, then JSON with the distinct words of each column, a table of numbers a column,
and the texts of all tunes in a row.
"""

import json
import logging
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from abcstudio import __version__
from abcstudio.bounded_json import parse_json
from abcstudio.corpus.combined_sources import parts_from
from abcstudio.corpus.given_text import FileRemark
from abcstudio.corpus.sources import SourceReading
from abcstudio.corpus.tune import Tune
from abcstudio.files import atomic_write_pieces
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import Phrase
from abcstudio.stopping import in_turns, stop_if_asked


def remark_data(remark: FileRemark) -> list[Any]:
    """Return a remark as lists, words and numbers.

    Raises:
        TypeError: A parameter of its sentence is nothing of these.
    """
    return [str(remark.path), _phrase_data(remark.words)]


def remark_from(data: Any) -> FileRemark:
    """Return the remark that `remark_data` was given.

    Raises:
        ValueError, TypeError, LookupError: It is something else.
    """
    path, words = data
    return FileRemark(Path(path), _phrase_from(words))


def _phrase_data(phrase: Phrase) -> list[Any]:
    return [
        phrase.message_id,
        {name: _value_data(value) for name, value in phrase.parameters.items()},
    ]


def _phrase_from(data: Any) -> Phrase:
    message_id, parameters = data
    return Phrase(message_id, {name: _value_from(value) for name, value in parameters.items()})


def _value_data(value: object) -> Any:
    if isinstance(value, Phrase):
        return {"phrase": _phrase_data(value)}
    if isinstance(value, Path):
        return {"path": str(value)}
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_value_data(each) for each in value]
    raise TypeError(f"no plain value: {value!r}")


def _value_from(data: Any) -> object:
    if isinstance(data, list):
        return tuple(map(_value_from, data))
    if isinstance(data, dict):
        return Path(data["path"]) if "path" in data else _phrase_from(data["phrase"])
    return data


log = logging.getLogger(__name__)

FEWEST_TUNES = 1000
"""A source of fewer tunes is read again in a moment."""

_FORMAT = b"abcstudio tunes"
# Another one: how tunes are read has changed, or how they are kept.
_VERSION = f"2 {__version__}".encode("ascii")
_MOST_BYTES = 400_000_000
_DIGEST = 16
_LONGEST_LINE = 200
_NUMBERS = ("offset", "number", "measure_count", "weight")
_WORDS = (
    "reference_number", "title", "rhythm", "meter", "key", "origin", "file_header", "file",
)  # fmt: skip
_REMARKS = ("skipped", "guessed", "left_out")
_TEXTS_A_PIECE = 2000


def save_reading(path: Path, reading: SourceReading, state: str) -> None:
    """Write what was read of a source to a file.

    Raises:
        OSError: It cannot be written.
    """
    tunes = reading.tunes
    words: dict[str, list[str]] = {}
    tables = [array("i", map(len, (tune.text for tune in tunes)))]
    tables += [array("i", map(attrgetter(name), tunes)) for name in _NUMBERS]
    for name in _WORDS:
        stop_if_asked()
        places: dict[str, int] = {}
        values = map(attrgetter(name), in_turns(tunes))
        tables.append(array("i", [places.setdefault(value, len(places)) for value in values]))
        words[name] = list(places)
    remarks = {name: list(map(remark_data, getattr(reading, name))) for name in _REMARKS}
    facts = {"words": words, "others": reading.others, **remarks}
    facts["parts"] = [part.data() for part in reading.parts]
    said = json.dumps(facts).encode("ascii")
    pieces = [said, *(table.tobytes() for table in tables), *_texts(tunes)]
    digest = blake2b(digest_size=_DIGEST)
    for piece in in_turns(pieces):
        digest.update(piece)
    size = sum(map(len, pieces))
    head = _head(state, len(said), len(tunes))
    atomic_write_pieces(path, chain((head, digest.digest()), pieces), size)


def load_reading(path: Path, state: str) -> SourceReading | None:
    """Return what a file keeps of a source in this state; None where it is none to be used."""
    try:
        data = read_bytes(path, _MOST_BYTES)
    except OSError as error:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            log.warning("%s cannot be read: %s", path, error)
        return None
    line, _, _ = data[:_LONGEST_LINE].partition(b"\n")
    sizes = line.split(b"\t")[3:]
    if len(sizes) != 2 or not all(size.isdigit() for size in sizes):
        return None
    said, count = map(int, sizes)
    body = memoryview(data)[len(line) + 1 + _DIGEST :]
    digest = blake2b(body, digest_size=_DIGEST).digest()
    if not data.startswith(_head(state, said, count) + digest):
        return None
    try:
        return _unpacked(body, said, count)
    except (ValueError, TypeError, LookupError):
        log.warning("%s cannot be used", path, exc_info=True)
        return None


def _unpacked(body: memoryview, said: int, count: int) -> SourceReading:
    stop_if_asked()
    data: dict[str, Any] = parse_json(bytes(body[:said]))
    tables = _tables(body[said:], count)
    lengths = next(tables)
    numbers = {name: next(tables) for name in _NUMBERS}
    words = {name: map(data["words"][name].__getitem__, next(tables)) for name in _WORDS}
    at = said + (1 + len(_NUMBERS) + len(_WORDS)) * count * lengths.itemsize
    text = str(body[at:], "utf-8", "surrogatepass")
    ends = list(accumulate(lengths))
    if (ends[-1] if ends else 0) != len(text):
        raise ValueError("the texts are cut")
    texts = (text[end - length : end] for end, length in zip(ends, lengths, strict=True))
    columns = zip(in_turns(texts), *numbers.values(), *words.values(), strict=True)
    names = ("text", *_NUMBERS, *_WORDS)
    tunes = tuple(Tune(**dict(zip(names, row, strict=True))) for row in columns)
    remarks = {name: tuple(map(remark_from, data[name])) for name in _REMARKS}
    parts = parts_from(data["parts"]) or ()
    return SourceReading(tunes=tunes, others=int(data["others"]), parts=parts, **remarks)


def _tables(body: memoryview, count: int) -> Iterator["array[int]"]:
    """Yield one table of numbers after the other."""
    size = count * array("i").itemsize
    for number in range(1 + len(_NUMBERS) + len(_WORDS)):
        table = array("i")
        table.frombytes(body[number * size : (number + 1) * size])
        yield table


def _texts(tunes: Sequence[Tune]) -> Iterable[bytes]:
    firsts = range(0, len(tunes), _TEXTS_A_PIECE)
    for first in in_turns(firsts):
        some = "".join(tune.text for tune in tunes[first : first + _TEXTS_A_PIECE])
        yield some.encode("utf-8", "surrogatepass")


def _head(state: str, said: int, tunes: int) -> bytes:
    numbers = [str(number).encode("ascii") for number in (said, tunes)]
    return b"\t".join((_FORMAT, _VERSION, state.encode("ascii"), *numbers)) + b"\n"
