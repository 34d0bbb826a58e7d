"""Letters of other scripts that look like Latin ones, asked for only where a word was not known."""

import unicodedata

_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455"
)
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5"
)
_LATIN = str.maketrans(_CYRILLIC + _GREEK, "ABEKMHOPCTYXIJSaeopcyxijs" + "ABEZHIKMNOPTYXaikvopu")


def as_latin(word: str) -> str:
    """The word with Latin letters in the place of Cyrillic and Greek ones that look like them."""
    return word if word.isascii() else word.translate(_LATIN)


def tell_apart(word: str, meant: str) -> str:
    """What sets a word apart from the one that was meant where nobody can see it; empty where everybody can."""
    if word.isascii() and meant.isascii():
        return ""
    alike = as_latin(word).casefold() == as_latin(meant).casefold()
    for text, whose in ((word, "here the"), (meant, "its")):
        if odd := _find_blank(text) or _find_stranger(text) or (_find_look_alike(text) if alike else ""):
            number, name = f"U+{ord(odd):04X}", unicodedata.name(odd, "nameless").lower()
            script = name.split()[0].capitalize()
            return f"{whose} '{odd}' is {script} ({number})" if odd.isalpha() else f"{whose} blank is {number} ({name})"
    return ""


def _find_blank(word: str) -> str:
    """The first blank that is not the ordinary one, or that has no width; empty without one."""
    return next((character for character in word if not character.isprintable()), "")


def _find_stranger(word: str) -> str:
    """The first letter that looks like one of another script and stands among letters of that; empty without one."""
    latin = [letter for letter in word if letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")]
    others = [letter for letter in word if letter.isalpha() and letter not in latin]
    if not latin or not others:
        return ""
    strangers = others if len(others) <= len(latin) else latin
    twins = (*map(chr, _LATIN), *map(chr, _LATIN.values()))
    return next((letter for letter in strangers if letter in twins), "")


def _find_look_alike(word: str) -> str:
    return next((letter for letter in word if ord(letter) in _LATIN), "")
