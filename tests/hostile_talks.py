"""Talks with a hostile text in every field that takes words."""

import json
from functools import cache

from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.document import Document
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.syntax import decode_text
from negmatrix.views.matrix import MatrixStyle, show_matrix


def quoted(text: str) -> str:
    """The text as a double-quoted scalar of YAML."""
    return json.dumps(text, ensure_ascii=False)


def write_talks(text: str) -> str:
    """A talks with the text in every field that takes words, and as a level of a scale."""
    said = quoted(text)
    return f"""
talks: {said}
about: {said}
sources:
  s1: {{title: {said}, publisher: {said}, author: {said}, url: {said}, note: {said}}}
  s2: {{title: Page, url: "https://example.org/a?b=1&c=2"}}
parties:
  a: {{name: {said}, batna: {said}, note: {said}}}
  b: {{name: B, role: mediator}}
  c: C
issues:
  one: {{title: {said}, topic: {said}, question: {said}, next: {said}, note: {said}, range: [0, 9], unit: {said}}}
  two: {{title: Two, topic: {said}, levels: {{low: {said}, {said}: {said}, "high!": x}}}}
  three: {{title: Three, options: [x, {said}]}}
  four: {said}
proposals:
  p: {{title: {said}, kind: {said}, objective: {said}, outcome: {said}, note: {said}, from: [a], source: s1, stances: {{c: for}}}}
round: {{id: r, title: {said}, source: s2}}
positions:
  one:
    a: {{stance: 4, says: {said}, red_line: {said}, interest: {said}, by: {said}, note: {said}, source: [s1, s2 p. 1]}}
    b: {{state: n/a, says: {said}}}
    c: {{claims: [{{stance: 1, says: {said}, by: {said}, source: s1}}, {{stance: 7, says: {said}}}]}}
  two:
    a: {{stance: {said}, accepts: [low, {said}], confidence: low}}
    c: {{stance: low, internal: true, depends_on: [one, three]}}
  three: {{a: {{stance: {said}, accepts: [x, {said}]}}, c: {{stance: x, says: {said}}}}}
  four:
    a: {{says: {said}, disputed: true}}
    c: withdrawn
verdicts:
  four: {{verdict: parked, to: {said}, label: {said}, says: {said}, by: {said}, note: {said}}}
"""


@cache
def read_hostile(text: str) -> Talks:
    """The talks with the text in it, through the reader, which has nothing to say against it."""
    source, refused = decode_text("hostile.yaml", write_talks(text).encode())
    assert source is not None, refused
    talks, problems = read_talks([source])
    assert talks is not None, problems
    assert {problem.code for problem in problems} <= {"nearly-a-stance"}, problems
    return talks


@cache
def measure_hostile(text: str) -> MatrixResult:
    """Its matrix."""
    talks = read_hostile(text)
    return measure_matrix(talks, standing_in(talks, talks.latest.id))


@cache
def show_hostile(text: str) -> Document:
    """Its matrix as a document, with sources."""
    return show_matrix(measure_hostile(text), MatrixStyle(sources=True))
