"""Which Latin key lies in the place of a key, while the keyboard writes Cyrillic letters."""

from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
PLACES = {first + place: key for first, row in _ROWS.items() for place, key in enumerate(row)}
"""The American key at each number that keyboards send; row by row from the left."""
_BEFORE_FIRST = {"xcb": 8, "wayland": 8, "windows": 0}
"""What each system adds to these numbers. Those of macOS are others: the system does it all."""
_BY_LETTER = dict(
    zip(
        "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐЪЫЭЁ",
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.\\]S'`",
        strict=True,
    )
)
_CYRILLIC = range(0x0400, 0x0530)
_CYRILLIC_OF_X = range(0x06A1, 0x0700)


def is_cyrillic(event: QKeyEvent) -> bool:
    """Whether a key writes a Cyrillic letter, also where Qt already calls it by its Latin one."""
    return event.key() in _CYRILLIC or event.nativeVirtualKey() in _CYRILLIC_OF_X


def latin_key(event: QKeyEvent) -> str:
    """Return the sign of the American key in the place of a letter or sign, "" for any other key.

    Where the place is not told, that of a Cyrillic letter is known from its usual keyboard.
    """
    key = event.key()
    if not (key in _CYRILLIC or ord(" ") < key <= ord("~")):
        return ""
    first = _BEFORE_FIRST.get(QGuiApplication.platformName())
    place = event.nativeScanCode() - first if first is not None else 0
    return PLACES.get(place, "") or _BY_LETTER.get(chr(key), "")
