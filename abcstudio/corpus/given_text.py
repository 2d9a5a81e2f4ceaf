"""The text of one file that a person named, and what there is to say of how it was read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from abcstudio.decoding import HEAD_BYTES, is_doubtful, is_no_text, known_kind, odd_bytes
from abcstudio.errors import TextFileError
from abcstudio.files import TextFile, decode_text, unread_encoding
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import ENGLISH, Phrase, reason

_CHOICES = (
    "utf-8", "cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_u", "cp1253", "cp1254", "cp1257",
    "mac_roman", "cp850",
)  # fmt: skip
_BEYOND_ASCII_WORDS = re.compile(r"[^\n:]{0,20}[^\x00-\x7f][^\n]{0,20}")


@dataclass(frozen=True, slots=True)
class FileRemark:
    """A remark about a file that was read, or was not."""

    path: Path
    words: Phrase


@dataclass(frozen=True, slots=True)
class GivenText:
    """A file's text.

    Attributes:
        guessed: The file itself where its encoding was guessed, with the guess.
    """

    file: TextFile
    guessed: tuple[FileRemark, ...] = ()

    @property
    def text(self) -> str:
        """The file's characters."""
        return self.file.text


def read_given_text(
    path: Path,
    no_text: str = "file.binary",
    decode: Callable[[bytes], TextFile] = decode_text,
) -> GivenText:
    """Read a text file that was named; a pipe that the process was given is waited for.

    Args:
        path: The file.
        no_text: The message for a file that is no text.
        decode: Makes text of its bytes.

    Raises:
        TextFileError: There is none, it cannot be read, it is no text, or it is empty.
    """
    try:
        data = read_bytes(path, allow_stream=True)
    except FileNotFoundError as error:
        raise TextFileError("file.not_found", path=path) from error
    except OSError as error:
        raise TextFileError("file.unreadable", path=path, reason=reason(error)) from error
    if other := of_another_kind(path, data):
        raise TextFileError(other.message_id, **other.parameters)
    if encoding := unread_encoding(data):
        raise TextFileError("corpus.encoding", path=path, encoding=encoding)
    if is_no_text(data):
        raise TextFileError(no_text, path=path)
    file = decode(data)
    if not file.text.strip():
        raise TextFileError("file.empty", path=path)
    words = how_it_was_read(file)
    return GivenText(file, () if words is None else (FileRemark(path, words),))


def of_another_kind(path: Path, data: bytes) -> Phrase | None:
    """Return what to say of a file whose first bytes name another kind; None where they do not."""
    kind = known_kind(data)
    if kind == "midi":
        return Phrase("file.midi", {"path": path})
    if kind:
        return Phrase("file.known_kind", {"path": path, "kind": Phrase(f"file.kind_{kind}")})
    return None


def why_no_tunes(path: Path, file: TextFile) -> Phrase | None:
    """Return what to say of a file that was decoded and is no text; None where it is one."""
    head = file.with_text(file.text[:HEAD_BYTES]).to_bytes()
    if other := of_another_kind(path, head):
        return other
    if not is_no_text(head):
        return None
    encoding = unread_encoding(head)
    message_id = "corpus.encoding" if encoding else "file.no_text"
    return Phrase(message_id, {"path": path, "encoding": encoding})


def how_it_was_read(file: TextFile) -> Phrase | None:
    """Return what to say of how a text was decoded; None where the file left no doubt."""
    if file.is_chosen:
        return None
    encoding = encoding_name(file.encoding)
    if file.declared and file.declared != file.encoding:
        declared = encoding_name(file.declared)
        return Phrase("encoding.not_as_declared", {"declared": declared, "encoding": encoding})
    if not file.is_guessed:
        return None
    if file.encoding == "utf-8":
        return Phrase("encoding.odd_bytes", {"count": odd_bytes(file.text)})
    kind = "unknown" if is_doubtful(file.text, file.encoding) else "read_as"
    return Phrase(f"encoding.{kind}", {"encoding": encoding})


def is_grave(how: Phrase) -> bool:
    """Return whether letters may be wrong for how a text was decoded."""
    return how.message_id in ("encoding.unknown", "encoding.not_as_declared")


def other_readings(file: TextFile) -> tuple[TextFile, ...]:
    """Return a file as each of the usual encodings gives it back byte for byte, one a text."""
    data = file.to_bytes()
    found: dict[str, TextFile] = {}
    for codec in (file.encoding, *_CHOICES):
        try:
            text = data.decode(codec)
            if text.encode(codec) == data:
                found.setdefault(text, TextFile(text, codec, is_chosen=True))
        except UnicodeError:
            continue
    return tuple(found.values())


def sample_of(text: str) -> str:
    """Return some words of a text whose letters tell how it was decoded, "" without any."""
    match = _BEYOND_ASCII_WORDS.search(text)
    return "" if match is None else match[0].strip()


def encoding_name(codec: str) -> Phrase | str:
    """Return what an encoding is called: the usual ones in words, others as Python does."""
    message_id = f"encoding.{codec}"
    return Phrase(message_id) if message_id in ENGLISH else codec
