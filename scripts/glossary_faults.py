"""Finds where Ukrainian does not keep to the glossary: one word for each thing."""

import re
from collections.abc import Iterable, Iterator

from translation_files import Sentence
from ukrainian_faults import CYRILLIC

TERMS = {
    # Music
    r"(?:a|an|the|each|every|this|its|two|of|more|kept|last|next|other|best) takes?": "спроб|нею",
    "tunebooks?": "збір",
    "(?<!to )measures?(?! (?:its|no|by|it))": "такт",
    "bar lines?": "риск",
    "repeats?": "повтор|реприз",
    "variant endings?": "вольт",
    "key signatures?": "знак|тональн",
    "tempo": "темп",
    "semitones?": "півт",
    "accidentals?": "альтерац|знак|бекар",
    "grace notes?": "форшлаг",
    "slurs?": "ліг",
    "ties?": "ліг|заліг",
    "tuplets?": "ритмічн",
    "triplets?": "тріол",
    "(?<!broken )chords?": rf"[{CYRILLIC}]*акорд",
    "pickups?": "затакт",
    "voices?": "гол[ою]с|одного",
    "lyrics": "сл[оі]в",
    "clefs?": "ключ",
    "drone": "бурдон",
    "metronome": "метроном",
    "mixer": "мікшер",
    "sound fonts?": "банк",
    "hornpipes?": "горнпайп",
    "jigs?": "джиг",
    "polkas?": "польк",
    # Learning
    "training runs?": "запуск",
    "networks?": "мереж",
    "hidden size": "прихован",
    "loss": "втрат",
    "batch size": "батч",
    "dropout": "дропаут",
    "learning rate": "швидк",
    "gradients?": "градієнт",
    "checkpoints?": "контрольн",
    "weight decay": "згасан",
    "patience": "терпін",
    "vocabulary": "словник",
    "characters?": "симв",
    "temperature": "температур",
    "validation": "валідац",
    "corpus": "корпус",
    "datasets?": "набор|набір",
    "presets?": "наб[оі]р",
    # Interface
    "folders?": "те[кц]",
    "clipboard": "буфер",
    "snippets?": "заготов",
    "templates?": "шаблон",
    "caret": "курсор",
    "tabs?": "вкладк",
    "shortcuts?": "комбінац|клавіш",
    "encodings?": "кодуван",
    "crash report": "звіт",
    "graphics card": "відеокарт",
}  # fmt: skip
"""What a term begins with in Ukrainian, as parts of regular expressions."""

OTHERWISE = frozenset({
    "FixedFigures/Validation loss",
    "HealthView/Export cleaned tunebook…",
    "OwnCodeView/Train a network with your code",
})  # fmt: skip
"""Sentences that say it without the term, for want of room."""

_REJECTED = re.compile(
    rf"""(?<![{CYRILLIC}’-])(?:
    дубл[іьяю](?!-)\w* | партитур\w* | папк\w* | нотн\w+\ стан\w* | композитор\w+\ сторінк\w*
    | генеру\w+ | згенер\w+ | трен[іи]нг\w* | тін-вістл\w* | ріл\w* | хорнпайп\w* | акомпанемент\w*
    | виключенн\w* | настройк\w* | чекпо[йі]нт\w* | лернінг\w* | датасет\w* | епізод\w*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = tuple(
    (
        re.compile(rf"\b{english}\b", re.IGNORECASE),
        re.compile(rf"(?<![{CYRILLIC}’])(?:{stems})", re.IGNORECASE),
    )
    for english, stems in TERMS.items()
)
_NOT_PROSE = re.compile(r"\{[^{}]*\}|--\w+|%%\w+ \w+|\w+:\S+|&(?=\w)")


def glossary_faults(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield which finished sentences say something by another word, a line each."""
    for sentence in sentences:
        if not sentence.is_done:
            continue
        english = _NOT_PROSE.sub("", sentence.source)
        terms = () if sentence.name in OTHERWISE else _terms_in(english)
        for form in sentence.forms:
            prose = _NOT_PROSE.sub("", form)
            for term, stems in terms:
                if not stems.search(prose):
                    yield f"{sentence.name}: not the glossary's word for “{term}”: {form}"
            if found := _REJECTED.search(prose):
                yield f"{sentence.name}: a word that the glossary rejects ({found[0]}): {form}"


def _terms_in(english: str) -> list[tuple[str, re.Pattern[str]]]:
    found = ((pattern.search(english), stems) for pattern, stems in _WORDS)
    return [(match[0], stems) for match, stems in found if match]
