"""Reading a MIDI file in the shape that `Job` runs."""

from pathlib import Path

from abcstudio.workers.job import Report, ShouldStop, Work


def import_work(path: Path) -> Work:
    """Return the work of reading one MIDI file; gives a `MidiTune`."""

    def work(_report: Report, _should_stop: ShouldStop) -> object:
        # Imported here: mido is not needed before the window is up.
        from abcstudio.recipes.import_midi import read_midi_file

        return read_midi_file(path)

    return work
