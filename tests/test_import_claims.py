"""Rival accounts come back from rows of our own, and what is no list of them stays a note."""

import io

import pytest

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.importing import import_file
from negmatrix.model.standing import all_standing
from negmatrix.writers.csv_tidy import write_tidy
from tests.tidying import entries, faults, lines_of, read

CLAIMED = """talks: Quota
sources: {minutes: Minutes, leak: Leak, press: Press}
parties: [coast, union, north]
issues:
  quota: {title: Quota, range: [0, 100], unit: kt}
  ban: {title: Ban, levels: [never, in spring, always]}
  mark: {title: Mark, options: [fish, ship, wave]}
  apology: Apology
rounds:
  one:
    source: minutes
    positions:
      quota:
        coast: 10
        north: 90
        union:
          claims:
            - {stance: 30, says: Thirty, by: Its speaker, source: minutes p. 2, confidence: high}
            - {stance: 45.5, says: "More; or less", by: A journalist, source: [leak, press], date: 2026-02, internal: true, note: |-
                Two
                lines}
          accepts: [0, 65]
          salience: 40
          source: press
      ban: {coast: never, north: always, union: {claims: [{stance: in spring}, {says: Always, source: leak}]}}
      mark: {coast: fish, union: {claims: [{stance: ship, source: leak}, {stance: wave}, {says: None}]}}
      apology: {union: {claims: [{says: Yes}, {says: No, by: "=1+1"}]}}
  two:
    source: leak
    positions:
      quota: {union: {salience: 50, says: Still}}
      ban: {union: {claims: [{stance: in spring}, {stance: always, source: leak}]}}
      mark: {union: ship}
"""


def test_rival_accounts_come_back_with_all_that_they_say() -> None:
    talks = read(CLAIMED.replace("|-\n                Two\n                lines", '"Two\\nlines"'))
    file = io.StringIO(newline="")
    write_tidy([measure_matrix(talks, standing, talks) for standing in all_standing(talks)], file)
    imported = import_file(file.getvalue().encode(), "tidy.csv")
    assert faults(imported.text) == []
    again = read(imported.text)
    for before, after in zip(entries(talks), entries(again), strict=True):
        assert (*before[:2], lines_of(before[2])) == (*after[:2], lines_of(after[2]))
    assert [len(entry.claims) for _, _, entry in entries(again) if entry.claims] == [2, 2, 3, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("claims", "written"),
    [
        ("[", "note: 'claims: ['"),
        ('[{"stance": 1}, 2]', "note: 'claims: [{"),
        ('[{"stance": 1}, {"says": {}}]', "note: 'claims: [{"),
        ('[{"stance": 1}, {}]', "note: 'claims: [{"),
        ('[{"stance": 1}, {"else": 1}]', "note: 'claims: [{"),
        ('[{"stance": 1}]', "a: 1"),
        ('[{"stance": 1}, {"stance": 3, "date": "soon"}]', "note: 'date: soon'"),
    ],
)
def test_what_is_no_list_of_accounts_is_kept_as_a_note(claims: str, written: str) -> None:
    head = "issue,party,state,stance,says,carried_from,claims\n"
    row = f'x,a,stated,1,,,"{claims.replace(chr(34), chr(34) * 2)}"\nx,b,stated,2,,,\n'
    imported = import_file((head + row).encode(), "tidy.csv")
    assert written in imported.text
    assert faults(imported.text) == []


def test_accounts_of_a_cell_that_does_not_apply_are_a_note() -> None:
    claims = '[{""says"": ""One""}, {""says"": ""Two""}]'
    text = f'issue,party,state,stance,says,carried_from,claims\nx,a,n/a,,,,"{claims}"\nx,b,stated,2,,,\n'
    imported = import_file(text.encode(), "tidy.csv")
    assert "state: n/a" in imported.text
    assert faults(imported.text) == []
