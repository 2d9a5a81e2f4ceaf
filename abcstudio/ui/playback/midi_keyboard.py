"""A MIDI keyboard for the window: chosen in a menu, heard at once, entered note by note."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from abcstudio.playback.midi.midi_input import (
    KeyboardLost,
    KeyboardOpened,
    KeyboardsFound,
    KeyPressed,
    KeyReleased,
    MidiEvent,
    MidiInput,
)
from abcstudio.ui.controls.port_menu import fill_with_ports
from abcstudio.ui.playback.live_sound import LiveSound
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, Report

TOGETHER_MS = 45
"""Keys that go down within this time are one chord."""

_START_MS = 1500


class MidiKeyboard(QObject):
    """Listens in the background, from the moment that a keyboard was chosen or looked for.

    Signals:
        played: Keys went down together. Carries their MIDI numbers, from low to high.
        key_changed: A key went down or came up. Carries its number and whether it is down.
        listening_changed: Another keyboard is heard, or none any more.
    """

    played = Signal(object)
    key_changed = Signal(int, bool)
    listening_changed = Signal()

    def __init__(self, studio: Studio, live: LiveSound, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._live = live
        self._input = MidiInput()
        self._job: Job | None = None
        self._names: tuple[str, ...] | None = None
        self._menu: QMenu | None = None
        self._pending: set[int] = set()
        self._heard = ""
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(TOGETHER_MS)
        self._together.timeout.connect(self._on_together)
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(_START_MS)
        self._begin.timeout.connect(self._start)
        if studio.settings.midi_input:
            # Once the window is up: asking for devices can take a while.
            self._begin.start()

    @property
    def heard(self) -> str:
        """The name of the keyboard that is heard, "" for none."""
        return self._heard

    def set_input(self, midi_input: MidiInput) -> None:
        """Listen through another backend, before listening has begun."""
        self._input = midi_input

    def fill(self, menu: QMenu) -> None:
        """Let a menu offer the keyboards; it looks for them each time it opens."""
        self._menu = menu
        menu.aboutToShow.connect(self._on_menu_opened)
        self._fill()

    def _on_menu_opened(self) -> None:
        self._fill()
        self._start()
        self._input.look()

    def _fill(self) -> None:
        menu = self._menu
        if menu is None:
            return
        menu.clear()
        words = (self.tr("No MIDI keyboard"), self.tr("Enter and hear notes from this keyboard"))
        chosen = self._studio.settings.midi_input
        fill_with_ports(menu, self._names, chosen, words, self._choose)

    def _choose(self, name: str) -> None:
        self._studio.update_settings(midi_input=name)
        self._start()
        self._input.choose(name)
        if name != self._heard:
            self._hear_from("")

    def _hear_from(self, name: str) -> None:
        self._heard = name
        self.listening_changed.emit()

    def _start(self) -> None:
        if self._job is not None:
            return
        self._live.prepare()
        self._input.choose(self._studio.settings.midi_input)
        job = Job(self._listen)
        job.progressed.connect(self._on_event)
        job.ended.connect(self._on_ended)
        self._job = job
        self._studio.start(job)

    def _listen(self, report: Report) -> None:
        """Listen in the job's thread: a key is heard there at once, and shown by the window's."""

        def on_event(event: MidiEvent) -> None:
            self._hear(event)
            report(event)

        self._input.run(on_event)

    def _hear(self, event: MidiEvent) -> None:
        if isinstance(event, KeyPressed):
            self._live.order((event.pitch,), velocity=event.velocity)
        elif isinstance(event, KeyReleased):
            self._live.silence(event.pitch)

    def _on_event(self, event: MidiEvent) -> None:
        if isinstance(event, KeyPressed):
            self.key_changed.emit(event.pitch, True)
            self._pending.add(event.pitch)
            if not self._together.isActive():
                self._together.start()
        elif isinstance(event, KeyReleased):
            self.key_changed.emit(event.pitch, False)
        elif isinstance(event, KeyboardsFound):
            self._names = event.names
            self._fill()
        elif isinstance(event, KeyboardOpened):
            words = self.tr("{0} is ready: what you play is heard at once.")
            self._studio.notify(words.format(event.name), "success")
            self._hear_from(event.name)
        elif isinstance(event, KeyboardLost):
            words = self.tr("{0} is not there. Connect it, and it is found by itself.")
            self._studio.notify(words.format(event.name), "warning")
            self._hear_from("")

    def _on_together(self) -> None:
        pitches, self._pending = tuple(sorted(self._pending)), set()
        if pitches:
            self.played.emit(pitches)

    def _on_ended(self) -> None:
        self._job = None
