"""A model's facts and what was measured of it, in the window's words."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from abcstudio.learning.checkpoint import CorpusInfo
from abcstudio.recipes.cards.card import ModelFacts
from abcstudio.recipes.cards.quality import ModelQuality
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.words.corpus_names import corpus_words
from abcstudio.ui.words.run_words import settings_words

_DIGITS = 3
_PERCENT = 100


def fact_rows(card: ModelFacts) -> list[tuple[str, str]]:
    """Return what a model's file says of it: pairs of a name and a value."""
    translate, locale, header = QCoreApplication.translate, QLocale(), card.header
    characters = "".join(sign for sign in header.vocabulary.characters if sign.isprintable())
    rows = [
        (translate("ModelCard", "Learned from"), _corpus_words(header.corpus, locale)),
        (translate("ModelCard", "Training"), _training_words(card, locale)),
        (translate("ModelCard", "Settings"), settings_words(header.config)),
        (translate("ModelCard", "Network"), _network_words(card, locale)),
        (
            translate("ModelCard", "Characters"),
            translate("ModelCard", "{0}: {1}").format(
                locale.toString(len(header.vocabulary)), characters.strip()
            ),
        ),
        (translate("ModelCard", "File"), _file_words(card, locale)),
    ]
    return [(name, words) for name, words in rows if words]


def quality_words(found: ModelQuality) -> str:
    """Return what was counted in a model's takes."""
    translate, locale = QCoreApplication.translate, QLocale()
    if not found.tunes:
        return translate("ModelCard", "None of %Ln takes holds a tune.", "", found.takes)
    lines = [
        translate("ModelCard", "In takes as they come, with no guard:"),
        translate("ModelCard", "Takes that are tunes: {0} of {1}").format(found.tunes, found.takes),
        translate("ModelCard", "Right measures: {0} %").format(
            _percent(found.right, found.measures, locale)
        ),
        translate("ModelCard", "Tunes in which every measure is right: {0} of {1}").format(
            found.faultless, found.tunes
        ),
        translate("ModelCard", "Tunes with four measures of a known tune: {0} of {1}").format(
            found.known, found.tunes
        ),
        translate("ModelCard", "The jury's score, on the average: {0}").format(
            locale.toString(found.score, "f", 2)
        ),
    ]
    return "\n".join(lines)


def _corpus_words(corpus: CorpusInfo, locale: QLocale) -> str:
    translate = QCoreApplication.translate
    parts = [one_line(corpus_words(corpus.name))] if corpus.name else []
    if corpus.tunes:
        parts.append(translate("ModelCard", "%Ln tunes", "", corpus.tunes))
    if corpus.characters:
        words = translate("ModelCard", "characters: {0}")
        parts.append(words.format(locale.toString(corpus.characters)))
    if corpus.fingerprint:
        parts.append(translate("ModelCard", "fingerprint {0}").format(one_line(corpus.fingerprint)))
    return translate("ModelCard", ", ").join(parts) or translate(
        "ModelCard", "Its file does not say."
    )


def _training_words(card: ModelFacts, locale: QLocale) -> str:
    translate, header = QCoreApplication.translate, card.header
    parts = []
    if header.step:
        parts.append(translate("ModelCard", "step {0}").format(locale.toString(header.step)))
    if header.train_loss is not None:
        words = translate("ModelCard", "training loss {0}")
        parts.append(words.format(locale.toString(header.train_loss, "f", _DIGITS)))
    if header.val_loss is not None:
        words = translate("ModelCard", "validation loss {0}")
        parts.append(words.format(locale.toString(header.val_loss, "f", _DIGITS)))
    return translate("ModelCard", ", ").join(parts)


def _network_words(card: ModelFacts, locale: QLocale) -> str:
    translate, config = QCoreApplication.translate, card.header.config
    words = translate("ModelCard", "{0}, layers: {1}, hidden units: {2}, embedding: {3}")
    sizes = words.format(
        config.cell.upper(),
        *map(locale.toString, (config.num_layers, config.hidden_size, config.embedding_dim)),
    )
    parts = [sizes]
    if config.pointer_heads:
        heads = translate("ModelCard", "pointer heads: {0}")
        parts.append(heads.format(locale.toString(config.pointer_heads)))
    numbers = translate("ModelCard", "parameters: {0}")
    parts.append(numbers.format(locale.toString(card.parameters)))
    return translate("ModelCard", ", ").join(parts)


def _file_words(card: ModelFacts, locale: QLocale) -> str:
    size = locale.formattedDataSize(card.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    when = locale.toString(_moment(card.written), QLocale.FormatType.ShortFormat)
    return f"{card.path}\n{size}, {when}"


def _moment(seconds: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(seconds))


def _percent(part: int, whole: int, locale: QLocale) -> str:
    return locale.toString(_PERCENT * part / whole, "f", 1) if whole else "–"
