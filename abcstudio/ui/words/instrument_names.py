"""What the instruments in the box are called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from abcstudio.playback.instruments import INSTRUMENTS


def instrument_names() -> dict[str, str]:
    """Return what to call each of `INSTRUMENTS`, by its key and in their order."""
    translate = QCoreApplication.translate
    names = {
        "whistle": translate("Instruments", "Tin whistle"),
        "whistle-8va": translate("Instruments", "Tin whistle 8va"),
        "flute": translate("Instruments", "Flute"),
        "fiddle": translate("Instruments", "Fiddle"),
        "accordion": translate("Instruments", "Accordion"),
        "concertina": translate("Instruments", "Concertina"),
        "pipes": translate("Instruments", "Pipes"),
        "banjo": translate("Instruments", "Banjo"),
        "mandolin": translate("Instruments", "Mandolin"),
        "harp": translate("Instruments", "Harp"),
        "guitar": translate("Instruments", "Guitar"),
        "piano": translate("Instruments", "Piano"),
        "organ": translate("Instruments", "Organ"),
        "choir": translate("Instruments", "Choir"),
    }
    return {key: names.get(key, key) for key in INSTRUMENTS}


def with_instrument_name(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """Return the parameters of a message; where they name an instrument, as it is called here."""
    key = parameters.get("instrument")
    name = instrument_names().get(key) if isinstance(key, str) else None
    return parameters if name is None else {**parameters, "instrument": name}
