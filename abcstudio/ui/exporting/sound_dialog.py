"""Tunes as MIDI or sound: which, how they are heard, then how far it is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QWidget,
)
from typing_extensions import override

from abcstudio.corpus.tune import Tune
from abcstudio.playback.sound.mix import Strip
from abcstudio.ui.controls.background_dialog import BackgroundDialog
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.controls.target_dialog import ask_target, file_name_of, may_replace
from abcstudio.ui.exporting.export_outcome import outcome_of_all, outcome_of_remarks
from abcstudio.ui.exporting.score_exporter import say_folder_written, say_written
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.instrument_names import instrument_names
from abcstudio.workers.export import HeardForm, WrittenTune, export_all, export_one
from abcstudio.workers.job import Job, plain_work

if TYPE_CHECKING:
    from abcstudio.recipes.export import ExportResult

HEARD, PLAIN = "heard", "plain"
ONE, ALL = "one", "all"
Source = tuple[Sequence[Tune], Tune | None]
_SENTENCE_LINES = 2


class SoundDialog(BackgroundDialog):
    """Asks which tunes and how they are to be heard, and writes them."""

    def __init__(
        self,
        studio: Studio,
        playback: PlaybackController,
        source: Callable[[], Source],
        name: str,
        folder: str,
        parent: QWidget,
    ) -> None:
        """Make the dialog.

        Args:
            studio: Gives settings and starts the work.
            playback: What is heard now.
            source: Gives all tunes that can be written, as they are now, and the one of them that
                is worked on; None where it is always all.
            name: What files of several tunes are called.
            folder: Where they go, as a proposal.
            parent: What the dialog belongs to.
        """
        super().__init__(studio, self.tr("Export MIDI or sound"), self.tr("&Export…"), parent)
        self._playback = playback
        self._source = source
        self._tunes, self._current = source()
        self._name = name
        self._folder = folder
        self.setProperty("help_topic", "playback")
        self.setMinimumWidth(60 * GRID)
        self.format = ChoiceBox()
        self.which = ChoiceBox()
        self.manner = ChoiceBox()
        self.voices = QCheckBox(self.tr("A file for each &voice"))
        self.levelled = QCheckBox(self.tr("Same &loudness in all files"))
        self._set_up_controls()
        self._lay_out()
        for box in (self.format, self.which, self.manner):
            box.currentIndexChanged.connect(self._show_state)
        self.voices.toggled.connect(self._show_state)
        playback.tempo.changed.connect(self._on_heard_changed)
        playback.strips.tracks_changed.connect(self._on_heard_changed)
        self._show_state()

    def propose(self, format: str, which: str = ONE) -> None:
        """Propose a format and which tunes."""
        self.format.setCurrentIndex(self.format.findData(format))
        self.which.setCurrentIndex(max(0, self.which.findData(which)))

    @property
    def heard_form(self) -> HeardForm:
        """How the tunes are to be heard, as it is chosen."""
        is_plain = self._is_plain
        tempo_and_mixer_of = "" if is_plain else self._text_of_one
        form = self._playback.heard_form(tempo_and_mixer_of)
        return replace(
            form,
            is_plain=is_plain,
            is_per_voice=self.voices.isChecked(),
            is_levelled=self.levelled.isChecked(),
        )

    def write_to(self, target: Path) -> None:
        """Write the current tune to one file, in the background."""
        if self._current is not None:
            text, format = self._current.standalone_text, str(self.format.currentData())
            job = Job(plain_work(export_one, text, format, target, self.heard_form))
            job.finished.connect(self._on_written)
            self._begin(job, target.parent, 0)

    def write_into(self, folder: Path) -> None:
        """Write the tunes into a folder, in the background."""
        tunes = [replace(tune, number=n) for n, tune in enumerate(self._chosen, start=1)]
        format = str(self.format.currentData())
        job = Job(
            partial(
                export_all,
                tunes,
                stem=self._stem,
                format=format,
                out_dir=folder,
                form=self.heard_form,
            )
        )
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_all_written)
        self._folder = str(folder)
        self._begin(job, folder, len(tunes))

    @property
    def _is_one(self) -> bool:
        return bool(self.which.currentData() == ONE)

    @property
    def _chosen(self) -> tuple[Tune, ...]:
        if self._is_one:
            return (self._current,) if self._current is not None else ()
        return tuple(self._tunes)

    @property
    def _is_plain(self) -> bool:
        return bool(self.manner.currentData() == PLAIN)

    @property
    def _text_of_one(self) -> str:
        """The tune that is worked on, "" where all are written."""
        return self._current.text if self._is_one and self._current is not None else ""

    @property
    def _stem(self) -> str:
        name = self._current.title if self._is_one and self._current is not None else ""
        return file_name_of(name or self._name)

    def _set_up_controls(self) -> None:
        for words, format in (
            (self.tr("MIDI"), "mid"),
            (self.tr("WAV sound"), "wav"),
            (self.tr("FLAC sound, smaller"), "flac"),
            (self.tr("Ogg Vorbis sound, smallest"), "ogg"),
        ):
            self.format.addItem(words, format)
        self.format.setAccessibleName(self.tr("Format"))
        self.format.setToolTip(self.tr("MIDI for sequencers and notation programs, sound to hear"))
        if self._current is not None:
            self.which.addItem(self._current.title or self.tr("This tune"), ONE)
        count = len(self._tunes)
        if count > 1 or self._current is None:
            self.which.addItem(self.tr("All %Ln tunes", "", count), ALL)
        self.which.setAccessibleName(self.tr("Tunes"))
        self.which.setToolTip(self.tr("Several tunes become a file each"))
        self.manner.addItem(self.tr("As heard"), HEARD)
        self.manner.addItem(self.tr("As written"), PLAIN)
        self.manner.setAccessibleName(self.tr("Playing"))
        self.manner.setToolTip(self.tr("Everything that is heard here, or the written notes only"))
        self.voices.setToolTip(self.tr("For mixing them elsewhere: NAME-v1, NAME-v2 and so on"))
        self.levelled.setChecked(True)
        self.levelled.setToolTip(
            self.tr("All files play equally loud, without clipping; off: as loud as they are mixed")
        )
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # As long as the longest sentence: the dialog does not jump.
        self.status.setMinimumHeight(_SENTENCE_LINES * self.fontMetrics().lineSpacing())
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.write_button.setToolTip(self.tr("Choose where to, and write"))

    def _lay_out(self) -> None:
        form = self.form
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("&Tunes"), self.which)
        form.addRow(self.tr("&Playing"), self.manner)
        form.addRow("", self.voices)
        form.addRow("", self.levelled)

    @override
    def _inputs(self) -> tuple[QWidget, ...]:
        return self.format, self.manner, self.voices

    @override
    def _stopped_words(self) -> str:
        return self.tr("Stopped after %Ln tunes; what was written stays.", "", self.bar.value())

    @override
    def _show_state(self) -> None:
        super()._show_state()
        self.which.setEnabled(self._job is None and self.which.count() > 1)
        self.levelled.setEnabled(self._job is None and self.format.currentData() != "mid")
        self.status.setText(self._sentence() if self._job is None else self.tr("Writing…"))

    def _sentence(self) -> str:
        """Return what will be in the files."""
        is_sound = self.format.currentData() != "mid"
        instrument = instrument_names()[self._playback.loader.instrument]
        if self._is_plain:
            sentences = [self.tr("The written notes: no chords, ornaments or swing.")]
            if is_sound:
                sentences.append(self.tr("On the {0}.").format(instrument))
            return " ".join(sentences)
        words = self.tr("On the {0}, with what is chosen under How tunes are played.")
        sentences = [words.format(instrument)]
        form = self.heard_form
        if form.quarters_per_minute is not None:
            percent = self.locale().toString(self._playback.tempo.percent)
            sentences.append(self.tr("At {0} % of the written tempo.").format(percent))
        if any(strip != Strip() for strip in form.strips.values()):
            sentences.append(self.tr("Voices as they are mixed."))
        return " ".join(sentences)

    @override
    def _ask(self) -> None:
        # The text may have been changed since the dialog was opened.
        self._tunes, self._current = self._source()
        self._show_state()
        if not self._chosen:
            self.status.setText(self.tr("The tune is gone."))
            return
        format = str(self.format.currentData())
        title, start = self.windowTitle(), Path(self._folder)
        if self._is_one and not self.voices.isChecked():
            kinds = {format: self.tr("{0} (*.{1})").format(self.format.currentText(), format)}
            if format == "mid":
                kinds["midi"] = kinds["mid"]
            path = ask_target(self, title, start / f"{self._stem}.{format}", kinds)
            if path is not None:
                self.write_to(path)
            return
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the files go"), str(start))
        if chosen and self._may_write_into(Path(chosen), format):
            self.write_into(Path(chosen))

    def _may_write_into(self, folder: Path, format: str) -> bool:
        """Ask before files of an earlier export are replaced."""
        ours = re.compile(rf"{re.escape(self._stem)}(-\d+)?(-v\d+)?\.{format}")
        try:
            count = sum(bool(ours.fullmatch(path.name)) for path in folder.iterdir())
        except OSError:
            # Writing there will say what is the matter.
            count = 0
        # The first is for languages without plural forms on file, English before all.
        one = self.tr("1 file of these names is in {0} already.")
        many = self.tr("%Ln files of these names are in {0} already.", "", count)
        words = one if count == 1 else many
        return not count or may_replace(self, self.windowTitle(), words.format(folder.name))

    def _on_heard_changed(self) -> None:
        """Say what would be written now, but neither over what is done nor over how that ended."""
        if self._job is None and not self._is_outcome_told:
            self._show_state()

    def _on_progressed(self, _result: "ExportResult") -> None:
        self.bar.setValue(self.bar.value() + 1)
        words = self.tr("Writing tune {0} of {1}…")
        locale = self.locale()
        self._tell_progress(
            words.format(
                locale.toString(min(self.bar.value() + 1, self.bar.maximum())),
                locale.toString(self.bar.maximum()),
            )
        )

    def _on_written(self, written: WrittenTune) -> None:
        say_written(self._studio, written.path, *outcome_of_remarks(written.remarks))
        self._end()

    def _on_all_written(self, results: "Sequence[ExportResult]") -> None:
        folder = Path(self._folder)
        say_folder_written(self._studio, folder, outcome_of_all(results, folder))
        self._end()
