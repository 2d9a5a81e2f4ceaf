"""The failures that the program expects and can explain.

An error carries a message id and its parameters, never a finished sentence: `abcstudio.messages`
turns them into English for the command line, and the window translates them.
"""

import logging
from collections.abc import Mapping

log = logging.getLogger(__name__)


class AbcStudioError(Exception):
    """An error that one sentence explains to a person.

    Attributes:
        message_id: A key of `abcstudio.messages.ENGLISH`.
        parameters: What the sentence's placeholders stand for.
    """

    def __init__(self, message_id: str, /, **parameters: object) -> None:
        super().__init__(message_id, parameters)
        self.message_id = message_id
        self.parameters: Mapping[str, object] = parameters

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.message_id}({details})"


class CancelledError(AbcStudioError):
    """The person asked for long work to stop, and it stopped."""

    def __init__(self) -> None:
        super().__init__("work.cancelled")


class HomeError(AbcStudioError):
    """There is no place for the person's settings, models and texts."""


class UnusableInputError(AbcStudioError):
    """What was given, a file or a value, is nothing that the work could begin with."""


class TextFileError(UnusableInputError):
    """A text file cannot be read, or its text cannot be written in its encoding."""


class OutputError(AbcStudioError):
    """What is to be printed cannot be."""


class CorpusError(UnusableInputError):
    """A tunebook holds nothing that can be used for what was asked."""


class ModelFileError(UnusableInputError):
    """A file is not a model that this program can open.

    What its `detail` says is of use to those who build the program: it goes into the log.
    """

    def __init__(self, message_id: str, /, **parameters: object) -> None:
        super().__init__(message_id, **parameters)
        if "detail" in parameters:
            log.info("%s", self)


class PromptError(UnusableInputError):
    """A text holds nothing that the model can read, or characters that it has never seen."""


class EditionError(UnusableInputError):
    """What is asked for needs torch, which this edition of the program leaves out."""


class DeviceError(UnusableInputError):
    """This machine has no such device to compute on."""


class TrainingError(AbcStudioError):
    """Training cannot start or go on."""


class TrainingInputError(TrainingError, UnusableInputError):
    """A setting, a text or a folder is nothing that training could begin with."""


class SweepError(TrainingInputError):
    """A sweep of training runs cannot be made, or its folder cannot be used."""


class RunsError(TrainingInputError):
    """Training runs cannot be found, written out or marked as was asked for."""


class LoggingError(TrainingError):
    """A log beside the run's folder cannot be written; training goes on without it."""


class SoundError(AbcStudioError):
    """A sound font, a sound device or a sound file cannot be used."""


class EngravingError(AbcStudioError):
    """The score cannot be drawn."""


class ExportError(AbcStudioError):
    """A tune cannot be written in the format that was asked for."""


class FolderError(ExportError):
    """Nothing can be written, or nothing more, where the files are to go."""


class UnusableFolderError(FolderError, UnusableInputError):
    """The folder that was named for the files cannot be written into."""


class EditError(AbcStudioError):
    """A tune cannot be changed in the way that was asked for."""


class RewritingError(UnusableInputError):
    """Measures of a tune cannot be composed anew in the way that was asked for."""


class TakeError(UnusableInputError):
    """A take of the history is not there, or cannot be composed again."""


class MidiFileError(UnusableInputError):
    """A MIDI file cannot be read as a tune."""


class MusicXmlError(UnusableInputError):
    """A MusicXML file cannot be read as a tune."""


class LessonError(UnusableInputError):
    """A lesson cannot be used, or no process runs its answers."""


class ReportError(UnusableInputError):
    """A report cannot be made of what was named."""
