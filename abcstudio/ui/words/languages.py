"""The languages of the window: English, and each that has a translation in the resources."""

from PySide6.QtCore import QLocale

from abcstudio.paths import resources_dir

SYSTEM, ENGLISH = "system", "en"
_PREFIX = "abcstudio_"


def offered_languages() -> tuple[str, ...]:
    """Return what can be chosen: "system", "en", and the codes of the translations that are there.

    A file that holds nothing but English plurals is no language of its own.
    """
    files = (resources_dir() / "translations").glob(f"{_PREFIX}*.qm")
    found = sorted(file.stem.removeprefix(_PREFIX) for file in files)
    return (SYSTEM, ENGLISH, *(language for language in found if language != ENGLISH))


def usable_language(language: str) -> str:
    """Return a chosen language, or "system" where its translation is not there (any more)."""
    return language if language in offered_languages() else SYSTEM


def language_name(language: str) -> str:
    """Return a language's name in that language, which its speakers can read."""
    name = "English" if language == ENGLISH else QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:]
