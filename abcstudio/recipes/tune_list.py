"""Some tunes as one text of ABC, as rows of a table, or as files of MusicXML."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from abcstudio.corpus.key_words import short_key
from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.corpus.tune import Tune
from abcstudio.decoding import declaring_utf8
from abcstudio.errors import CorpusError
from abcstudio.files import atomic_write
from abcstudio.recipes.export import ExportResult, TuneExporter
from abcstudio.recipes.tune_files import Targets, prepare_folder, unwritable
from abcstudio.stopping import in_turns

_NUMBER = re.compile(r"\A(?:X:.*\n?)?")
_FORMULA = ("=", "@", "+", "-")

Rows = Sequence[Sequence[str]]


def abc_of(tunes: Sequence[Tune]) -> str:
    """Return tunes as one tunebook; where two have one number, all are numbered from 1."""
    texts = [tune.standalone_text.strip("\n") for tune in tunes]
    if len({tune.reference_number for tune in tunes}) < len(tunes):
        texts = [_NUMBER.sub(f"X:{number}\n", text) for number, text in enumerate(texts, start=1)]
    return "\n\n".join(texts) + "\n"


def rows_of(tunes: Sequence[Tune]) -> Rows:
    """Return number, title, rhythm, meter, key, measures, origin and file of each tune."""
    return [
        (
            str(tune.number),
            tune.title,
            tune.rhythm,
            tune.meter,
            short_key(tune.key),
            str(tune.measure_count),
            tune.origin,
            tune.file,
        )
        for tune in tunes
    ]


def table_text(rows: Rows) -> str:
    """Return rows as lines with tabs, as spreadsheets paste them."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows) + "\n"


def write_tunes(
    tunes: Sequence[Tune],
    target: Path,
    heads: Sequence[str],
    source: Path,
    *,
    report: Callable[[ExportResult], object] = lambda _result: None,
) -> Sequence[ExportResult]:
    """Write tunes as ABC, CSV or MusicXML, by the ending of a file.

    Of several tunes MusicXML has a file each, in a folder that is called as the file would be.

    Args:
        tunes: The tunes.
        target: The file.
        heads: What the columns of a table are called.
        source: Where the tunes are from, which is never replaced.
        report: Called with each tune that has a file of its own.

    Returns:
        The result of each tune that has a file of its own.

    Raises:
        ExportError: A file of the source would be replaced, or nothing can be written there.
    """
    inputs = _files_of(source)
    if target.suffix.lower() == ".musicxml":
        exporter = TuneExporter("musicxml", None, inputs)
        folder = folder_of(tunes, target)
        prepare_folder(folder)
        if len(tunes) == 1:
            # The file is called as it was named, whichever number the tune has.
            tunes = [replace(tunes[0], number=1)]
        return exporter.write_tunes(tunes, target.stem, folder, report)
    Targets(inputs).check(target)
    if target.suffix.lower() == ".csv":
        # Spreadsheets tell UTF-8 by its mark.
        data = _csv([heads, *rows_of([*in_turns(tunes)])]).encode("utf-8-sig")
    else:
        text = declaring_utf8(abc_of([*in_turns(tunes)]))
        data = text.encode("utf-8", "surrogateescape")
    try:
        atomic_write(target, data)
    except OSError as error:
        raise unwritable(target, error) from error
    return ()


def folder_of(tunes: Sequence[Tune], target: Path) -> Path:
    """Return the folder that MusicXML goes to."""
    return target.parent if len(tunes) == 1 else target.with_suffix("")


def _files_of(source: Path) -> Sequence[Path]:
    try:
        return tunebook_files(source)
    except CorpusError:
        return ()


def _csv(rows: Rows) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
