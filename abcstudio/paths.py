"""Where things are: the program's own data and the user's folders. No other file names a place.

The program runs from a checkout, from an installed wheel or frozen into a bundle; in the last two
`resources/` and `checkpoints/` stand inside the package.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import platformdirs

from abcstudio.errors import HomeError
from abcstudio.recipes.reports.report_places import ReportPlaces

_APP = "abcstudio"
_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Return the folder of tunes, sounds, icons, fonts, help and translations."""
    return _program_folder("resources")


def checkpoints_dir() -> Path:
    """Return the folder of the models that come with the program."""
    return _program_folder("checkpoints")


def user_data_dir() -> Path:
    """Return the folder for the user's models, runs and takes; `ABCSTUDIO_HOME` moves it."""
    return _user_folder("data", platformdirs.user_data_path)


def user_config_dir() -> Path:
    """Return the folder of the settings file; `ABCSTUDIO_HOME` moves it."""
    return _user_folder("config", platformdirs.user_config_path)


def user_log_dir() -> Path:
    """Return the folder of the log; `ABCSTUDIO_HOME` moves it."""
    return _user_folder("log", platformdirs.user_log_path)


def home_dir() -> Path:
    """Return where a person's own files begin; for a user without a home, the data folder."""
    try:
        return Path.home()
    except RuntimeError:
        return user_data_dir()


def runs_dir() -> Path:
    """Return the folder that holds one folder a training run."""
    return user_data_dir() / "runs"


def models_dir() -> Path:
    """Return the folder of models that a person has taken in from files."""
    return user_data_dir() / "models"


def autosave_dir() -> Path:
    """Return the folder of unsaved texts, kept in case the program ends unexpectedly."""
    return user_data_dir() / "autosave"


def running_dir() -> Path:
    """Return the folder in which a running studio says how later starts reach it."""
    return user_data_dir() / "running"


def opening_dir() -> Path:
    """Return the folder of the marks that texts are just being opened again."""
    return user_data_dir() / "opening"


def recovered_dir() -> Path:
    """Return the folder of unsaved texts that cannot be opened again, as files."""
    return user_data_dir() / "recovered"


def thrown_dir() -> Path:
    """Return the folder of unsaved texts that the person threw away, kept for a while."""
    return user_data_dir() / "thrown away"


def takes_dir() -> Path:
    """Return the folder of the takes of all sessions."""
    return user_data_dir() / "takes"


def melodies_file() -> Path:
    """Return the index of the melodies of the tunebook in the box, made where it is missing."""
    return user_data_dir() / "melodies.index"


def melodies_of_source(source: Path) -> Path:
    """Return the index of the melodies of a source of tunes, made where it is missing."""
    if source == bundled_tunebook():
        return melodies_file()
    return melodies_dir() / f"{_name_of_source(source)}.index"


def melodies_dir() -> Path:
    """Return the folder of the melodies of sources, which can be thrown away at any time."""
    return user_data_dir() / "melodies"


def reading_of_source(source: Path) -> Path:
    """Return the file of the tunes of a source as they were read, made where it is missing."""
    return readings_dir() / f"{_name_of_source(source)}.tunes"


def readings_dir() -> Path:
    """Return the folder of sources as they were read, which can be thrown away at any time."""
    return user_data_dir() / "readings"


def combinations_dir() -> Path:
    """Return the folder of the sources that combine others."""
    return user_data_dir() / "combined"


def all_sources_file() -> Path:
    """Return the file of the automatic combination of all sources."""
    return user_data_dir() / "All sources.sources"


def authors_dir() -> Path:
    """Return the folder that says who wrote which characters of saved texts."""
    return user_data_dir() / "authors"


def tunebook_file() -> Path:
    """Return the tunebook of the tunes that a person keeps."""
    return user_data_dir() / "tunebook.abc"


def snippets_file() -> Path:
    """Return the file of the snippets that a person has kept."""
    return user_data_dir() / "snippets.json"


def sampling_speeds_file() -> Path:
    """Return the file of how fast networks sample here, which can be thrown away at any time."""
    return user_data_dir() / "sampling speeds.json"


def marks_file() -> Path:
    """Return the file of what a person says of single tunes: stars, tags, what is left out."""
    return user_data_dir() / "marks.json"


def settings_file() -> Path:
    """Return the settings file."""
    return user_config_dir() / "settings.json"


def lessons_dir() -> Path:
    """Return the folder of the lessons that come with the program."""
    return resources_dir() / "lessons"


def answers_dir() -> Path:
    """Return the folder of what the person has typed into lessons, and of what came of it."""
    return user_data_dir() / "lessons"


def report_texts_dir() -> Path:
    """Return the folder of what reports always say."""
    return resources_dir() / "report"


def report_dir() -> Path:
    """Return the folder of what the person has said for their report."""
    return user_data_dir() / "report"


def report_places() -> ReportPlaces:
    """Return where reports find what they are made of."""
    return ReportPlaces(
        runs=runs_dir(),
        lessons=lessons_dir(),
        answers=answers_dir(),
        takes=takes_dir(),
        texts=report_texts_dir(),
        fonts=fonts_dir(),
        sound_font=bundled_sound_font(),
    )


def own_folders() -> tuple[Path, ...]:
    """Return the folders in which the program keeps what it and the person make."""
    data = (user_data_dir(), runs_dir(), models_dir(), takes_dir(), autosave_dir())
    return (user_config_dir(), *data, user_log_dir())


def catalogue_file() -> Path:
    """Return the catalogue of collections that can be fetched."""
    return resources_dir() / "catalogue" / "collections.json"


def downloads_dir() -> Path:
    """Return the folder of collections that were fetched."""
    return user_data_dir() / "tunebooks"


def bundled_tunebook() -> Path:
    """Return the tunebook that comes with the program."""
    return resources_dir() / "tunes" / "tunebook.abc"


def bundled_tunes_dir() -> Path:
    """Return the folder of the tunes that come with the program."""
    return resources_dir() / "tunes"


def bundled_runs() -> Path:
    """Return every four measures in a row of that tunebook, as `KnownRuns` keeps them."""
    return resources_dir() / "tunes" / "runs.bin"


def bundled_newness() -> Path:
    """Return how much the tunes of that tunebook share with each other."""
    return resources_dir() / "tunes" / "newness.json"


def bundled_jury() -> Path:
    """Return what the jury that ranks tunes knows of real ones."""
    return resources_dir() / "jury" / "jury.json"


def welcome_tune() -> Path:
    """Return the tune that the composer shows before anything else is opened."""
    return resources_dir() / "tunes" / "welcome.abc"


def bundled_model() -> Path:
    """Return the model that comes with the program."""
    return checkpoints_dir() / "folk.safetensors"


def bundled_sound_font() -> Path:
    """Return the sound font that comes with the program."""
    return resources_dir() / "sound" / "session.sf2"


def logo_file() -> Path:
    """Return the picture of the program itself."""
    return resources_dir() / "logo" / "abcstudio.svg"


def fonts_dir() -> Path:
    """Return the folder of the typeface that scores are written with."""
    return resources_dir() / "fonts"


def _program_folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _name_of_source(source: Path) -> str:
    return blake2b(str(source).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def _user_folder(name: str, default: Callable[..., Path]) -> Path:
    """Return a folder of the user's.

    Raises:
        HomeError: The system does not know where this user's files go.
    """
    home = os.environ.get("ABCSTUDIO_HOME")
    if home:
        return Path(home) / name
    try:
        folder = default(_APP, appauthor=False)
    except RuntimeError as error:  # So Python says that there is no home folder.
        raise HomeError("start.no_home") from error
    if not folder.is_absolute():  # A "~" that stands for nothing would become a folder here.
        raise HomeError("start.no_home")
    return folder
