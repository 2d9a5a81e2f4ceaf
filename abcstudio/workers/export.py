"""Export in the shape that `Job` runs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.workers.job import Report, ShouldStop, Work

if TYPE_CHECKING:
    from abcstudio.corpus.tune import Tune
    from abcstudio.recipes.export import ExportOptions, ExportResult


def export_work(
    text: str,
    format: str,
    target: Path,
    instrument: str,
    sound_font: Path,
    switches: Mapping[str, bool],
) -> Work:
    """Return the work of writing one tune; gives the path that was written."""

    def work(_report: Report, should_stop: ShouldStop) -> Path:
        # Imported here: NumPy and the synthesizer are not needed before the window is up.
        from abcstudio.recipes.export import export_tune

        options = _options(instrument, sound_font, switches)
        return export_tune(text, format, target, options, should_stop)

    return work


def export_all_work(
    tunes: "Sequence[Tune]",
    stem: str,
    format: str,
    out_dir: Path,
    instrument: str,
    sound_font: Path,
    switches: Mapping[str, bool],
) -> Work:
    """Return the work of writing many tunes, a file each; reports each tune's `ExportResult`."""

    def work(report: Report, should_stop: ShouldStop) -> "tuple[ExportResult, ...]":
        from abcstudio.recipes.export import export_tunes

        options = _options(instrument, sound_font, switches)
        return export_tunes(tunes, stem, format, out_dir, options, report, should_stop)

    return work


def _options(instrument: str, sound_font: Path, switches: Mapping[str, bool]) -> "ExportOptions":
    from abcstudio.playback.interpretation import interpretation_of
    from abcstudio.recipes.export import ExportOptions

    return ExportOptions(
        instrument=instrument, sound_font=sound_font, interpretation=interpretation_of(switches)
    )
