"""Where tunes come from: one tunebook file or a folder of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from abcstudio.corpus.combined_sources import (
    SourcePart,
    is_combination,
    load_combination,
)
from abcstudio.corpus.given_text import (
    FileRemark,
    how_it_was_read,
    of_another_kind,
    other_readings,
)
from abcstudio.corpus.score_files import is_score, tunebook_of
from abcstudio.corpus.source_encodings import (
    NO_ENCODINGS,
    Encodings,
    decode_in_source,
    leaves_it_open,
)
from abcstudio.corpus.source_reading.source_files import SourceContents
from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.decoding import is_no_text, without_odd_bytes
from abcstudio.errors import CorpusError
from abcstudio.files import TextFile, decode_text, unread_encoding
from abcstudio.messages import Phrase
from abcstudio.notation.limits import MAX_TUNE_LENGTH
from abcstudio.stopping import stop_if_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """The tunes of a file or folder, and how they were read.

    Attributes:
        skipped: Files and folders that nothing was read from, and files with tunes that are too
            long, each with the reason.
        guessed: Files whose encoding was guessed, each with the guess.
        others: How many files of a folder were not read, for they hold no tunes by their names.
        left_out: MusicXML and MIDI files with what was guessed, or has no sign in ABC.
        parts: The sources that are combined, none where it is one.
    """

    tunes: tuple[Tune, ...]
    skipped: tuple[FileRemark, ...] = ()
    guessed: tuple[FileRemark, ...] = ()
    others: int = 0
    left_out: tuple[FileRemark, ...] = ()
    parts: tuple[SourcePart, ...] = ()

    @property
    def remarks(self) -> tuple[FileRemark, ...]:
        """The remarks on single files, those that were left out first."""
        return self.skipped + self.guessed + self.left_out


def read_tunebook(path: Path, *, allow_stream: bool = False) -> tuple[Tune, ...]:
    """Return the tunes of one file, or of every file of tunes below a folder, numbered through.

    A file that combines sources has the tunes of these, see `combined_sources`; a .zip has those of
    its files, see `archives`.

    Files of tunes are those that `score_files.holds_tunes` says.

    `allow_stream` is that of `guarded_files.read_bytes`.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
    """
    return read_source(path, allow_stream=allow_stream).tunes


def read_source(
    path: Path, *, allow_stream: bool = False, encodings: Encodings = NO_ENCODINGS
) -> SourceReading:
    """Read what `read_tunebook` does, and say how; a bad file of a folder costs itself only.

    `allow_stream` is that of `guarded_files.read_bytes`, `encodings` what `source_encodings` says.

    Raises:
        CorpusError: As `read_tunebook`.
    """
    path = Path(path)
    if is_combination(path):
        return read_parts(load_combination(path), path, encodings)
    files = SourceContents(path, allow_stream=allow_stream)
    codec = encodings.get(str(path), "")
    tunes: list[Tune] = []
    skipped = list(map(_skipped, files.closed))
    guessed: list[FileRemark] = []
    left_out: list[FileRemark] = []
    for file, read in files:
        stop_if_asked()
        try:
            whole, remarks = _read(file, read(), codec, is_alone=file is path)
            found, too_long = _short_enough(file, whole)
        except CorpusError as error:
            if file is path:
                raise
            skipped.append(_skipped(error))
            continue
        skipped += too_long
        tunes += found if file is path else (_of_file(tune, file, path) for tune in found)
        (left_out if is_score(file) else guessed).extend(FileRemark(file, each) for each in remarks)
    if not tunes:
        raise _without_tunes(path, files, skipped)
    if files.count > 1:
        tunes = [_renumbered(tune, number) for number, tune in enumerate(tunes, start=1)]
    return SourceReading(
        tunes=tuple(tunes),
        skipped=tuple(skipped),
        guessed=tuple(guessed),
        others=files.others,
        left_out=tuple(left_out),
    )


def read_parts(
    parts: Sequence[SourcePart], name: Path, encodings: Encodings = NO_ENCODINGS
) -> SourceReading:
    """Read several sources as one; a source that cannot be read costs itself only.

    `name` is what to call them in an error, `encodings` what `source_encodings` says.

    Raises:
        CorpusError: None of them holds a tune.
    """
    tunes: list[Tune] = []
    skipped, guessed, left_out = (list[FileRemark](), list[FileRemark](), list[FileRemark]())
    others = 0
    for part in parts:
        try:
            reading = read_source(Path(part.path), encodings=encodings)
        except CorpusError as error:
            skipped.append(_skipped(error))
            continue
        tunes += (
            replace(
                tune,
                number=number,
                file=f"{part.name}/{tune.file}" if tune.file else part.name,
                weight=part.weight,
            )
            for number, tune in enumerate(reading.tunes, start=len(tunes) + 1)
        )
        skipped += reading.skipped
        guessed += reading.guessed
        left_out += reading.left_out
        others += reading.others
    if not tunes:
        raise CorpusError("corpus.nothing_combined", path=name)
    return SourceReading(
        tunes=tuple(tunes),
        skipped=tuple(skipped),
        guessed=tuple(guessed),
        others=others,
        left_out=tuple(left_out),
        parts=tuple(parts),
    )


def readings_of_source(path: Path) -> tuple[TextFile, ...]:
    """Return the first file of a source whose encoding is open, as each usual one reads it.

    There are none where every file says how it is kept.

    Raises:
        CorpusError: There is no such file or folder, or it cannot be looked at.
    """
    for file, read in SourceContents(path):
        stop_if_asked()
        if is_score(file):
            continue
        try:
            data = read()
        except CorpusError:
            continue
        decoded = decode_text(data)
        if not is_no_text(data) and leaves_it_open(decoded, is_alone=file is path):
            return other_readings(decoded)
    return ()


def _without_tunes(path: Path, files: SourceContents, skipped: Sequence[FileRemark]) -> CorpusError:
    if files.count == 1 and len(skipped) == 1:
        # Why the only one cannot be read says more than that there is no tune.
        return CorpusError(skipped[0].words.message_id, **skipped[0].words.parameters)
    if files.closed and not files.count:
        return files.closed[0]
    if files.others and not files.count:
        return CorpusError("corpus.no_abc_files", path=path, others=files.others)
    return CorpusError("corpus.no_tunes", path=path)


def _read(
    file: Path, data: bytes, codec: str, *, is_alone: bool
) -> tuple[tuple[Tune, ...], tuple[Phrase, ...]]:
    """Return a file's tunes, and what there is to say: of how it was read, or of what is lost."""
    if not data.strip():
        raise CorpusError("corpus.empty", path=file)
    if is_score(file):
        text, remarks = tunebook_of(file, data)
        return split_tunebook(text), remarks
    if other := of_another_kind(file, data):
        raise CorpusError(other.message_id, **other.parameters)
    decoded = decode_in_source(data, codec, is_alone=is_alone)
    tunes = split_tunebook(without_odd_bytes(decoded.text))
    encoding = "" if tunes else unread_encoding(data)
    if encoding:
        raise CorpusError("corpus.encoding", path=file, encoding=encoding)
    if is_no_text(data):
        raise CorpusError("corpus.no_text", path=file)
    if not tunes:
        raise CorpusError("corpus.no_tunes", path=file)
    how = how_it_was_read(decoded)
    return tunes, () if how is None else (how,)


def _short_enough(
    file: Path, tunes: tuple[Tune, ...]
) -> tuple[tuple[Tune, ...], tuple[FileRemark, ...]]:
    """Return the tunes of a file that are not too long, with a remark where others are.

    Raises:
        CorpusError: All are.
    """
    kept = tuple(tune for tune in tunes if len(tune.text) <= MAX_TUNE_LENGTH)
    count = len(tunes) - len(kept)
    if not count:
        return tunes, ()
    error = CorpusError("corpus.long_tunes", path=file, count=count, limit=MAX_TUNE_LENGTH)
    if not kept:
        raise error
    return kept, (_skipped(error),)


def _skipped(error: CorpusError) -> FileRemark:
    return FileRemark(
        Path(str(error.parameters["path"])), Phrase(error.message_id, error.parameters)
    )


def _of_file(tune: Tune, file: Path, folder: Path) -> Tune:
    return replace(tune, file=file.relative_to(folder).as_posix())


def _renumbered(tune: Tune, number: int) -> Tune:
    return replace(tune, number=number)
