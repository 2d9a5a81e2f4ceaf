"""The jury's numbers, and its choosing, said in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.ui.documents.document import Document


def words_of_marks(marks: JuryMarks, locale: QLocale) -> str:
    """Return the score, then the six numbers."""
    translate = QCoreApplication.translate
    words = translate(
        "JuryWords",
        "{score}: plagiarism {plagiarism}, rhythm {rhythm}, mode {mode}, range {range},"
        " structure {structure}, melody {melody}",
    )
    return words.format(
        **{name: locale.toString(number, "f", 2) for name, number in marks.data.items()}
    )


def looking_words(document: Document) -> str:
    """Return what is said of a take while no tune is found for it yet."""
    translate, origin = QCoreApplication.translate, document.provenance.origin
    if origin is not None and origin.sampling.best > 1:
        return translate("JuryWords", "Choosing the best of {0}…").format(origin.sampling.best)
    return translate("JuryWords", "Looking for a fitting tune…")


def is_looked_for(document: Document) -> bool:
    """Return whether a take stays without notes until a tune is found that fits."""
    origin = document.provenance.origin
    return origin is not None and (origin.wishes.are_given or origin.sampling.best > 1)
