"""`negmatrix pairs` as it is called: what it prints, in every format, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calling import ROOT, call, write

SHOWN = ROOT / "tests" / "cases" / "shown"

HARBOUR = """\
talks: Harbour
parties: {port: Port, union: Union, city: City, owners: {name: Owners, members: [line, tug]}, line: Line, tug: Tug, eye: {name: Eye, role: observer}}
scales: {s: {range: [0, 100]}}
issues: {pay: {title: Pay, scale: s}, nights: {title: Nights, scale: s}, cranes: {title: Cranes, scale: s, weight: 2}, quay: {title: Quay}}
positions:
  pay: {port: {stance: 0, salience: 80}, union: {stance: 100, salience: 100}, city: {stance: 50, salience: 20}, owners: {stance: 10, confidence: low}}
  nights: {port: {stance: 40, salience: 10}, union: {stance: 80, salience: 90}, city: {stance: 40, salience: 50}, line: {stance: 0}, tug: n/a}
  cranes: {port: 100, union: {stance: 60, confidence: low}, city: {stance: 60, salience: 33}}
verdicts: {quay: {verdict: settled, between: [port, city]}}
"""

CALLS: dict[str, tuple[str, ...]] = {
    "map": ("--width", "100"),
    "narrow": ("--width", "44", "--measure", "conflict", "--order", "file"),
    "net-by-salience": ("--width", "100", "--measure", "net", "--weights", "salience", "--min-shared", "2"),
    "from-the-port": ("--width", "100", "--from", "port"),
    "from-the-port-by-its-salience": ("--width", "100", "--from", "port", "--weights", "salience"),
    "blocs": ("--width", "100", "--blocs"),
    "blocs-imputed": ("--width", "100", "--impute-blocs", "--count", "3"),
    "from-the-line-imputed": ("--width", "100", "--from", "line", "--impute-blocs"),
    "two": ("--width", "100", "--party", "port", "--party", "union"),
    "two-of-one-issue": ("--width", "100", "--party", "port", "--party", "union", "--issue", "quay"),
    "two-who-share-too-little": (
        "--width",
        "100",
        "--party",
        "port",
        "--party",
        "line",
        "--weights",
        "none",
        "--min-shared",
        "2",
    ),
    "two-who-share-nothing": ("--width", "100", "--party", "line", "--party", "owners", "--party", "eye"),
    "no-more-blocs": (
        "--width",
        "100",
        "--party",
        "port",
        "--party",
        "union",
        "--party",
        "city",
        "--cut",
        "0",
        "--min-shared",
        "9",
    ),
}


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write(tmp_path / "harbour.yaml", HARBOUR)


@pytest.mark.parametrize("name", CALLS)
def test_a_call_prints_the_whole(name: str, harbour: Path, regenerate: bool) -> None:
    done = call("pairs", harbour, *CALLS[name])
    expected = SHOWN / f"pairs-{name}.txt"
    if regenerate:
        expected.write_text(done.out, encoding="utf-8")
    assert (done.code, done.out) == (0, expected.read_text(encoding="utf-8"))


def test_two_parties_of_paris_are_a_sentence() -> None:
    done = call("pairs", ROOT / "data" / "paris.yaml")
    assert "Ukraine and United States agree 56% on all 3 that could be compared (coverage 100%)" in done.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--from", "prot"), "did you mean 'port'"),
        (("--from", "eye"), "'eye' is no party to the talks but observer: nothing is measured"),
        (("--cut", "0.1", "--count", "2"), "--cut and --count both say where blocs end"),
        (("--cut", "2"), "--cut"),
        (("--count", "0"), "--count"),
        (("--min-shared", "0"), "--min-shared"),
        (("--round", "x"), "'x'"),
    ],
)
def test_what_makes_no_sense_is_wrong_use(arguments: tuple[str, ...], complaint: str, harbour: Path) -> None:
    done = call("pairs", harbour, *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err


def records(harbour: Path, *arguments: str) -> dict[str, Any]:
    done = call("pairs", harbour, "-f", "json", *arguments)
    assert done.code == 0
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_json_has_the_names_that_others_build_on(harbour: Path) -> None:
    told = records(harbour)
    assert (told["schema"], told["command"], told["weights"], told["imputed"]) == (1, "pairs", "issue", None)
    assert told["pairs"][0] == {
        "left": "port",
        "right": "union",
        "agreement": 0.45,
        "congruence": 1.8,
        "conflict": 2.2,
        "net": -0.4,
        "n": 3,
        "coverage": 1,
        "span": None,
        "imputed": 0,
    }
    assert not {"blocs", "between", "ambivalence", "from"} & set(told)


def test_json_of_blocs_and_of_one_partys_view(harbour: Path) -> None:
    told = records(harbour, "--blocs", "--from", "port", "--issue", "pay")
    assert (told["filter"], told["from"], told["cut"], told["number"]) == ({"issues": ["pay"]}, "port", 0.25, None)
    assert told["blocs"] == [
        {"members": ["city"], "agreement": None, "n": 0},
        {"members": ["owners", "port"], "agreement": 0.9, "n": 1},
        {"members": ["union"], "agreement": None, "n": 0},
    ]
    assert {"left": 1, "right": 2, "agreement": 0.55, "n": 2} in told["between"]
    assert {"party": "tug", "value": None, "n": 0} in told["ambivalence"]
    others = told["others"]
    assert [(one["party"], one["word"], one["n"]) for one in others] == [
        ("owners", "aligned", 1),
        ("city", "partial", 1),
        ("union", "divergent", 1),
        ("line", None, 0),
        ("tug", None, 0),
    ]
    assert [(one["party"], one["distance"], one["salience"]) for one in told["movable"]] == [("city", 0.5, 20)]
