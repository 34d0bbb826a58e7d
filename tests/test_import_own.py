"""What `--tidy` writes comes back through `import`, whatever stands in the texts."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.formulas import defuse, restore
from negmatrix.importing import import_file
from negmatrix.importing.explicit import split_list
from negmatrix.model.standing import all_standing
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.writers.csv_tidy import join, write_tidy

ROOT = Path(__file__).parent.parent
DATA = sorted((*ROOT.glob("data/*.yaml"), ROOT / "tests" / "cases" / "fine" / "harbour-with-notes.yaml"))


def read(text: str) -> Talks:
    talks = read_talks([SourceText("t.yaml", text)]).talks
    assert talks is not None
    return talks


def write_and_import(talks: Talks) -> Talks:
    out = io.StringIO(newline="")
    write_tidy((measure_matrix(talks, standing) for standing in all_standing(talks)), out)
    return read(import_file(out.getvalue().encode(), "t.csv").text)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_names_roles_and_rounds_come_back(path: Path) -> None:
    before = read(path.read_text(encoding="utf-8"))
    after = write_and_import(before)
    assert [(p.id, p.name, p.role) for p in after.parties.values()] == [
        (p.id, p.name, p.role) for p in before.parties.values()
    ]
    assert [(r.id, r.title, r.date) for r in after.rounds.values()] == [
        (r.id, r.title, r.date) for r in before.rounds.values()
    ]


@given(st.text("='+-@\t\n\u200b1a ＝e.", max_size=8))
def test_an_apostrophe_is_taken_from_what_was_defused_only(text: str) -> None:
    assert restore(defuse(text)) == text


@pytest.mark.parametrize("kept", ["'", "'quoted' words", "'tis", "''", "'1"])
def test_an_apostrophe_of_the_text_itself_stays(kept: str) -> None:
    assert restore(kept) == kept


@given(st.lists(st.text('a;b[]"\\,\n é', min_size=1, max_size=6).filter(lambda text: text.strip() == text), min_size=1))
def test_listed_texts_come_back(texts: list[str]) -> None:
    assert split_list(join(texts) or "") == tuple(texts)


def test_what_only_looks_like_a_list_is_parted_as_before() -> None:
    assert split_list("[a, b]") == ("a", "b")
    assert split_list("[" * 100_000) == ("[" * 100_000,)
    assert split_list("[1, 2]") == ("1", "2")
