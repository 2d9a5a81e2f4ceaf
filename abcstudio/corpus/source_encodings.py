"""Sources whose texts are read with an encoding that a person has named."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.given_text import how_it_was_read
from abcstudio.decoding import codec_named
from abcstudio.files import TextFile, decode_text

Encodings = Mapping[str, str]
"""The codecs of sources, by their paths."""

NO_ENCODINGS: Encodings = MappingProxyType({})


def decode_in_source(data: bytes, codec: str, *, is_alone: bool) -> TextFile:
    """Decode a file of a source as a person has named it, where the file leaves that open.

    Args:
        data: The file's bytes.
        codec: What the person has named, "" for nothing.
        is_alone: The file is the source; else it is one of several, which may be kept otherwise.
    """
    decoded = decode_text(data)
    named = codec_named(codec) if codec else ""
    if not named or not leaves_it_open(decoded, is_alone=is_alone):
        return decoded
    try:
        text = data.decode(named)
        is_whole = text.encode(named) == data
    except UnicodeError:
        return decoded
    return TextFile(text, named, is_chosen=True) if is_whole else decoded


def leaves_it_open(decoded: TextFile, *, is_alone: bool) -> bool:
    """Return whether a file may be in another encoding than the one that it was read with.

    UTF-8 is no other, though a byte of it be damaged: no other text looks like it.
    """
    if decoded.byte_order_mark or decoded.encoding == "utf-8":
        return False
    return is_alone or how_it_was_read(decoded) is not None


def encodings_of(path: Path, encodings: Encodings) -> Encodings:
    """Return the encodings that matter to a source: its own, or all for one that combines."""
    if is_combination(path):
        return encodings
    return {name: codec for name, codec in encodings.items() if name == str(path)}
