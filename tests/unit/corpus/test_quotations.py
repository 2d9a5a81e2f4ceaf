import pytest

from abcstudio.corpus.quotations import Quotation, QuotationIndex
from abcstudio.notation.reader.parser import parse

KNOWN = (
    "X:1\nM:6/8\nL:1/8\nK:G\n|:D|GBd gdB|cec AFD|GBd gfe|dBA G2:|\n",
    "X:1\nM:4/4\nL:1/8\nK:G\n|:D|GABc dedB|dedB AGEG|GABc dedB|AGFA G3:|\n"
    "|:A|BGAF GEFD|EFGA Bcde|dcBA GFED|GBAF G3:|\n",
)
HEADER = "X:1\nM:4/4\nL:1/8\nK:G\n"
OTHER = "AFAF d2d2|"


@pytest.fixture(scope="module")
def index() -> QuotationIndex:
    return QuotationIndex.of_texts(KNOWN)


def found(index: QuotationIndex, text: str) -> tuple[Quotation, ...]:
    return index.quotations(parse(text))


def test_the_same_measures_in_another_tune_are_a_quotation(index: QuotationIndex) -> None:
    text = f"{HEADER}{OTHER}GABc dedB|dedB AGEG|GABc dedB|AGFA G4|{OTHER}"
    assert found(index, text) == (Quotation(voice=0, first_measure=2, source=1),)
    assert not found(index, text.replace("AGFA", OTHER + "AGFA"))


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(
            "M:4/4\nL:1/8\nK:D\n|:A|defg abaf|abaf edBd|defg abaf|edce d3:|", id="another key"
        ),
        pytest.param(
            "M:2/4\nL:1/16\nK:G\nGABc dedB|dedB AGEG|GABc dedB|AGFA G4|", id="shorter notes"
        ),
        pytest.param(
            'M:4/4\nL:1/8\nK:G\n"G"{a}GABc !trill!dedB|~dedB AGEG|GABc "D7"dedB|AGFA [DG]4|',
            id="grace notes, decorations and chords",
        ),
    ],
)
def test_key_notation_and_ornaments_do_not_hide_a_quotation(
    index: QuotationIndex, changed: str
) -> None:
    assert [one.source for one in found(index, f"X:1\n{changed}")] == [1]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param("GABc dedB|dedB AGEG|GABc dedc|AGFA G4|", id="another note"),
        pytest.param("GABc d>edB|dedB AGEG|GABc dedB|AGFA G4|", id="another rhythm"),
        pytest.param("GABc dedB|dedB AGEG|GABc dedB|", id="three measures"),
        pytest.param("GABc de|dB dedB|AGEG GA|Bc dedB|AG FAG2|", id="other measures"),
    ],
)
def test_what_differs_is_no_quotation(index: QuotationIndex, changed: str) -> None:
    assert not found(index, HEADER + changed)


def test_a_pickup_and_what_it_cuts_off_do_not_count() -> None:
    cut = HEADER + "|:D|EFGA Bcde|dcBA GFED|AGFA G3:|\n|:A|BGAF GEFD|EFGA Bcde:|"
    whole = HEADER + "EFGA Bcde|dcBA GFED|AGFA G4|BGAF GEFD|EFGA Bcde|"
    index = QuotationIndex.of_texts([cut])
    assert [one.first_measure for one in found(index, whole)] == [1, 2]


@pytest.mark.parametrize("music", ["z8|z8|z8|z8|", "G8|G8|G8|G8|", "Z4|", ""])
def test_rests_and_a_single_pitch_say_nothing(music: str) -> None:
    text = HEADER + music
    assert not found(QuotationIndex.of_texts([text]), text)
