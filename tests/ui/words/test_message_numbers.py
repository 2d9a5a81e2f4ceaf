"""Numbers in messages, as the window writes them."""

from PySide6.QtCore import QLocale

from abcstudio.ui.words.translation import message


def test_the_thousands_of_a_number_are_parted_as_elsewhere_in_the_window() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        said = message("engraving.too_large", {"count": 242361, "limit": 30000})
    finally:
        QLocale.setDefault(before)
    assert "242.361" in said
    assert "30.000" in said
