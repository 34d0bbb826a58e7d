"""A small report as the terminal writer writes it at all widths, and in encodings that lack its signs."""

import pytest

from negmatrix.document import (
    Paragraph,
    Table,
)
from negmatrix.writers.terminal.looks import Looks
from tests.documents import columns, in_terminal, rows
from tests.tables import MATRIX, REPORT

PIPED = """\
Paris peace talks

 Issue                  Ukraine               United States         Agreement
 ──────────────────────────────────────────────────────────────────────────────────
 Territorial Integrity  Non-negotiable ■      Firm support [3]      ● aligned  100%
 Sanctions              Conditional easing    Linked to progress    ◐ partial   67%
                        ease on conditions ?  ease with progress ?
 Withdrawal of forces   ·                     ·                     … open
 ──────────────────────────────────────────────────────────────────────────────────
 All issues             1 aligned · 1 partial · 1 open              83% of 2 in 3

 ■ fixed   ? coder is unsure   · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_60 = """\
Paris peace talks

 party 1 of 2
 Issue                  Ukraine              Agreement
 ───────────────────────────────────────────────────────────
 Territorial Integrity  Non-negotiable ■     ● aligned  100%

 Sanctions              Conditional easing   ◐ partial   67%
                        ease on
                        conditions ?

 Withdrawal of forces   ·                    … open
 ───────────────────────────────────────────────────────────
 All issues             1 aligned · 1        83% of 2 in 3
                        partial · 1 open

 party 2 of 2
 Issue                  United States        Agreement
 ───────────────────────────────────────────────────────────
 Territorial Integrity  Firm support [3]     ● aligned  100%

 Sanctions              Linked to progress   ◐ partial   67%
                        ease with
                        progress ?

 Withdrawal of forces   ·                    … open
 ───────────────────────────────────────────────────────────
 All issues             1 aligned · 1        83% of 2 in 3
                        partial · 1 open

 ■ fixed   ? coder is unsure   · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_40 = """\
Paris peace talks

 Territorial Integrity
   Agreement      ● aligned
                  100%
   Ukraine        Non-negotiable ■
   United States  Firm support [3]

 Sanctions
   Agreement      ◐ partial
                  67%
   Ukraine        Conditional easing
                  ease on conditions ?
   United States  Linked to progress
                  ease with progress ?

 Withdrawal of forces
   Agreement      … open
   Ukraine        ·
   United States  ·

 All issues
                  83% of 2 in 3
                  1 aligned · 1 partial
                  · 1 open

 ■ fixed   ? coder is unsure
 · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_24 = """\
Paris peace talks

 Territorial Integrity
   Agreement
     ● aligned
     100%
   Ukraine
     Non-negotiable ■
   United States
     Firm support [3]

 Sanctions
   Agreement
     ◐ partial
     67%
   Ukraine
     Conditional easing
     ease on
     conditions ?
   United States
     Linked to progress
     ease with
     progress ?

 Withdrawal of forces
   Agreement
     … open
   Ukraine
     ·
   United States
     ·

 All issues
     83% of 2 in 3
     1 aligned · 1
     partial · 1 open

 ■ fixed
 ? coder is unsure
 · not stated
 Stances run along their
 scale.

Notes
 [3] News article
   https://example.org/a
"""

ASCII = """\
 Issue                  Ukraine               United States         Agreement
 ----------------------------------------------------------------------------------
 Territorial Integrity  Non-negotiable #      Firm support [3]      * aligned  100%
 Sanctions              Conditional easing    Linked to progress    ~ partial   67%
                        ease on conditions ?  ease with progress ?
 Withdrawal of forces   .                     .                     : open
 ----------------------------------------------------------------------------------
 All issues             1 aligned - 1 partial - 1 open              83% of 2 in 3
"""

CP1252 = """\
 Issue               Words
 -----------------------------
 Sécurité…           à l’ouest
 \\u041c\\u0438\\u0440  ->
"""


@pytest.mark.parametrize(
    ("width", "expected"), [(None, PIPED), (100, PIPED), (10_000, PIPED), (60, AT_60), (40, AT_40), (24, AT_24)]
)
def test_a_report_at_a_width(width: int | None, expected: str) -> None:
    """Into a pipe and where there is room, in bands of the parties, as cards, as cards with titles above their texts."""
    assert in_terminal(*REPORT, looks=Looks(width)) == expected


def test_a_report_can_be_read_down_to_one_cell() -> None:
    text = in_terminal(*REPORT, looks=Looks(1))
    assert all(len(line) <= 1 for line in text.split("\n"))
    assert "Territorial" in text.replace("\n", "")


def test_ascii_has_its_own_signs_and_writes_other_characters_as_escapes() -> None:
    text = in_terminal(MATRIX, looks=Looks(encoding="ascii"))
    assert text == ASCII
    assert text.isascii()


def test_an_encoding_that_lacks_a_sign_gets_the_ascii_signs_and_keeps_its_own_letters() -> None:
    table = Table("", columns("Issue", "Words"), rows(("Sécurité…", "à l’ouest"), ("Мир", "→")))
    text = in_terminal(table, looks=Looks(encoding="cp1252"))
    assert text == CP1252
    text.encode("cp1252")


def test_an_encoding_that_nobody_knows_is_written_as_ascii() -> None:
    assert in_terminal(Paragraph("café"), looks=Looks(encoding="no-such")) == "caf\\xe9\n"
