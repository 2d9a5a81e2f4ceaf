"""What is said of a take while the jury, or the guard, looks for it."""

from PySide6.QtCore import QCoreApplication

from abcstudio.ui.documents.document import Document


def looking_words(document: Document) -> str:
    """Return what is said of a take while no tune is found for it yet."""
    translate, origin = QCoreApplication.translate, document.provenance.origin
    if origin is not None and origin.made.sampling.best > 1:
        return translate("JuryWords", "Choosing the best of {0}…").format(origin.made.sampling.best)
    return translate("JuryWords", "Looking for a fitting tune…")


def is_looked_for(document: Document) -> bool:
    """Return whether a take stays without notes until a tune is found that fits."""
    origin = document.provenance.origin
    return origin is not None and (origin.made.wishes.are_given or origin.made.sampling.best > 1)
