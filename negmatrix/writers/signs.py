"""The marks that signs are drawn as, in every format that can write all of Unicode, and how lines and legends hold them."""

from collections.abc import Iterable, Mapping

from negmatrix.document import Line, Sign

MARKS: Mapping[Sign, str] = {
    Sign.ALIGNED: "●",
    Sign.PARTIAL: "◐",
    Sign.DIVERGENT: "○",
    Sign.UNCLEAR: "◌",
    Sign.OPEN: "…",
    Sign.SETTLED: "✓",
    Sign.PARKED: "‖",
    Sign.DROPPED: "×",
    Sign.FIXED: "■",
    Sign.UNSURE: "?",
    Sign.CARRIED: "↺",
    Sign.STALE: "◷",
    Sign.DISPUTED: "≠",
    Sign.WORDS_ONLY: "¶",
    Sign.NOT_STATED: "·",
    Sign.NOT_APPLICABLE: "–",
    Sign.WITHDRAWN: "⊖",
    Sign.IMPUTED: "†",
}


def spell(line: Line, words: str) -> str:
    """Words, the line's own (with its spark) as a format writes them, between the signs before and behind them."""
    if line.lead is None and not line.signs:
        return words
    lead = () if line.lead is None else (MARKS[line.lead],)
    return " ".join((*lead, *((words,) if words else ()), *(MARKS[sign] for sign in line.signs)))


def explain_signs(signs: Iterable[Sign], marks: Mapping[Sign, str] = MARKS) -> list[str]:
    """Such as "■ fixed"; signs that share a mark share an entry."""
    meanings: dict[str, list[str]] = {}
    for sign in signs:
        words = meanings.setdefault(marks[sign], [])
        if sign.value not in words:
            words.append(sign.value)
    return [f"{mark} {' or '.join(words)}" for mark, words in meanings.items()]
