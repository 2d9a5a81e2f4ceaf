"""What is played, to a MIDI port too: chosen in a menu, kept, found again when it comes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from abcstudio.ui.controls.areas import corner_above
from abcstudio.ui.controls.port_menu import fill_with_ports
from abcstudio.ui.playback.port_output import PortOutput
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job

if TYPE_CHECKING:
    from abcstudio.playback.midi.midi_output import MidiOutput, PortNews

_START_MS = 1500


class MidiSender(QObject):
    """Sends from the moment that a port was chosen or looked for.

    Attributes:
        menu: Offers the ports, the clock, and whether the tune is heard here too.
    """

    def __init__(
        self, studio: Studio, actions: Actions, played: PortOutput, button: QWidget
    ) -> None:
        super().__init__(button)
        self._studio = studio
        self._played = played
        self._button = button
        self._output: MidiOutput | None = None
        self._job: Job | None = None
        self._names: tuple[str, ...] | None = None
        self.menu = QMenu(button)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._on_menu_opened)
        CommandGroup(actions, self, menu="play", submenu="midi").add(
            CommandSpec("play.midi_output", "MIDI &output…",
                "Send what is played to a synthesizer or another program",
                do=self._open_menu, section="midi")
        )  # fmt: skip
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.setInterval(_START_MS)
        self._begin.timeout.connect(self._start)
        studio.on_change(
            self._on_wish_changed, "midi_output", "midi_clock", "metronome", "heard_here_too"
        )
        if studio.settings.midi_output:
            # Once the window is up: asking for devices can take a while.
            self._begin.start()

    @property
    def is_running(self) -> bool:
        """Whether ports are looked for, and sent to."""
        return self._job is not None

    def set_output(self, output: "MidiOutput") -> None:
        """Send through another backend, before sending has begun."""
        self._output = output

    def _open_menu(self) -> None:
        # Filled first: its place depends on its size.
        self._fill()
        self.menu.popup(corner_above(self._button, self.menu.sizeHint()))

    def _on_menu_opened(self) -> None:
        self._start()
        if self._output is not None:
            self._output.look()
        self._fill()

    def _fill(self) -> None:
        settings, menu = self._studio.settings, self.menu
        menu.clear()
        words = (self.tr("No MIDI port"), self.tr("Send what is played here"))
        fill_with_ports(menu, self._names, settings.midi_output, words, self._choose)
        menu.addSeparator()
        for name, text, tip, keep in (
            (
                "midi_clock",
                self.tr("Send the &clock"),
                self.tr("Start, stop and 24 ticks a beat"),
                lambda is_on: self._studio.update_settings(midi_clock=is_on),
            ),
            (
                "heard_here_too",
                self.tr("&Hear it here too"),
                self.tr("Play through the sound device as well as the port"),
                lambda is_on: self._studio.update_settings(heard_here_too=is_on),
            ),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(getattr(settings, name))
            action.setToolTip(tip)
            action.toggled.connect(keep)

    def _choose(self, name: str) -> None:
        self._studio.update_settings(midi_output=name)

    def _wish(self) -> tuple[str, bool, bool, bool]:
        settings = self._studio.settings
        return (
            settings.midi_output,
            settings.midi_clock,
            settings.metronome,
            settings.heard_here_too,
        )

    def _on_wish_changed(self) -> None:
        if self._studio.settings.midi_output:
            self._start()
        self._apply()

    def _start(self) -> None:
        from abcstudio.playback.midi.midi_output import MidiOutput

        if self.is_running:
            return
        if self._output is None:
            self._output = MidiOutput()
        self._apply()
        job = Job(self._output.run)
        job.progressed.connect(self._on_news)
        job.ended.connect(self._on_ended)
        self._job = job
        self._studio.start(job)

    def _apply(self) -> None:
        name, has_clock, has_clicks, is_heard = self._wish()
        if self._output is not None:
            # First, so that the old port gets the ends of its notes.
            self._played.send_to(self._output if name else None, is_heard=is_heard or not name)
            self._output.choose(name, has_clock=has_clock, has_clicks=has_clicks)

    def _on_news(self, news: "PortNews") -> None:
        from abcstudio.playback.midi.midi_output import PortLost, PortOpened, PortsFound

        if isinstance(news, PortsFound):
            if news.names != self._names:
                self._names = news.names
                self._fill()
                if self.menu.isVisible():
                    self.menu.resize(self.menu.sizeHint())
                    self.menu.move(corner_above(self._button, self.menu.size()))
        elif isinstance(news, PortOpened):
            words = self.tr("What is played goes to {0} too.")
            self._studio.notify(words.format(news.name), "success")
        elif isinstance(news, PortLost):
            words = self.tr("{0} is not there. Connect it, and it is found by itself.")
            self._studio.notify(words.format(news.name), "warning")

    def _on_ended(self) -> None:
        self._job = None
