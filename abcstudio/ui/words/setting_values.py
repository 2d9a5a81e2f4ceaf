"""Values of a training run's settings that are words, in the window's language."""

from PySide6.QtCore import QCoreApplication


def choice_words(value: str) -> str:
    """Return what the window says for a value as files have it; one that it knows not stays."""
    translate = QCoreApplication.translate
    words = {
        "lstm": translate("SettingValues", "LSTM"),
        "gru": translate("SettingValues", "GRU"),
        "rnn": translate("SettingValues", "Plain RNN"),
        "adam": translate("SettingValues", "Adam"),
        "adamw": translate("SettingValues", "AdamW"),
        "adagrad": translate("SettingValues", "Adagrad"),
        "rmsprop": translate("SettingValues", "RMSprop"),
        "sgd": translate("SettingValues", "SGD"),
        "constant": translate("SettingValues", "Constant"),
        "cosine": translate("SettingValues", "Cosine"),
        "random": translate("SettingValues", "Random"),
        "tunes": translate("SettingValues", "Begin at tunes"),
        "contiguous": translate("SettingValues", "Contiguous"),
        "off": translate("SettingValues", "Off"),
        "on": translate("SettingValues", "On"),
        "float32": translate("SettingValues", "32 bits"),
        "auto": translate("SettingValues", "Automatic"),
    }
    return words.get(value, value)
