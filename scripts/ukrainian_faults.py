"""Finds what is wrong with Ukrainian: mixed scripts, marks, calques, words that stayed English."""

import re
from collections.abc import Iterable, Iterator

from translation_files import Sentence

CYRILLIC = "А-ЩЬЮЯа-щьюяІіЇїЄєҐґ"
"""The letters of the language, as a class of a regular expression."""
ACCESS_LETTERS = "А-ИК-ЩЮЯа-ик-щюяІіЇїЄє"
"""Those that an access key may be: not й, ь, ґ, which some keyboards lack or hide."""

_NOT_PROSE = re.compile(r"\{[^{}]*\}|</?\w+[^<>]*>")
_ACCESS_MARK = re.compile(r"&(?=\w)")
_STRAIGHT = "['\"`ʼ′]"
_RULES = (
    (re.compile(f"[A-Za-z][{CYRILLIC}]|[{CYRILLIC}][A-Za-z]"), "scripts mixed in a word"),
    (re.compile("[ыэёъЫЭЁЪ]"), "a letter that Ukrainian has not"),
    (re.compile(f"{_STRAIGHT}[{CYRILLIC}]|[{CYRILLIC}]{_STRAIGHT}"), "a straight ' or \""),
    (re.compile("”"), "a closing quote that is not “ or »"),
    (re.compile(rf"[{CYRILLIC}0-9]\.\.\."), "three dots for …"),
    (re.compile(r" [—%](?!\w)"), "a blank that breaks before — or %"),
)
_CALQUES = re.compile(
    rf"""(?<![{CYRILLIC}’])(?:
    передска\w* | занул\w* | дефолтн\w* | строк[аиуою]\w* | лейбел\w* | інстанц\w* | співпада\w*
    | вірн(?:ий|а|о|е|і|ого) | слідуюч\w* | включити | виключити | переключ\w* | учбов\w*
    | програва(?:ти|ння|є|в) | об’єм\ пам’яті | настройк\w* | являється | любий | любого
    | будь\ ласка | на\ протязі | [ув]\ якості | (?:по|за)\ замовчуванням?
    | згідно\ налаштувань | здійсн\w* | більш\ (?:швидк|прост|велик|точн)\w*
    | дан(?:ий|а|ої|ому)\ (?:файл|модел|мелоді)\w* | обрати | обер[иі]ть | обран\w* | вилуч\w*
    )(?![{CYRILLIC}])""",
    re.IGNORECASE | re.VERBOSE,
)

LATIN = frozenset(
    re.findall(
        r"\w+",
        """ABC Studio MIDI MusicXML XML PDF WAV FLAC Ogg Vorbis Opus PNG SVG CSV JSON UTF ISO KOI
        DOS PCM SoundFont General Mac Roman Windows Linux Apple Word Letter Sacred Harp MIT GPU CUDA
        NVIDIA AMD ROCm DISPLAY HOME RANK README Player PyTorch Python NumPy TensorBoard tensorboard
        Comet API PulseAudio PipeWire LSTM GRU RNN Adam AdamW Adagrad RMSprop SGD Top Embedding
        Linear LSTMModel True False None softmax tanh nan inf print return torch detach item
        squeeze unsqueeze ndim lstm embedding torchrun pip list pdf
        problem Hello Hell ello ABA Ador Bbmix Csus GABd kesh reel Fine dal segno capo coda fine
        Enter maj min dor phr lyd mix aeo loc ion none not octave pitch""",
    )
)
"""What stays Latin: formats, systems, networks, and what ABC, Python or a command is given."""

_CODE = re.compile(
    r"""\(\*\.[^)]*\) | %%\S+(?:\ [a-z]+)? | --\w[\w-]*(?:\ [A-Za-z]+)? | `[^`]*` | ![a-z]+!
    | (?:abcstudio|takes|comet)\ [a-z]+(?:\ list)? | \w+:\S+ | \w*(?:[_/=@]|\.\w)\S* | \w+\(\S*
    | (?:sudo|python\ -m)\ .* | pip\ install\ [\w.]+""",
    re.VERBOSE,
)
_ENGLISH = re.compile("[A-Za-z]{3,}")


def english_words(text: str) -> list[str]:
    """Return the words of a Ukrainian text that are Latin and need not be."""
    prose = _CODE.sub(" ", _NOT_PROSE.sub("0", _ACCESS_MARK.sub("", text)))
    return [word for word in _ENGLISH.findall(prose) if word not in LATIN]


def ukrainian_faults(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield what is wrong with finished sentences, a line each."""
    for sentence in sentences:
        if sentence.is_done:
            for form in sentence.forms:
                for fault in spelling_faults(form):
                    yield f"{sentence.name}: {fault}: {form}"
                if words := english_words(form):
                    yield f"{sentence.name}: English ({', '.join(words)}): {form}"
                if "  " in form and "  " not in sentence.source:
                    yield f"{sentence.name}: two blanks: {form}"


def spelling_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a text in Ukrainian."""
    prose = _ACCESS_MARK.sub("", _NOT_PROSE.sub("0", text))
    for pattern, fault in _RULES:
        if pattern.search(prose):
            yield fault
    if text.count("«") != text.count("»") or text.count("„") != text.count("“"):
        yield "quotes that are not paired"
    if found := _CALQUES.search(prose):
        yield f"a calque ({found[0]})"
