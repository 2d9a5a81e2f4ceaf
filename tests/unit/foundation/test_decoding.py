"""Which encoding a text is in, where nothing says so."""

import random

import pytest

from abcstudio.corpus.given_text import how_it_was_read
from abcstudio.decoding import (
    codec_named,
    declared_encoding,
    guess_encoding,
    is_no_text,
    odd_bytes,
    without_odd_bytes,
)
from abcstudio.files import decode_text

CYRILLIC = (
    "X:1\nT:Веселка\nC:Народна\nO:Україна\nR:polka\nK:Am\nABcd|\nw:Ой у лу-зі чер-во-на ка-ли-на\n"
)
WESTERN = "X:1\nT:Café à l'été, Schöne Mädchen\nC:Ó Cearbhalláin\nK:D\nABcd|\nw:Là-bas où\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CYRILLIC, "cp1251"),
        ("X:1\nT:Їжак і ґава\nK:C\nC|", "cp1251"),
        ("X:1\nT:БАРЫНЯ\nK:C\nC|", "cp1251"),
        ("X:1\nT:Barynya (Барыня), Russia\nK:C\nC|", "cp1251"),
        (WESTERN, "cp1252"),
        ("X:1\nT:À\nK:C\nC|", "cp1252"),
        ("X:1\nT:Seán Óg – “The Reel”\nK:C\nC|", "cp1252"),
        (CYRILLIC + WESTERN, "utf-8"),
        ("X:1\nT:Plain\nK:C\nC|", "utf-8"),
    ],
)
def test_the_encoding_is_what_the_letters_say(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert guess_encoding(data) == encoding
    assert decode_text(data).text == text
    assert decode_text(data).is_guessed == (encoding != "utf-8")


UKRAINIAN = (
    "Веселка|Гопак|Козачок|Ой у лузі червона калина|Їхав козак за Дунай|Ніч яка місячна|Аркан|"
    "Коломийка|Ґанок|Щедрик|Чумак|Гуцулка Ксеня|Сміються, плачуть солов'ї|ГОПАК|ЩЕДРИК|НІЧ|"
    "ЄВШАН-ЗІЛЛЯ|козачок|ніч|Ще не вмерла Україна|Дід|Ой|Юхим|Полька|Вальс"
)
RUSSIAN = (
    "Барыня|Калинка|Коробейники|Светит месяц|Очи чёрные|Камаринская|Во поле берёза стояла|"
    "Цыганочка|Яблочко|Субботея|БАРЫНЯ|яблочко|Эх|Ах вы, сени|Мой костёр|Тройка|Дубинушка"
)
LATIN = (
    "Löwe|Été|L'Été indien|Ça ira|Bourrée à six|Fjällnäs|Polska från Ås|À la claire fontaine|"
    "Señor Ñandú|Ö|«Ländler»"
)


@pytest.mark.parametrize(
    ("titles", "encoding"),
    [
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8_u"),
        (UKRAINIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "utf-8"),
        (LATIN, "latin-1"),
        (LATIN, "utf-8"),
    ],
)
def test_one_title_alone_is_read_as_it_was_written(titles: str, encoding: str) -> None:
    for title in titles.split("|"):
        text = f"X:1\nT:{title}\nK:C\nC|"
        file = decode_text(text.encode(encoding))
        assert file.text == text, (title, file.encoding)
        assert file.to_bytes() == text.encode(encoding)


def test_a_byte_that_no_windows_encoding_has_is_still_read() -> None:
    assert guess_encoding(b"T:caf\xe9 \x81\x98") == "latin-1"


@pytest.mark.parametrize("text", [CYRILLIC, WESTERN])
def test_one_bad_byte_leaves_a_utf8_file_what_it_is(text: str) -> None:
    good = text.encode()
    rng = random.Random(0)
    for bad in (0x80, 0xBF, 0xC3, 0xE9, 0xFF):
        place = rng.randrange(len(good))
        data = good[:place] + bytes([bad]) + good[place:]
        file = decode_text(data)
        assert file.encoding == "utf-8"
        assert file.is_guessed
        assert 1 <= odd_bytes(file.text) <= 3
        assert file.to_bytes() == data
        shown = without_odd_bytes(file.text)
        assert "\N{REPLACEMENT CHARACTER}" in shown
        shown.encode()


def test_what_is_no_text_is_seen_and_a_damaged_text_is_not() -> None:
    rng = random.Random(1)
    assert is_no_text(rng.randbytes(4000))
    assert is_no_text(b"PK\x03\x04\x14\x00\x00\x00\x08\x00" * 3)
    assert not is_no_text(CYRILLIC.encode("cp1251"))
    assert not is_no_text(CYRILLIC.encode())
    assert not is_no_text(b"X:1\nT:a\x00b\nK:C\n" + b"ABcd|\n" * 50)
    assert not is_no_text(b"")


OTHERS = {
    "cp1253": "Καλαματιανός|Συρτός Μενούσης|Ζεϊμπέκικο|Μήλο μου κόκκινο|Ικαριώτικος",
    "iso8859_7": "Καλαματιανός|Συρτός Μενούσης|Πεντοζάλι",
    "shift_jis": "さくらさくら|ソーラン節|赤とんぼ|荒城の月",
    "euc_jp": "さくらさくら|ソーラン節|赤とんぼ|荒城の月",
    "gbk": "茉莉花|二泉映月|梁祝|康定情歌",
    "big5": "茉莉花|二泉映月|梁祝|康定情歌",
    "euc_kr": "아리랑|도라지 타령",
    "cp1255": "הבה נגילה|חורה|שלום עליכם|עוד לא אהבתי די|ניגון",
    "cp1256": "لما بدا يتثنى|طلعت يا محلى نورها|سماعي|دبكة",
    "cp1250": "Góralska pieśń łąkowa|Kujawiak z Wąsosza|Oberek łowicki|Už ty pilky|Čardáš",
    "iso8859_2": "Góralska pieśń łąkowa|Kujawiak z Wąsosza|Oberek łowicki|Už ty pilky|Čardáš",
    "cp1254": "Şu Dağlar|Ağır zeybek|Kasap havası|İzmir",
    "cp866": "Барыня|Калинка|Светит месяц|КАЛИНКА",
    "mac_roman": "Été|L'Été indien|Fjällnäs|Polska från Ås",
}


@pytest.mark.parametrize("encoding", list(OTHERS))
def test_the_encoding_of_other_languages_is_not_known_and_so_is_said(encoding: str) -> None:
    for title in OTHERS[encoding].split("|"):
        file = decode_text(f"X:1\nT:{title}\nK:C\nC|".encode(encoding))
        how = how_it_was_read(file)
        assert how is not None, title
        assert how.message_id == "encoding.unknown", title
        declared = f"%%abc-charset {encoding}\nX:1\nT:{title}\nK:C\nC|"
        file = decode_text(declared.encode(encoding))
        assert file.text == declared
        assert how_it_was_read(file) is None
        assert file.with_text(declared + "|").to_bytes() == (declared + "|").encode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(CYRILLIC, "cp1251"), (CYRILLIC, "koi8_u"), (WESTERN, "cp1252"), (WESTERN, "latin-1")],
)
def test_a_likely_guess_is_said_as_a_guess(text: str, encoding: str) -> None:
    how = how_it_was_read(decode_text(text.encode(encoding, "replace")))
    assert how is not None
    assert how.message_id == "encoding.read_as"
    assert str(how).startswith("no encoding is declared; the guess is ")


def test_a_declared_encoding_counts_where_the_bytes_are_in_it() -> None:
    def read(text: str, encoding: str) -> tuple[str, str]:
        how = how_it_was_read(decode_text(text.encode(encoding)))
        return decode_text(text.encode(encoding)).text, how.message_id if how else ""

    declared = "X:1\nI:abc-charset {}\nT:Żółw\nK:C\nC|"
    polish = declared.format("ISO-8859-2")
    assert read(polish, "iso8859_2") == (polish, "")
    # An editor has saved it anew: UTF-8 is seen for what it is.
    assert read(polish, "utf-8") == (polish, "encoding.not_as_declared")
    assert read(declared.format("utf-8"), "utf-8") == (declared.format("utf-8"), "")
    assert read(declared.format("utf-8"), "cp1250")[1] == "encoding.not_as_declared"
    plain = decode_text(b"%%abc-charset iso-8859-1\nX:1\nK:C\nC|")
    assert plain.with_text("T:Löwe").to_bytes() == b"T:L\xf6we"
    # After the first lines it is a text like any other.
    assert declared_encoding(b"X:1\n" + b"% \n" * 5000 + b"%%abc-charset cp1250\n") == ""


@pytest.mark.parametrize(
    "name", ["utf-16", "utf-7", "cp037", "rot13", "idna", "punycode", "none", "unicode_escape", ""]
)
def test_only_encodings_of_texts_of_abc_can_be_declared(name: str) -> None:
    assert codec_named(name) == ""
    text = f"%%abc-charset {name}\nX:1\nT:Löwe\nK:C\nC|"
    assert decode_text(text.encode()).text == text
