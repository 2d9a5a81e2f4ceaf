"""Wishes said in words."""

from PySide6.QtCore import QCoreApplication

from abcstudio.composing.tune_wishes import TuneWishes


def words_of(wishes: TuneWishes) -> str:
    """Return all that is wished of a tune, "" for nothing."""
    tr = QCoreApplication.translate
    said = [wishes.range, wishes.rhythm, wishes.meter, wishes.key]
    if wishes.form:
        form = tr("wishes", "{0}, measures of a part: {1}")
        said.insert(0, form.format(wishes.form, wishes.measures))
    if wishes.ends_on_tonic:
        said.append(tr("wishes", "end on the tonic"))
    if not wishes.accidentals:
        said.append(tr("wishes", "no accidentals"))
    return "; ".join(words for words in said if words)
