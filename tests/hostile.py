"""More than five hundred texts that somebody could type or paste into any field, and that some format takes for more than text.

All of them pass the reader. `CONTROLS` are those that it refuses, for the writers alone.
"""

import json
import os
from functools import cache

from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.document import Document
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.syntax import decode_text
from negmatrix.views.matrix import MatrixStyle, show_matrix

MARKUP = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "</script><script>alert(1)</script>",
    "</td></tr></table><h1>out</h1>",
    "</title></style></textarea></noscript><svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>click</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<!-- a comment -->",
    "<!--",
    "-->",
    "<![CDATA[ data ]]>",
    "]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<b>bold</b>",
    "<br>",
    "<br/>",
    "a<b",
    "a < b > c",
    "<1%",
    ">99%",
    "<",
    ">",
    "<>",
    "< script >",
    "<\u200bscript>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    "&lt;script&gt;",
    "&amp;",
    "&amp;lt;",
    "&copy; &nbsp; &#65; &#x41;",
    "&#0; &#xD800; &bogus;",
    "R&D",
    "a & b",
    "&",
    "&&",
    "AT&T; and more",
    "<https://evil.example>",
    "<mailto:a@b.example>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    "<table><tr><td>cell",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example>",
    "<object data=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>",
    "data:text/html,<script>alert(1)</script>",
    "javascript:alert(document.cookie)",
    "vbscript:msgbox(1)",
)
MARKDOWN = (
    "# heading",
    "## heading ##",
    "heading #",
    "C#",
    "#123",
    "#",
    "see #123, !45, GH-1 and @somebody",
    "@everyone",
    "@",
    "a@b.example",
    "mailto:a@b.example",
    "xmpp:a@b.example",
    "https://evil.example/?a=1&b=2#c",
    "http://evil.example",
    "ftp://evil.example",
    "www.evil.example",
    "WWW.EVIL.EXAMPLE",
    "https://",
    "- item",
    "-",
    "--",
    "---",
    "----- -----",
    "+ item",
    "* item",
    "***",
    "* * *",
    "___",
    "===",
    "=",
    "1. item",
    "1) item",
    "12345678901. not a list",
    "1986. A great year",
    "a. item",
    "(a) item",
    "iv) item",
    "#. item",
    "(@) item",
    "(@good) item",
    "> quotation",
    ">> quotation",
    "*emphasis*",
    "**strong**",
    "***both***",
    "_emphasis_",
    "__strong__",
    "snake_case_word",
    "_",
    "*",
    "a*b*c",
    "a * b",
    "**",
    "**a",
    "a**",
    "*a **b*",
    "~~gone~~",
    "~one~",
    "~5 kt",
    "~",
    "==marked==",
    "^up^",
    "x^2",
    "H~2~O",
    "`code`",
    "``co`de``",
    "`",
    "```",
    "```python",
    "~~~",
    "````",
    "[link](javascript:alert(1))",
    '[link](https://evil.example "title")',
    "[link][ref]",
    "[ref]: https://evil.example",
    "[^1]",
    "[^1]: not a note",
    "^[inline note]",
    "![image](https://evil.example/x.png)",
    "!",
    "No!",
    "![",
    "[",
    "]",
    "[]",
    "[ ] task",
    "[x] task",
    "[[wiki]]",
    "[@citation]",
    "](x)",
    "\\",
    "\\\\",
    "\\\\\\",
    "a\\b",
    "\\*not\\*",
    "\\|",
    "\\\\|",
    "\\n is no line end",
    "ends in \\",
    "|",
    "||",
    "a|b",
    "| a | b |",
    "|---|---|",
    "| --- | --- |",
    ":---:",
    "---|---",
    "a \\| b",
    "a `|` b",
    ": definition",
    ":",
    "::: warning",
    ":smile: :+1: :tada:",
    "12:30:45",
    "$x^2$",
    "$$\\frac{1}{2}$$",
    "costs $5 or $6",
    "\\(x\\)",
    "\\[x\\]",
    "\\begin{document}",
    "\\input{/etc/passwd}",
    "% title",
    "{#id .class}",
    "heading {#id}",
    "{+added+} [-removed-]",
    "{++ ++} {-- --} {>> <<}",
    "<!-- -->",
    "[TOC]",
    "[[_TOC_]]",
    "--- a: b ---",
    "...",
    "\"smart\" 'quotes' -- and ...",
    "trailing blanks  ",
    "  leading blanks",
    "    indented code",
    "many    blanks     inside",
    "a\ttab",
    "\ttab first",
    "(c) (r) (tm) +-",
    "footnote[^9] in the middle",
    "*[HTML]: abbreviation",
    "!!! note",
    "??? note",
    '=== "Tab"',
    "&#124;",
    "&vert;",
)
FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","click")',
    '=IMPORTXML("https://evil.example","//a")',
    '=WEBSERVICE("https://evil.example")',
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "@SUM(A1)",
    " =1+1",
    "\t=1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\n=1+1",
    "'=1+1",
    "''=1+1",
    "'-5",
    "' =1+1",
    "'",
    "''",
    "'quoted'",
    "=",
    "==",
    "+",
    "-5",
    "+5",
    "-5.25",
    "-1e5",
    "1e5",
    "007",
    "1/2",
    "1-2",
    "-5%",
    "-5 kt",
    "- 5",
    "+49 30 1234",
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "TRUE",
    "FALSE",
    "true",
    "no",
    "null",
    "None",
    "NaN",
    "inf",
    "0x1F",
    "1,234.5",
    "1;2",
    "2026-01-02",
    "12:30",
    "=A1",
    '="a"&"b"',
    "{=1+1}",
    "_x0041_",
    "_x000D_",
    "_xD83D_",
    "_x_",
    "%1",
    '"=1+1"',
    ";=1+1",
    ",=1+1",
    '=1+1";=1+1',
)
TABLES = (
    '"',
    '""',
    '"""',
    'a"b',
    '"a","b"',
    "a,b",
    ",",
    ",,",
    "a;b",
    ";",
    "; ",
    "a; b",
    '["a", "b"]',
    "[a]",
    "a\nb",
    "a\n\nb",
    "a\n\n\n\nb",
    "a\n- b",
    "a\n# b",
    "a\n---",
    "a\n===",
    "a\n| b | c |",
    "a\n|---|",
    "a\n    b",
    "a\n\tb",
    "a\n> b",
    "a\n1. b",
    "a\n```\nb",
    "a\n[^1]: b",
    "a\n<script>alert(1)</script>",
    "a\n\n<div>\n\nb",
    "a\n=1+1",
    'a\n"b',
    "a\r\nb",
    "a\rb",
    "a\r\n\r\nb",
    "a\n\rb",
    "a \nb",
    "a  \nb",
    "a\\\nb",
    "*a\nb*",
    "`a\nb`",
    "[a\nb](c)",
    '"a\nb"',
    "a\n,b",
    'a\n"\n"b',
)
SCRIPTS = (
    "שלום עולם",
    "السلام عليكم",
    "صلح و امنیت",
    "می‌خواهم",
    "abc שלום 123",
    "(שלום)",
    "שלום | עולם",
    "*שלום*",
    "[سلام](x)",
    "=שלום",
    "\u200eleft\u200e",
    "\u200fright\u200f",
    "zero\u200bwidth",
    "zero\u200cwidth",
    "zero\u200dwidth",
    "word\u2060joiner",
    "soft\u00adhyphen",
    "no\u00a0break",
    "\u00a0edges\u00a0",
    "\u3000wide\u3000",
    "thin\u2009space",
    "narrow\u202fspace",
    "\u200b",
    "\u200b*a*\u200b",
    "*\u200ba*",
    "👍",
    "👩‍👩‍👧‍👦",
    "👍🏽",
    "🇺🇦🇪🇺",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "❤️",
    "1️⃣",
    "☺︎",
    "e\u0301le\u0300ve",
    "\u0301starts with an accent",
    "Z̸̢̛a̶̧lg̷o",
    "日本語の文章",
    "한국어 문장",
    "ไทย",
    "हिन्दी",
    "Україна й Європа",
    "Ελλάδα",
    "ﬁ ﬂ ﷺ",
    "𝒻𝒶𝓃𝒸𝓎",
    "𐍈",
    "ǅ ß İ ı",
    "«guillemets» „quotes“",
    "— dashes – and − minus",
    "…",
    "×÷≠≤≥",
    "●◐○◌·✓‖■↺◷⊖",
    "· not stated",
    "\ue000 private",
    "\U0010fffd last",
    "\ufffd replaced",
    "null ␀ picture",
    "ａｂｃ wide",
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "{# comment #}",
    "{{{raw}}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{7*7}",
    "{",
    "}",
    "{}",
    "{0}",
    "{name!r}",
    "%s %d %(x)s",
    "%",
    "%%",
    "$(whoami)",
    "`whoami`",
    "; rm -rf /",
    "| cat /etc/passwd",
    "&& reboot",
    "$HOME",
    "%PATH%",
    "~root",
    "../../etc/passwd",
    "file:///etc/passwd",
    "' OR 1=1 --",
    "Robert'); DROP TABLE parties;--",
    "[bold]rich[/bold]",
    "[link=https://evil.example]rich[/link]",
    "[/]",
    "\\[bold]",
    ":warning:",
    "!!python/object/apply:os.system [ls]",
    "&anchor *alias",
    "key: value",
    "- a\n- b",
    "# comment",
    "a # comment",
    "? complex",
    "a: b: c",
    "[a, b]",
    "{a: b}",
    "!tag",
    "%YAML 1.2",
    "@at",
    "`tick",
    "yes",
    "Norway: no",
    "~ ",
    "\\x1b[31mred",
    "\\u202e",
    "\\0",
    "A very long text. " * 40 + "End",
    "x" * 900,
)
BASES = (*MARKUP, *MARKDOWN, *FORMULAS, *TABLES, *SCRIPTS, *TEMPLATES)


def _combined() -> tuple[str, ...]:
    """Each beside another, on one line or two, so that one closes what the other opened."""
    told: list[str] = []
    for number, one in enumerate(BASES):
        other = BASES[(number * 37 + 11) % len(BASES)]
        told.append(one + ("", " ", "\n", "|")[number % 4] + other)
    return tuple(told)


HOSTILE = tuple(dict.fromkeys((*BASES, *_combined())))
SOME = HOSTILE if os.environ.get("NEGMATRIX_THOROUGH") else HOSTILE[::3]
"""For what is slow, and does nothing with a text that is not tried on all of them elsewhere."""

CONTROLS = (
    *(chr(code) for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160))),
    *(chr(code) for code in (*range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF)),
    "\x1b[2J",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "\u202egnp.exe",
    "a\x00b",
    "\x08\x08\x08",
)


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
