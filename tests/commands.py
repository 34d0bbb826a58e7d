"""Calls of every command with its options, and what holds of any call, whatever stands in the file."""

import csv
import io
import json
import re
from pathlib import Path
from typing import NamedTuple

from tests.calling import call

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
CALLS = (
    "check",
    "check --strict --format concise --completeness",
    "check --format json --completeness",
    "check --format github",
    "check --format sarif",
    "show T --sources --as both",
    "show T --transpose --sort divergence --palette traffic",
    "show T --as links",
    "issue I T",
    "issue I T --party P --round 1",
    "compare P Q T",
    "diff T",
    "diff T@1 T@-1 --only moved",
    "diff U T",
    "git-diff x.yaml U 0 0 T 0 0",
    "history T",
    "history T --outcome",
    "pairs T --blocs --weights salience --measure net",
    "pairs T --from P --impute-blocs --count 2",
    "trades T --all",
    "trades T --between P Q",
    "proposals T",
    "proposals T --compare d0 d1 --weights salience",
    "list T",
    "export T",
    "import T --kind csv",
    "import T --kind markdown",
    "import T --kind html",
)
"""Of these T is a talks, U another, I an issue and P and Q parties."""

BARE = ("check", "git-diff", "import")
"""What has no `--format` of documents."""
SHOWS = tuple(words for words in CALLS if not words.startswith(BARE))
PLAIN = tuple(words for words in CALLS if words.startswith(BARE))
FORMS = (
    *(f"-f terminal --width {width} --color {color}" for width in (1, 60, 200) for color in ("always", "never")),
    "-f markdown",
    "-f html",
    "-f csv",
    "-f csv --tidy",
    "-f json",
    "-f xlsx -o O",
)


class Names(NamedTuple):
    """What a call is made on: files, and an issue and two parties that there may be in them."""

    file: Path
    other: Path
    issue: str = "i"
    left: str = "p0"
    right: str = "p1"


def fill(words: str, names: Names) -> list[str]:
    """The words of a call, with names in them."""
    stands = {"T": str(names.file), "U": str(names.other), "O": str(names.file.with_name("out.xlsx"))}
    stands |= {"I": names.issue, "P": names.left, "Q": names.right}
    told = [
        stands[word[0]] + word[1:] if word[0] in stands and word[1:2] in ("", "@") else word for word in words.split()
    ]
    return [*told, *([str(names.file)] if words.startswith("check") else [])]


def try_call(arguments: list[str], told: str) -> str:
    """Makes a call whose only ends are a result that can be read again, or a sentence."""
    code, out, err = call(*arguments)
    told = f"{told}: {arguments}: {err}"
    assert code in ((0, 1) if arguments[0] == "check" else (0, 2)), told
    shown = re.sub("\x1b\\[[0-9;]*m", "", out) if "always" in arguments else out
    assert not CONTROLS.search((shown.replace("\r\n", "\n") if "csv" in arguments else shown) + err), told
    if code < 2 and {"json", "sarif"}.intersection(arguments):
        json.loads(out)
    if code < 2 and "csv" in arguments and arguments[0] != "import":
        list(csv.reader(io.StringIO(out, newline=""), strict=True))
    assert code != 2 or err, told
    return out
