"""What the tunes of a run are called, in the window's language."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.paths import all_sources_file, bundled_tunebook, resources_dir
from abcstudio.recipes.finding.all_sources import BUNDLED_NAME
from abcstudio.ui.words.languages import ENGLISH, SYSTEM, offered_languages

_CONTEXT, _BUNDLED = "CorpusChoice", BUNDLED_NAME


def bundled_name() -> str:
    """Return what the tunebook in the box is called."""
    return QCoreApplication.translate("CorpusChoice", "Bundled tunebook")


def source_name(source: Path) -> str:
    """Return the name of a source of tunes."""
    if source == bundled_tunebook():
        return bundled_name()
    if source == all_sources_file():
        return QCoreApplication.translate("CorpusChoice", "All sources")
    return source.stem if is_combination(source) else source.name


def file_words(file: str) -> str:
    """Return the name of a tune's file; the bundled tunebook has a name in each language."""
    return bundled_name() if file == BUNDLED_NAME else file


def corpus_words(name: str) -> str:
    """Return a recorded name of tunes; the tunebook in the box by its name in this window.

    A run and a model keep the name of the day when they were begun, in the language of that day.
    """
    recorded = next((each for each in _recorded_names() if name.startswith(each)), None)
    rest = "" if recorded is None else name[len(recorded) :]
    # Behind a colon it is said of a part which it is, in brackets what is read more often.
    is_bundled = recorded is not None and (not rest or rest.startswith((":", " (")))
    return f"{bundled_name()}{rest}" if is_bundled else name


@lru_cache(maxsize=1)
def _recorded_names() -> tuple[str, ...]:
    """Return what the tunebook in the box is called in each language of the window."""
    folder = str(resources_dir() / "translations")
    names = [_BUNDLED]
    for language in offered_languages():
        translator = QTranslator()
        if language not in (SYSTEM, ENGLISH) and translator.load(f"abcstudio_{language}", folder):
            names.append(translator.translate(_CONTEXT, _BUNDLED) or _BUNDLED)
    return tuple(names)
