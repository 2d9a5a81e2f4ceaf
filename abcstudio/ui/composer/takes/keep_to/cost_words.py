"""What a wish cost, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.ui.composer.takes.keep_to.felt_costs import FeltCost
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import small_font

# Of what is sampled so much is given up for a wish that is felt so.
_HARDLY, _NOW_AND_THEN, _OFTEN = 0.05, 0.2, 0.5


def cost_label() -> Label:
    """Return what says below a wish what it cost; hidden while that is not known."""
    label = Label()
    label.setProperty("muted", True)
    label.setFont(small_font())
    label.setWordWrap(True)
    label.hide()
    return label


def cost_words(cost: FeltCost) -> str:
    """Return how a wish was felt in the last takes."""
    translate = QCoreApplication.translate
    if not cost.cost.times:
        return translate("CostWords", "came by itself")
    share = cost.share_in_vain
    if share < _HARDLY:
        return translate("CostWords", "hardly ever rewritten for it")
    if share < _NOW_AND_THEN:
        return translate("CostWords", "rewritten for it now and then")
    if share < _OFTEN:
        return translate("CostWords", "often rewritten for it")
    return translate("CostWords", "against the model’s habit: most was rewritten")


def cost_sentence(cost: FeltCost, locale: QLocale) -> str:
    """Return the exact figures."""
    sentence = QCoreApplication.translate(
        "CostWords",
        "Last takes with this: {0}. Times that the network went back for it: {1}."
        " Characters written in vain for it: {2}, of all that was written: {3} %.",
    )
    share = locale.toString(100 * cost.share_in_vain, "f", 1)
    numbers = (cost.takes, cost.cost.times, cost.cost.characters)
    return sentence.format(*(locale.toString(one) for one in numbers), share)
