"""Export in the shape that `Job` runs."""

from collections.abc import Mapping
from pathlib import Path

from abcstudio.workers.job import Report, ShouldStop, Work


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
        from abcstudio.playback.interpretation import interpretation_of
        from abcstudio.recipes.export import ExportOptions, export_tune

        options = ExportOptions(
            instrument=instrument,
            sound_font=sound_font,
            interpretation=interpretation_of(switches),
        )
        return export_tune(text, format, target, options, should_stop)

    return work
