"""Message ids and their English sentences; no Qt.

The command line prints `english(id, parameters)`; the window looks the same template up in its
translation (`abcstudio.ui.translation`). Placeholders are those of `str.format` with names.
A sentence says what happened, where, and the way out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ENGLISH: dict[str, str] = {
    "work.cancelled": "Stopped.",
    # Files (TextFileError, OSError)
    "file.not_found": "There is no file {path}.",
    "file.unusable": "{path} cannot be used: {reason}.",
    "file.unreadable": "{path} cannot be read: {reason}.",
    "file.unwritable": "{path} cannot be written: {reason}. The old file, if there was one, is unchanged.",
    "file.unencodable": "{path} is kept in {encoding}, which has no character {character!r} (line {line}). Save it as UTF-8 instead.",
    # Tunebooks (CorpusError)
    "corpus.not_found": "There is no file or folder {path}.",
    "corpus.unreadable": "{path} cannot be read: {reason}.",
    "corpus.no_tunes": "{path} holds no tune: none of its lines begins with X:.",
    # Models (ModelFileError)
    "model.not_found": "There is no model file {path}.",
    "model.none": "No model is loaded. Train one, or choose one from the list.",
    "model.unreadable": "{path} cannot be read: {reason}.",
    "model.not_a_model": "{path} is not a model of this program. Choose a .safetensors file that ABC Studio has written.",
    "model.other_version": "{path} was written by another version of this program (format {version}). Update ABC Studio, or train the model again.",
    "model.damaged": "{path} is damaged and cannot be opened ({detail}). Use another copy of it, or train the model again.",
    "model.not_finite": "{path} holds numbers that are not finite, so it is of no use. Use an earlier checkpoint, or train again.",
    # Seeds (PromptError)
    "prompt.unknown_characters": "The model has never seen {characters}. Drop them from the seed, or choose another model.",
    # Engraving (EngravingError)
    "engraving.failed": "The score could not be drawn: the engraving process ended unexpectedly. Change the tune or try again.",
    "engraving.unreadable": "The score could not be drawn. The text and the sound of the tune are unchanged.",
    # Notation: what the reader found in a tune (abcstudio.notation, one per diagnostic code)
    "notation.another-tune": "A second tune begins here; only the first one is read.",
    "notation.text-after-tune": "The tune ended at the empty line above; this text is not part of it.",
    "notation.missing-key": "The tune has no K: field. It is read without sharps and flats.",
    "notation.key-empty": "K: is empty: the tune is read without sharps and flats.",
    "notation.bad-key": "{word} is not a key.",
    "notation.key-word-unknown": "{word} means nothing in a K: field and is left out.",
    "notation.bad-meter": "{value} is not a meter. Write it as 4/4, C, C| or none.",
    "notation.bad-unit-note-length": "{value} is not a note length. Write it as 1/8.",
    "notation.bad-tempo": "{value} is not a tempo. Write it as 1/4=120.",
    "notation.tempo-old-style": "This old form of tempo is read as {beat}={rate}.",
    "notation.bad-part-order": "This order of parts cannot be read. Write it as ABA or A2(BC)2.",
    "notation.limit-parts": "This order of parts is too long to be played; the tune is played once through.",
    "notation.bad-user-symbol": "A U: field gives one letter a meaning, as in U: T = !trill!.",
    "notation.macro-not-read": "Macros (m:) are not read; write the notes out.",
    "notation.directive-refused": "%%{name} would open a file or run a program and is never followed.",
    "notation.field-not-inline": "A {letter}: field cannot stand inside a line of music.",
    "notation.limit-elements": "The tune is longer than {limit} signs; the rest is not read.",
    "notation.limit-chord": "A chord can have {limit} notes at most.",
    "notation.limit-lines": "The tune is longer than {limit} lines; the rest is not read.",
    "notation.bar-line-missing": "Measure {number} has no bar line at the end of the line.",
    "notation.fix-add-bar-line": "Add a bar line",
    "notation.limit-marks": "A note can have {limit} decorations, chord symbols or annotations at most.",
    "notation.chord-old-style": "This old form of a chord is read as if it stood in [ ].",
    "notation.fix-chord": "Write the chord in [ ]",
    "notation.limit-voices": "A tune can have {limit} voices at most.",
    "notation.bad-accidental": "This accidental cannot be read.",
    "notation.octave-out-of-range": "This note is too many octaves away.",
    "notation.bad-length": "{length} is not a note length.",
    "notation.chord-not-closed": "The chord is never closed: a ] is missing.",
    "notation.chord-empty": "There are no notes in this chord.",
    "notation.grace-not-closed": "The grace notes are never closed: a }} is missing.",
    "notation.quote-not-closed": 'The text is never closed: a second " is missing.',
    "notation.chord-symbol-unknown": "{text} is not a chord: chords begin with a letter from A to G.",
    "notation.unknown-decoration": "There is no decoration named {name}.",
    "notation.shorthand-undefined": "{sign} means nothing here: it is neither a note nor a decoration.",
    "notation.unknown-character": "{characters} means nothing here.",
    "notation.bad-tuplet": "This tuplet cannot be read.",
    "notation.tuplet-short": "The tuplet has fewer notes than it says.",
    "notation.slur-not-opened": "A slur closes here that was never opened.",
    "notation.tie-without-note": "There is no note before this tie.",
    "notation.tie-without-partner": "The tie leads to no note of the same pitch. Was a slur meant?",
    "notation.broken-rhythm-unequal": "The two notes of this broken rhythm are not equally long.",
    "notation.broken-rhythm-alone": "A broken rhythm (> or <) stands between two notes of one measure.",
    "notation.overlay-not-read": "Overlays of several measures, (& and &), are not read; write & in each measure.",
    "notation.lyrics-too-long": "The lyrics have {count} syllables more than the line has notes.",
    "notation.measure-short": "Measure {number} is {amount} short: {found} of {expected}.",
    "notation.measure-long": "Measure {number} is {amount} too long: {found} of {expected}.",
    "notation.length-whole": "one whole note",
    "notation.length-wholes": "{count} whole notes",
    "notation.length-half": "one half note",
    "notation.length-halves": "{count} half notes",
    "notation.length-quarter": "one quarter note",
    "notation.length-quarters": "{count} quarter notes",
    "notation.length-eighth": "one eighth note",
    "notation.length-eighths": "{count} eighth notes",
    "notation.length-sixteenth": "one sixteenth note",
    "notation.length-sixteenths": "{count} sixteenth notes",
    "notation.length-thirty-second": "one thirty-second note",
    "notation.length-thirty-seconds": "{count} thirty-second notes",
    "notation.length-fraction": "{length} of a whole note",
    "notation.repeat-assumed": "A repeat ends here that was never opened with |: and goes back to {place}.",
    "notation.repeat-from-bar": "the double bar before measure {number}",
    "notation.repeat-not-closed": "A repeat opens here that is never closed with :|.",
    "notation.ending-not-closed": "This ending is never closed: a repeat sign or a double bar is missing after it.",
    "notation.ending-without-first": "Ending {number} has no ending 1 before it.",
    "notation.meter-rest-unread": "Only {value} is read of this meter; write music on a line of its own.",
    "notation.text-in-header": "This line of the header is not a field such as T: or M:.",
    "notation.fix-slur": "Make it a slur",
    "notation.fix-close-repeat": "Close the repeat",
    "notation.fix-remove": "Remove it",
    "notation.fix-make-annotation": "Make it an annotation above the note",
    "notation.fix-tempo": "Write the tempo the modern way",
    "notation.fix-add-key": "Add a K: field",
    # Changes of a tune (EditError)
    "edit.bad_tonic": "{tonic} names no key. Write a letter from A to G, with # or b where needed.",
    "edit.key_too_far": "Here {tonic} would need more than seven sharps or flats. Choose the key that sounds the same, such as Db instead of C#.",
    # Training (TrainingError)
    "training.unknown_name": "There is no setting {name}. The settings are: {known}.",
    "training.not_a_number": "{name} must be a number, and {text!r} is none.",
    "training.not_a_choice": "{name} cannot be {text!r}. Choose one of: {choices}.",
    "training.out_of_range": "{name} cannot be {value}. Choose a value from {minimum} to {maximum}.",
    "training.no_tunes": "There are no tunes to train on. Open a tunebook first.",
    "training.too_little_text": "The tunes have {characters} characters, and one piece of text alone needs {needed}. Add tunes, or make the sequence length smaller.",
    "training.not_finite": "Training stopped at step {step}: the loss is no longer a number. The last good checkpoint is kept. Go on from it with a smaller learning rate or a gradient limit.",
    "training.diverged": "Training stopped at step {step}: the loss has grown to {loss} instead of falling. The last good checkpoint is kept. Try a smaller learning rate or a gradient limit.",
    "training.out_of_memory": "Training stopped at step {step}: there is not enough memory for a single piece of text. The last good checkpoint is kept. Try fewer hidden units or layers, or a shorter sequence length.",
    "training.rows_at_once": "Memory does not suffice for the whole batch, so {rows} pieces of text are read at once. The network learns the same, only slower.",
    "training.not_a_run": "{path} holds no training run.",
    "training.folder_in_use": "{path} already holds a training run. Go on with it, or choose another folder.",
    "training.no_run_name": "There are too many runs named {path}. Choose another name.",
    # Devices
    "device.cpu": "Processor, threads: {threads}",
    "device.cuda": "{name}, {memory} GB",
    "device.mps": "Apple GPU",
    "device.no_cuda_build": "Computing on the processor: this copy of PyTorch was built without support for NVIDIA GPUs.",
    "device.no_cuda_driver": "Computing on the processor: no NVIDIA GPU with a working driver was found.",
    "device.no_mps": "Computing on the processor: this machine has no Apple GPU that PyTorch can use.",
    # Hyper-parameters: label and sentence of meaning (learning.config.TrainingConfig)
    "hyperparameter.cell": "Cell",
    "hyperparameter.cell.help": "How a unit remembers: LSTM and GRU keep what they have read for long, a plain RNN soon forgets.",
    "hyperparameter.num_layers": "Layers",
    "hyperparameter.num_layers.help": "Recurrent layers on top of each other. More see larger shapes, and learn and draw more slowly.",
    "hyperparameter.embedding_dim": "Embedding",
    "hyperparameter.embedding_dim.help": "How many numbers stand for one character.",
    "hyperparameter.hidden_size": "Hidden units",
    "hyperparameter.hidden_size.help": "How many numbers the network remembers with. More learn more detail and take longer.",
    "hyperparameter.dropout": "Dropout",
    "hyperparameter.dropout.help": "Share of the units that are left out at random while training, so that the network does not learn tunes by heart.",
    "hyperparameter.tied_weights": "Tied weights",
    "hyperparameter.tied_weights.help": "Lets the numbers that stand for a character when it is read also score it when it is written: fewer weights to learn.",
    "hyperparameter.steps": "Steps",
    "hyperparameter.steps.help": "How many times the network is corrected.",
    "hyperparameter.batch_size": "Batch size",
    "hyperparameter.batch_size.help": "How many pieces of text are read side by side in a step.",
    "hyperparameter.seq_len": "Sequence length",
    "hyperparameter.seq_len.help": "How many characters a piece of text has. Longer ones show the network more of a tune.",
    "hyperparameter.optimizer": "Optimizer",
    "hyperparameter.optimizer.help": "The rule by which the network is corrected.",
    "hyperparameter.learning_rate": "Learning rate",
    "hyperparameter.learning_rate.help": "How far each correction goes. Too far and the loss jumps, too short and nothing happens.",
    "hyperparameter.schedule": "Schedule",
    "hyperparameter.schedule.help": "Whether the learning rate stays as it is or falls along a cosine to the end of the run.",
    "hyperparameter.warmup_steps": "Warm-up steps",
    "hyperparameter.warmup_steps.help": "Steps at the start in which the learning rate rises to its full value.",
    "hyperparameter.weight_decay": "Weight decay",
    "hyperparameter.weight_decay.help": "How strongly weights are drawn towards zero, so that none grows without need.",
    "hyperparameter.gradient_clip": "Gradient limit",
    "hyperparameter.gradient_clip.help": "A correction that is longer than this is shortened to it; 0 sets no limit.",
    "hyperparameter.windows": "Pieces of text",
    "hyperparameter.windows.help": "Random pieces begin anywhere with an empty memory. Contiguous ones go on where the last ended, and the network keeps what it has read.",
    "hyperparameter.patience": "Patience",
    "hyperparameter.patience.help": "The run ends early after so many evaluations in a row without a lower loss on held-out tunes; 0 lets it go on to its end.",
    "hyperparameter.precision": "Precision",
    "hyperparameter.precision.help": "Auto computes with half-width numbers where the machine is built for it, which is faster.",
    "hyperparameter.validation_share": "Held-out share",
    "hyperparameter.validation_share.help": "Share of the tunes that the network never learns from, to measure it by.",
    "hyperparameter.evaluate_every": "Steps between evaluations",
    "hyperparameter.evaluate_every.help": "After so many steps the held-out tunes are read and a sample is written.",
    "hyperparameter.checkpoint_every": "Steps between checkpoints",
    "hyperparameter.checkpoint_every.help": "After so many steps everything is kept on disk, so that the run can go on from there.",
    "hyperparameter.rng_seed": "Random seed",
    "hyperparameter.rng_seed.help": "Equal seeds give equal runs.",
    # Sound and export (SoundError, ExportError)
    "sound.font_unreadable": "The sound font {path} cannot be read: {reason}.",
    "sound.font_invalid": "{path} is not a SoundFont 2 file, or it is damaged. Choose another sound font.",
    "sound.no_notes": "There are no notes to play in this tune.",
    "sound.device_lost": "The sound device is gone. Connect one and press play again.",
    "sound.no_device": "There is no sound device to play on. Connect one and press play again; export works without.",
    "sound.device_failed": "The sound device {name} cannot be opened: {reason}. Close other programs that use it, or choose another device.",
    "export.tune_lost": "Tune {number} of {path} ({title}) was not written. {reason}",
    "export.format_unknown": "{format} is not a format that a tune can be written in. Choose one of {formats}.",
    "export.no_sound_font": "Sound cannot be written without a sound font.",
    "export.no_notes": "{title} has no notes to play, so there is nothing to write as sound.",
    "export.instrument_unknown": "There is no instrument named {name}. Choose one of {instruments}.",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence with a message of its own: it stands among another message's parameters.

    Prints itself in English; the window translates it before it fills the sentence.
    """

    message_id: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return english(self.message_id, self.parameters)


def english(message_id: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the English sentence of a message; an id that is not listed is a defect and raises."""
    return ENGLISH[message_id].format(**(parameters or {}))
