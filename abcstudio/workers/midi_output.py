"""Sending to a MIDI port in the background."""

from typing import TYPE_CHECKING

from abcstudio.workers.job import Report, ShouldStop, Work

if TYPE_CHECKING:
    from abcstudio.playback.midi.midi_output import MidiOutput


def midi_output_work(midi_output: "MidiOutput") -> Work:
    """Return the work of sending; what happens to the ports is its progress."""

    def work(report: Report, should_stop: ShouldStop) -> None:
        midi_output.run(report, should_stop)

    return work
