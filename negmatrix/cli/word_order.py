"""Talks named where an issue or a party belongs, told with the order that works."""

from negmatrix.finding.files import ENDINGS
from negmatrix.finding.lost import LostError

_SENTENCES = {
    "issue": ("the issue comes first", "issue needs an issue before the talks"),
    "compare": ("the parties come first", "compare needs two parties before the talks"),
}


def refuse_early_talks(command: str, words: list[str], talks: str | None) -> None:
    """LostError where one of the words before the talks, which name an issue or two parties, is a file of talks."""
    early = [word for word in words if _is_file(word)]
    if not early:
        return
    order, need = _SENTENCES[command]
    named = [word for word in (*words, *([talks] if talks else [])) if not _is_file(word)]
    if len(named) == len(words):
        raise LostError(f"{order}: {' '.join(['negmatrix', command, *named, early[0]])}")
    raise LostError(f"{need}: '{early[0]}' is a file")


def _is_file(word: str) -> bool:
    return word.partition("@")[0].endswith(ENDINGS)
