"""What an import takes at most, and that remembering less of it changes nothing."""

import io

import openpyxl
import pytest

from negmatrix.finding.lost import LostError
from negmatrix.importing import explicit, figures, import_file, limits, rounds, statements, tables, wording, xlsx

WIDE = "Issue,Coast position,Union position,Source\n" + "".join(
    f"Issue {number},{number} kt,word {number},minutes p. {number}\n" for number in range(6)
)
LONG = "round,issue,party,state,stance,accepts,rejects,fixed,depends_on,says,note\n" + "".join(
    f"r,quota,p{number},,{40 + number},{30 + number}; 60,,,,Words {number},\n" for number in range(6)
)


@pytest.mark.parametrize("text", [WIDE, LONG], ids=["wide", "long"])
def test_remembering_less_changes_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = import_file(text.encode(), "x.csv")
    for room in (explicit, figures, rounds, statements, wording):
        monkeypatch.setattr(room, "MOST_KNOWN", 1)
    assert import_file(text.encode(), "x.csv") == whole


def test_each_cell_of_a_row_has_the_row_s_source() -> None:
    text = import_file(WIDE.encode(), "x.csv").text
    assert "    coast:\n      says: 3 kt\n      source: minutes-p-3\n" in text
    assert "    union:\n      says: word 3\n      source: minutes-p-3\n" in text


def test_a_table_holds_no_more_text_than_a_talks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_TEXT", 100)
    with pytest.raises(LostError, match="characters: an import takes no more"):
        import_file(WIDE.encode(), "x.csv")


def test_a_large_sheet_may_not_reach_far_out(monkeypatch: pytest.MonkeyPatch) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (["Issue", "Coast", "Union"], ["Quota", "40", "70"]):
        book.worksheets[0].append(row)
    book.worksheets[0].cell(500, 5, "far")
    book.save(out)
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 1)
    monkeypatch.setattr(limits, "MOST_CELLS", 1000)
    with pytest.raises(LostError, match="reaches to row 500 and column 5: an import takes 1000 cells"):
        import_file(out.getvalue(), "x.xlsx")
