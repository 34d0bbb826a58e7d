"""Talks made up from the format's own field tables: every field, every scale, texts of all planes of Unicode.

Most are right, so that all commands get something to show; some hold what does not belong where it stands.
"""

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

from negmatrix.model.scales import BUILT_IN
from negmatrix.reading.events import EVENT
from negmatrix.reading.fields import Field
from negmatrix.reading.issues import ISSUE
from negmatrix.reading.parties import PARTY, SOURCE
from negmatrix.reading.positions import CLAIM, POSITION
from negmatrix.reading.proposals import PROPOSAL
from negmatrix.reading.rounds import ROUND
from negmatrix.reading.top import TALKS
from negmatrix.reading.verdicts import VERDICT

PLANES = (
    "aé|`*_<>&\"'\\{}[]()#=+-@%$~^:;/!?. \n\t",
    "\u0644\u05d0\u200f\u200d\u0301\u3042\u4e2d\uac00\uff1d",
    "\U0001f600\U0001d400\U00010900",
    "\U00020000\U0002ffff\U00030000\U000e0100\U000f0000\U0010fffd",
)
WORDS = (
    "=1+1", "@SUM(A1)", "-2+3", "'=x", "javascript:alert(1)", "data:text/html,x", "https://example.org/?a=|b", "[a](b)",
    "![x](y)", "<script>alert(1)</script>", "</td></table>", "{{7*7}}", "${x}", "::error::x", "##[add-mask]x", "%0A",
    "| a | b |", "```", "---", "# x", "1. x", "&#x41;", "&lt;", "no", "null", "1:30", "\\x1b[31m", "a\nb", "a" * 300,
)  # fmt: skip
LEFT_ALONE = frozenset(
    ("scale", "levels", "range", "options", "unit", "anchors", "claims", "state", "was", "internal", "aliases")
)
"""Fields that make() writes itself, or that would spoil most talks."""


class Maker:
    """Makes one talks with some dice."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.parties = self.ids("p", dice.choice((1, 2, 2, 2, 3, 3, 4, 6)))
        self.issues = self.ids("i", dice.choice((1, 2, 3, 5)))
        self.rounds = self.ids("r", dice.choice((1, 2, 3)))
        self.sources = self.ids("s", 2)
        self.stances: dict[str, list[str]] = {}

    def ids(self, kind: str, count: int) -> list[str]:
        """Ids, some of which are hostile words."""
        more = [word.strip() for word in WORDS if not set("@,\n").intersection(word)]
        return [
            f"{kind}{number}{self.dice.choice(['', '', '', ' ' + self.dice.choice(more)])}".strip()
            for number in range(count)
        ]

    def text(self) -> str:
        """Any words: plain, hostile, or of any planes."""
        if self.dice.random() < 0.6:
            return self.dice.choice(WORDS)
        letters = "".join(self.dice.choice(self.dice.choice(PLANES)) for _ in range(self.dice.randrange(1, 20)))
        return letters.strip() or "x"

    def some(self, among: list[str]) -> list[str]:
        return self.dice.sample(among, self.dice.randrange(1, len(among) + 1))

    def two(self) -> list[str]:
        """Two parties, or one that is no pair where there is one only."""
        return self.dice.sample(self.parties, min(2, len(self.parties)))

    def scale(self) -> tuple[dict[str, Any], list[str]]:
        """An issue's scale, and some stances on it in order."""
        low, high = sorted(self.dice.sample(range(-50, 200), 2))
        kinds: tuple[tuple[dict[str, Any], list[str]], ...] = (
            ({"levels": ["no", "maybe", "yes"]}, ["no", "maybe", "yes"]),
            ({"levels": {"a": {"at": high, "means": self.text()}, "b": {"at": low}}, "unit": self.text()}, ["a", "b"]),
            ({"levels": {"x": self.text(), "y": self.text()}}, ["x", "y"]),
            ({"range": [low, high], "unit": "%", "anchors": {low: self.text()}}, [low, (low + high) / 2, high]),
            ({"range": ["2017-03-29", "2020-12-31"]}, ["2017-03-29", "2018-01-01", "2020-12-31"]),
            ({"options": ["red", "=green", "blue|x"]}, ["red", "=green", "blue|x"]),
            ({"scale": "support"}, list(BUILT_IN["support"].names)),
            ({}, []),
        )
        return self.dice.choice(kinds)

    def record(self, table: Mapping[str, Field], chance: float = 0.3, **given: Any) -> dict[str, Any]:
        """Fields of a table that chance picks, and those that are given."""
        picked = [row for name, row in table.items() if name not in LEFT_ALONE and self.dice.random() < chance]
        made = {row.name: self.value(row) for row in picked if row.name not in given}
        made |= {"internal": True} if "internal" in table and self.dice.random() < 0.05 else {}
        return made | {name: value for name, value in given.items() if value is not None}

    def value(self, row: Field) -> Any:
        """What may stand in a field, by what it names, else by its schema."""
        named: dict[str, Callable[[], Any]] = {
            "source": lambda: self.dice.choice([*self.sources, f"{self.sources[0]} p. {self.text()[:9]}".strip(), self.some(self.sources)]),
            "date": lambda: self.dice.choice(["2020", "2021-02", "2021-02-03", "2020-01/2020-03-01"]),
            "members": lambda: self.some(self.parties),
            "from": lambda: self.some(self.parties),
            "between": self.two,
            "over": lambda: self.some(self.parties),
            "addresses": lambda: self.some(self.issues),
            "depends_on": lambda: self.some(self.issues),
            "round": lambda: self.rounds[0],
            "until": lambda: self.rounds[-1] if len(self.rounds) > 1 else None,
            "stances": lambda: {party: self.dice.choice(["for", "against", "open"]) for party in self.some(self.parties)},
            "terms": lambda: {issue: self.dice.choice(told) for issue, told in self.stances.items() if told} or None,
            "tables": lambda: [self.two(), self.parties],
            "events": lambda: [self.record(EVENT, what=self.text())],
            "url": lambda: self.dice.choice([self.text(), "https://example.org", ["mailto:a@b.c", self.text()]]),
        }  # fmt: skip
        return named[row.name]() if row.name in named else self.by_schema(row.kind.schema)

    def by_schema(self, schema: Mapping[str, Any]) -> Any:
        """A value of a field's schema."""
        if "enum" in schema:
            return self.dice.choice(schema["enum"])
        if "anyOf" in schema:
            return self.by_schema(self.dice.choice(schema["anyOf"]))
        kind = schema.get("type")
        if kind == "boolean":
            return self.dice.random() < 0.5
        if kind in ("number", "integer"):
            return self.dice.choice([0, 1, 2, 50, 100] if kind == "number" else [1, 2, 3])
        return [self.text()] if kind == "array" else self.text()

    def cell(self, issue: str) -> Any:
        """A position in any of its forms."""
        told = self.stances[issue]
        stance = self.dice.choice(told) if told else None
        form = self.dice.randrange(8)
        if form == 0:
            return self.dice.choice(["n/a", "withdrawn", self.text()])
        if form == 1:
            return [{"says": self.text()}, {"says": self.text(), "stance": stance or "unknown"}]
        if form == 2 and told:
            return {"claims": [self.record(CLAIM, stance=self.dice.choice(told)), self.record(CLAIM, stance=stance)]}
        ends = self.dice.choice([None, told[:2], told]) if len(told) == 2 else None
        fixed = True if ends is None and told and self.dice.random() < 0.2 else None
        return self.record(POSITION, says=self.text(), stance=stance, fixed=fixed, accepts=ends, rejects=None)

    def verdict(self, issue: str) -> Any:
        """A verdict; one that is settled says where."""
        at = self.dice.choice(self.stances[issue]) if self.stances[issue] and self.dice.random() < 0.3 else None
        word = (
            "settled"
            if at is not None
            else self.dice.choice(["aligned", "partial", "divergent", "unclear", "open", "parked", "dropped"])
        )
        return self.record(VERDICT, verdict=word, at=at, over=None)

    def round(self) -> dict[str, Any]:
        """A round with some of the cells."""
        rows = {
            issue: {party: self.cell(issue) for party in self.some(self.parties)} for issue in self.some(self.issues)
        }
        told = {issue: self.verdict(issue) for issue in self.some(self.issues)} if self.dice.random() < 0.6 else None
        return self.record(ROUND, positions=rows, verdicts=told, date=None)

    def talks(self) -> dict[str, Any]:
        """A whole talks."""
        issues = {}
        for issue in self.issues:
            scale, self.stances[issue] = self.scale()
            quo = self.dice.choice([None, *self.stances[issue]])
            issues[issue] = self.record(ISSUE, title=self.text(), status_quo=quo, **scale)
        settings = {
            name: row for name, row in TALKS.items() if name in ("about", "tables", "carry_forward", "stale_after")
        }
        proposals = {name: self.record(PROPOSAL, 0.5, title=self.text()) for name in self.ids("d", 2)}
        proposals = {name: {key: value for key, value in one.items() if value} for name, one in proposals.items()}
        return self.record(settings, talks=self.text()) | {
            "sources": {source: self.record(SOURCE, title=self.text()) for source in self.sources},
            "parties": {party: self.record(PARTY, name=self.text(), members=None, role=None) for party in self.parties},
            "issues": issues,
            "proposals": proposals,
            "rounds": {name: self.round() for name in self.rounds},
        }


def make_file(dice: random.Random) -> tuple[bytes, Maker]:
    """A made-up talks as JSON, which YAML contains, and who made it."""
    maker = Maker(dice)
    return json.dumps(maker.talks(), ensure_ascii=False).encode("utf-8", "replace"), maker
