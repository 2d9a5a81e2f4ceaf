import pytest
from cleaning.cleaning import Book, CleanTune, UnusableTune, clean_tune
from cleaning.header_spelling import (
    clean_composer,
    clean_key,
    clean_meter,
    clean_person,
    clean_title,
)

from abcstudio.corpus.rhythms import rhythm_for, rhythm_in_title

BOOK = Book("test", "A Book (1900)", is_numbered=True)
EIGHT = "GABc d2B2|dedB A2G2|GABc d2B2|A2F2 G4|GABc d2B2|dedB A2G2|GABc d2B2|A2F2 G4"


def cleaned(body: str, header: str = "", meter: str = "C", book: Book = BOOK) -> CleanTune:
    tune = clean_tune(f"X: 5\nT: A Reel\nM: {meter}\nL: 1/8\n{header}K: G Major\n{body}\n", book)
    assert isinstance(tune, CleanTune), tune
    return tune


def music(body: str) -> str:
    """Return the first measure of a body that is filled up to eight."""
    return cleaned(f"{body}|{EIGHT.partition('|')[2]}|").body.partition("|")[0]


def test_a_tune_is_written_in_one_order_and_spelling() -> None:
    raw = (
        'N:a remark\nZ:Transcribed by J.Doe <jd@x.org>\nO:Ireland\nS:who knows\nQ:1/4=100 "Fast"\n'
    )
    text = cleaned(f"{EIGHT}||", raw).text(3)
    assert text.startswith(
        "X:3\nT:A Reel\nR:reel\nB:A Book (1900), no. 5\nZ:J. Doe\nM:4/4\nL:1/8\nQ:1/4=100\nK:G\n"
    )
    assert text.endswith("A2F2 G4|]")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ('"4"G"^SEGUE"ABc uD2v.B2', "GABc D2B2"),
        ("G A B c\\\nd2 B2", "G A B c d2 B2"),
        ("G1A2/2B4/4c d4/2 B2!", "GABc d2 B2"),
        ("G > A B>c d2 B2", "G>A B>c d2 B2"),
        ("((3GAB) c2 d2 B2", "(3GAB c2 d2 B2"),
        ("GABc (d2B2", "GABc d2B2"),
        ("GABc d2-B2", "GABc d2B2"),
        ("GABc d2-d2", "GABc d2-d2"),
        ("~{g}GABc d2{e}z2", "{g}GABc d2z2"),
        ('"tr"GABc "~"d2B2', "TGABc ~d2B2"),
        ("[GB][A2c2]A/2>c/2 d2B2", "[GB][Ac]2A/>c/ d2B2"),
        ("G,,'ABc d2B2", "G,ABc d2B2"),
        ("G2>A B/c/ c/d/ B2", "G2A B/c/ c/d/ B2"),
    ],
)
def test_marks_are_cleaned(raw: str, clean: str) -> None:
    assert music(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (f"{EIGHT}:|", f"|:{EIGHT}:|"),
        (f"{EIGHT}:||:{EIGHT}:|", f"|:{EIGHT}:|\n|:{EIGHT}:|"),
        (f"{EIGHT}:: {EIGHT} :|]", f"|:{EIGHT}:|\n|:{EIGHT}:|"),
        (f"{EIGHT}|| {EIGHT}:|", f"{EIGHT}||\n|:{EIGHT}:|"),
        (f"|:{EIGHT}|", f"|:{EIGHT}:|"),
        (f"|:{EIGHT}|1 G8:|2 B8:|", f"|:{EIGHT}|1 G8:|2 B8|]"),
        (f"|:{EIGHT}|1 G8 |[2 B8|", f"|:{EIGHT}|1 G8:|2 B8|]"),
        (f"{EIGHT}|1 G8:|2 B8|{EIGHT}:|", f"|:{EIGHT}|1 G8:|2 B8||\n|:{EIGHT}:|"),
        (f"D|{EIGHT}||", f"D|{EIGHT}|]"),
        (f"D||{EIGHT}:|", f"D|:{EIGHT}:|"),
    ],
)
def test_the_form_is_written_out(raw: str, clean: str) -> None:
    assert cleaned(raw).body.replace("|\nG", "|G") == clean


def test_a_wrong_bar_line_is_removed() -> None:
    tune = cleaned(EIGHT.replace("dedB A2", "dedB|A2", 1) + "|")
    assert tune.body.replace("\n", "") == EIGHT.replace("dedB A2", "dedB A2") + "|]"
    assert "bar lines removed" in tune.repairs


def test_lines_hold_four_measures() -> None:
    assert [line.count("|") for line in cleaned(f"D|{EIGHT}||").body.split("\n")] == [5, 4]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (EIGHT.replace("dedB A2G2", "dedB A2G2G", 1), "measures of a wrong length"),
        (EIGHT.replace("A2F2", "A2[1F2", 1), "endings without order"),
        (f"{EIGHT}|2 G8|", "endings without order"),
        (f"{EIGHT}|\n[V:2]{EIGHT}|", "not understood in the music"),
        ("G8|", "too short or too long"),
        (f"{EIGHT}|\nK:Q\n{EIGHT}|", "change of key or meter not understood"),
    ],
)
def test_what_needs_guessing_is_dropped(body: str, reason: str) -> None:
    tune = clean_tune(f"X:1\nT:A\nM:C\nL:1/8\nK:G\n{body}\n", BOOK)
    assert isinstance(tune, UnusableTune)
    assert tune.reason == reason


def test_changes_of_key_stay_in_the_music() -> None:
    assert "[K:Am]" in cleaned(f"{EIGHT}||\nK:A minor\n{EIGHT}||").body


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("ACROBAT'S -- HORNPIPE", "Acrobat's Hornpipe"),
        ("Bashful Lover., The", "The Bashful Lover"),
        ("Pretty Maid, A", "A Pretty Maid"),
        ("O'NEILL'S MARCH.", "O'Neill's March"),
        ("Roddy McCorley", "Roddy McCorley"),
        ("THE MAID OF THE MILL (2nd Setting)", "The Maid of the Mill"),
        ("Perth=Shire  Hunt", "Perth-Shire Hunt"),
        ("Wat:er Street", "Water Street"),
        ("Taim i’m chódladh", "Taim I'm Chodladh"),
    ],
)
def test_titles_have_one_spelling(raw: str, clean: str) -> None:
    assert clean_title(raw) == clean


def test_keys_and_meters_have_one_spelling() -> None:
    keys = ["D Major", "e minor", "A Dorian", "DMix", "F#m", "Bb", "amin", "HP", "none", "D ^g"]
    assert [clean_key(key) for key in keys] == [
        "D", "Em", "Ador", "Dmix", "F#m", "Bb", "Am", None, None, None,
    ]  # fmt: skip
    assert [clean_meter(meter) for meter in ["C", "C|", "2/2", "6/8", "none", "3+2/8"]] == [
        "4/4", "C|", "C|", "6/8", None, None,
    ]  # fmt: skip


def test_credits_are_names() -> None:
    assert clean_person('"Transcribed by Bob Safranek, rjs@gsp.org"') == "Bob Safranek"
    assert clean_person("1997 by John Chambers <jc@trillian.mit.edu>") == "John Chambers"
    assert clean_person("henrik.norbeck@mailbox.swipnet.se") == "Henrik Norbeck"
    assert clean_person("Ornament (~) is a turn") == ""
    assert clean_person("abc 1.6") == ""
    assert clean_composer("G.L.TRACY.") == "G. L. Tracy"
    assert clean_composer('"collected by F.O\'Neill"') == ""


def test_the_rhythm_must_fit_the_meter() -> None:
    assert rhythm_in_title("Acrobat's Hornpipe") == "hornpipe"
    assert rhythm_in_title("The Jigging Man") == ""
    assert rhythm_for(("jig",), "9/8") == "slip jig"
    assert rhythm_for(("reel", "jig"), "6/8") == "jig"
    assert rhythm_for(("polka",), "6/8") == ""
