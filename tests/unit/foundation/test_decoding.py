"""Which encoding a text is in, where nothing says so."""

import random

import pytest

from abcstudio.decoding import guess_encoding, is_no_text, odd_bytes, without_odd_bytes
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
