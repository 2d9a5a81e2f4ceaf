"""One spelling for what a tune header says: titles, keys, meters, credits."""

import re
import unicodedata
from fractions import Fraction

_SMALL_WORDS = frozenset(
    "a,an,and,as,at,but,by,for,from,in,into,nor,of,on,or,over,the,to,with".split(",")  # noqa: SIM905
)
_CAPITAL_AFTER = re.compile(r"^(Mc|O')([a-z])")
_TRAILING_THE = re.compile(r"^(.*),\s*(the|a|an)\.?$", re.IGNORECASE)
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th|d)$", re.IGNORECASE)
_ROMAN = re.compile(r"^(?:ii|iii|iv|vi|vii|viii|ix)$", re.IGNORECASE)
_MODES = {
    "": "", "maj": "", "ion": "", "m": "m", "min": "m", "aeo": "m",
    "mix": "mix", "dor": "dor", "phr": "phr", "lyd": "lyd", "loc": "loc",
}  # fmt: skip
_KEY = re.compile(r"^\s*([A-G])\s*(#|b)?\s*([A-Za-z]*)", re.IGNORECASE)
_NO_COMPOSER = re.compile(
    r"collect|scot|irish|highland|trad|perform|indian?$|air$|french|wel[cs]h|gaelic|virginian|german|italian|negro|"
    r"^an? |^as |^new |^play |[?%:]|\.\.",
    re.IGNORECASE,
)
_FOLDED = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": "",
        "”": "",
        "–": "-",
        "—": "-",
        "ø": "o",
        "æ": "ae",
        "ß": "ss",
    }
)


def ascii_text(text: str) -> str:
    """Fold letters to plain ASCII: accents go, curly quotes become straight."""
    folded = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(one for one in folded if " " <= one <= "~")


def clean_title(title: str) -> str:
    """Return a title in title case, "The" in front, without remarks, quotes and final periods."""
    title = re.sub(r"\\.(?=\w)|[\"]|^T:", "", ascii_text(title))
    title = title.replace("_", " ").replace("=", "-").replace("&", "and")
    # One transcriber's mail program put a colon for the "a" of every address, titles too: "Wat:er".
    title = re.sub(r"(?<=[Aa][tT]):", "", title)
    title = re.sub(r"\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?", " ", title)
    title = re.sub(r"-*\s+-+\s+|--+|-\s+", " ", title)
    title = re.sub(r"\s+", " ", title).strip(" .,;:*#-/")
    moved = _TRAILING_THE.match(title)
    if moved:
        title = f"{moved[2]} {moved[1].strip(' .')}"
    title = re.sub(r"\.,", ",", title)
    words = title.split(" ")
    shouted = title.isupper()
    return " ".join(
        _title_word(word, place == 0, shouted) for place, word in enumerate(words) if word
    )


def _title_word(word: str, is_first: bool, shouted: bool) -> str:
    bare = word.lower()
    if _ORDINAL.match(bare):
        return bare
    if _ROMAN.match(bare):
        return word.upper()
    if not is_first and bare in _SMALL_WORDS:
        return bare
    if not shouted and any(letter.isupper() for letter in word[1:]) and not word.isupper():
        return word
    if re.fullmatch(r"(?:[A-Za-z]\.)+", word):
        return word.upper()
    parts = [part[:1].upper() + part[1:] if part else part for part in bare.split("-")]
    return _CAPITAL_AFTER.sub(lambda match: match[1] + match[2].upper(), "-".join(parts))


def clean_key(key: str) -> str | None:
    """Return a key as `D`, `Em`, `Ador`, `Dmix`; None when it is not of this kind."""
    match = _KEY.match(key)
    if not match:
        return None
    mode = match[3].lower()
    mode = _MODES.get(mode if mode == "m" else mode[:3], "?")
    rest = key[match.end() :].split("%")[0].strip()
    if mode == "?" or rest:
        return None
    return match[1].upper() + (match[2] or "").lower() + mode


def clean_meter(meter: str) -> str | None:
    """Return a meter as `4/4`, `C|`, `6/8`; None when it is not a simple fraction."""
    meter = meter.split("%")[0].strip().replace(" ", "")
    named = {"C": "4/4", "c": "4/4", "C|": "C|", "c|": "C|", "2/2": "C|"}
    if meter in named:
        return named[meter]
    match = re.fullmatch(r"(\d{1,2})/(2|4|8|16)", meter)
    return meter if match and int(match[1]) > 0 else None


def clean_unit(unit: str, meter: str) -> Fraction | None:
    """Return the unit note length; without one, what the standard takes from the meter."""
    unit = unit.split("%")[0].strip().replace(" ", "")
    if not unit:
        top, _, bottom = ("4/4" if meter == "C|" else meter).partition("/")
        return (
            Fraction(1, 8) if Fraction(int(top), int(bottom)) >= Fraction(3, 4) else Fraction(1, 16)
        )
    match = re.fullmatch(r"1/(4|8|16|32)", unit)
    return Fraction(unit) if match else None


def clean_tempo(tempo: str) -> str | None:
    """Return a tempo as `1/4=90`; words are left out."""
    match = re.search(r"(\d+/\d+)\s*=\s*(\d{2,3})", tempo)
    return f"{match[1]}={match[2]}" if match else None


def clean_person(credit: str) -> str:
    """Return the name in a credit without "transcribed by", dates, addresses; "" for a remark."""
    text = re.sub(r"[\"<>]", " ", ascii_text(credit)).strip()
    if "--" in text or text.startswith("abc"):
        return ""
    text = re.sub(r"^\d+\s+(?:by\s+)?", "", text)
    text = re.sub(
        r"^(?:\w+ version )?(?:transcri\w+|contributed|typed)\b[\s\d]*(?:by|be)?\b[\s:]*",
        "",
        text,
        flags=re.I,
    )
    mail = re.search(r"[\w.]+\s?[@:][\w.:]+", text)
    name = re.sub(r"https?:\S*|www\.\S*|[\w.]+\s?[@:][\w.:]+|\*.*|\([^)]*\)?", " ", text)
    name = re.split(r",|;|\s\d|\.\s*\d|\d{2}|\s-", name)[0].strip(" .")
    if not name and mail:
        return re.split(r"[@:]", mail[0])[0].strip().replace(".", " ").title()
    return _person(name)


def clean_composer(composer: str) -> str:
    """Return a composer's name; where the field tells a collector, a nation or nothing, ""."""
    text = re.sub(r"^by\s+", "", ascii_text(composer).replace('"', "").strip(" .()"), flags=re.I)
    return "" if _NO_COMPOSER.search(text) else _person(text)


def _person(name: str) -> str:
    """Spell a name one way, "G. L. Tracy"; what has no name's shape is "" ."""
    name = re.sub(r"\.(?=\w)", ". ", name).replace(" .", "").strip()
    words = [_name_word(word) for word in name.split()]
    shaped = all(re.fullmatch(r"(?:[A-Z]\.|[A-Z][A-Za-z'.]+|de|van)", word) for word in words)
    if words[-1:] == ["O'Nei"]:
        # A final "l" that several transcriptions lost.
        words[-1] = "O'Neil"
    return " ".join(words) if 1 <= len(words) <= 4 and shaped and len(words[-1]) > 2 else ""


def _name_word(word: str) -> str:
    if len(word) > 2 and word.isupper() and word.isalpha():
        word = word.capitalize()
    if len(word) > 6 and word.islower():
        word = word.capitalize()
    return _CAPITAL_AFTER.sub(lambda match: match[1] + match[2].upper(), word)
