"""Listening to a MIDI keyboard in the background."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from abcstudio.workers.job import Report, ShouldStop, Work

if TYPE_CHECKING:
    from abcstudio.playback.midi.midi_input import MidiEvent, MidiInput


def midi_input_work(midi_input: "MidiInput", on_event: Callable[["MidiEvent"], None]) -> Work:
    """Return the work of listening; `on_event` gets every event first, in the work's thread."""

    def work(report: Report, should_stop: ShouldStop) -> None:
        def tell(event: "MidiEvent") -> None:
            on_event(event)
            report(event)

        midi_input.run(tell, should_stop)

    return work
