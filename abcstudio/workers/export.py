"""Export of tunes as files, in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from abcstudio.playback.sound.mix import Strip
from abcstudio.workers.job import Report

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.recipes.export import ExportResult
    from abcstudio.recipes.export_options import ExportOptions
    from abcstudio.recipes.tune_files import Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardForm:
    """How tunes are to be heard in the files.

    Attributes:
        instrument: A key of `INSTRUMENTS`.
        sound_font: The .sf2 for sound.
        switches: What a player adds, as the settings have it.
        strips: What is heard of each track.
        quarters_per_minute: Another tempo than the tune's own; None keeps that.
        is_plain: As written, without what a player adds and without a mixer.
        is_per_voice: A file for each voice.
        is_levelled: Sound is brought to one loudness.
    """

    instrument: str
    sound_font: Path
    switches: Mapping[str, bool]
    strips: Mapping[int, Strip] = field(default_factory=dict)
    quarters_per_minute: float | None = None
    is_plain: bool = False
    is_per_voice: bool = False
    is_levelled: bool = True

    def options(self) -> "ExportOptions":
        """Return what the recipe asks for."""
        from abcstudio.playback.interpretation import interpretation_of
        from abcstudio.recipes.export_options import ExportOptions

        return ExportOptions(
            plain=self.is_plain,
            instrument=self.instrument,
            sound_font=self.sound_font,
            interpretation=interpretation_of(self.switches),
            strips=self.strips,
            quarters_per_minute=self.quarters_per_minute,
            per_voice=self.is_per_voice,
            is_levelled=self.is_levelled,
        )


class WrittenTune(NamedTuple):
    """Where a tune was written, and what should be said about it."""

    path: Path
    remarks: "Sequence[Remark]"


def export_one(text: str, format: str, target: Path, form: HeardForm | None) -> WrittenTune:
    """Write one tune to one file; without a form the format must be one that is not heard."""
    # Imported here: NumPy and the synthesizer are not needed before the window is up.
    from abcstudio.recipes.export import export_tune

    options = form.options() if form is not None else None
    remarks: list[Remark] = []
    path = export_tune(text, format, target, options, tell=remarks.append)
    return WrittenTune(path, remarks)


def export_all(
    tunes: "Sequence[Tune]",
    report: Report,
    *,
    stem: str,
    format: str,
    out_dir: Path,
    form: HeardForm,
) -> "tuple[ExportResult, ...]":
    """Write tunes into a folder; reports each tune's `ExportResult`."""
    from abcstudio.recipes.export import export_tunes

    return export_tunes(
        tunes=tunes,
        stem=stem,
        format=format,
        out_dir=out_dir,
        options=form.options(),
        report=report,
    )


def write_list(
    tunes: "Sequence[Tune]", report: Report, *, target: Path, heads: Sequence[str], source: Path
) -> "Sequence[ExportResult]":
    """Write tunes as ABC, CSV or MusicXML; reports each tune that has a file of its own."""
    from abcstudio.recipes.tune_list import write_tunes

    return write_tunes(tunes, target, heads, source, report=report)
