"""Problems as SARIF 2.1.0, which code scanning and editors read."""

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from negmatrix.diagnostics import Diagnostic
from negmatrix.explanations import Explanation, explain
from negmatrix.source import Span
from negmatrix.version import __version__

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write_sarif(problems: Sequence[Diagnostic], here: Path) -> str:
    """One run with all problems, in ASCII; files below the folder `here` are named from there."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "negmatrix", "semanticVersion": __version__, "rules": [_rule(explain(code)) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(problem, codes.index(problem.code), here) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, indent=2) + "\n"


def _rule(explanation: Explanation) -> dict[str, Any]:
    sentence = " ".join(explanation.sentence.split())
    first = re.split(r"(?<=\.) ", sentence, maxsplit=1)[0]
    level, _, _ = explanation.severity.partition(";")
    plain = f"{sentence}\n\nBad:\n\n{explanation.bad.text}\nGood:\n\n{explanation.good.text}"
    return {
        "id": explanation.code,
        "shortDescription": {"text": first},
        "fullDescription": {"text": sentence},
        "help": {"text": plain, "markdown": _markdown(explanation)},
        "defaultConfiguration": {"level": level},
    }


def _markdown(explanation: Explanation) -> str:
    examples = (("Bad", explanation.bad.text), ("Good", explanation.good.text))
    shown = (f"{name}:\n\n```yaml\n{text}```\n" for name, text in examples)
    return "\n".join((f"{explanation.sentence}\n", *shown))


def _result(problem: Diagnostic, rule: int, here: Path) -> dict[str, Any]:
    message = f"{problem.message}: {problem.label}" if problem.label else problem.message
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": _message(message),
        "locations": [_location(problem.at, here)],
    }
    others = [(other.at, other.message) for other in problem.related] + [(at, "also here") for at in problem.repeats]
    return result | ({"relatedLocations": _relate(others, here)} if others else {})


def _relate(others: Iterable[tuple[Span, str]], here: Path) -> list[dict[str, Any]]:
    return [
        {"id": number, **_location(at, here), "message": _message(message)}
        for number, (at, message) in enumerate(others, 1)
    ]


def _location(at: Span, here: Path) -> dict[str, Any]:
    first, last = at.first, at.last
    region = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(at.source.name, here), "region": region}}


def _artifact(name: str, here: Path) -> dict[str, str]:
    """A file by a relative address where it lies below `here`, else by a whole one."""
    path = Path(os.path.normpath(here / name))
    if not path.is_relative_to(here):
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.relative_to(here).as_posix())), "uriBaseId": "%SRCROOT%"}


def _message(text: str) -> dict[str, str]:
    """Braces hold places for arguments in SARIF's messages, and are doubled to stand for themselves."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}
