"""Problems for machines: SARIF, sound and at the places that people read."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from negmatrix.diagnostics import Diagnostic, Related, error, note, warning
from negmatrix.explanations import explain
from negmatrix.source import SourceText, Span
from negmatrix.writers.problems.sarif import write_sarif
from tests.machines import AT, BELOW, CASES, EVERY, LOG
from tests.reports import find_problems, load_case

HERE = Path("/work place")


def sarif(*problems: Diagnostic) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(write_sarif(problems, HERE))
    return log


@pytest.mark.parametrize("case", sorted((CASES / "problems").glob("*.yaml")), ids=lambda case: case.name)
def test_every_case_is_sound_sarif(case: Path) -> None:
    problems = find_problems(load_case(case))
    log = sarif(*problems)
    Draft202012Validator(LOG).validate(log)
    (one,) = log["runs"]
    assert len(one["results"]) == len(problems)
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({problem.code for problem in problems})
    for result, problem in zip(one["results"], problems, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["level"] == problem.severity.value
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == problem.at.first
        assert (region["endLine"], region["endColumn"]) == problem.at.last
        assert len(result.get("relatedLocations", [])) == len(problem.related) + len(problem.repeats)


def test_sarif_tells_the_cure_and_the_other_places() -> None:
    problem = error("bad-id", "'a{b}' is wrong", AT, "write 'ab'", (Related(BELOW, "it is here"),))._replace(
        repeats=(AT,)
    )
    (result,) = sarif(problem)["runs"][0]["results"]
    assert result["message"]["text"] == "'a{{b}}' is wrong: write 'ab'"
    assert [(other["id"], other["message"]["text"]) for other in result["relatedLocations"]] == [
        (1, "it is here"),
        (2, "also here"),
    ]
    assert sarif(note("tag", "m", AT))["runs"][0]["results"][0]["message"]["text"] == "m"


def test_sarif_explains_its_rules() -> None:
    (rule,) = sarif(warning("no-source", "m", AT))["runs"][0]["tool"]["driver"]["rules"]
    explanation = explain("no-source")
    assert rule["defaultConfiguration"]["level"] == explanation.severity.partition(";")[0] == "warning"
    assert explanation.bad.text in rule["help"]["text"]
    assert f"```yaml\n{explanation.good.text}```" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("data/paris.yaml", "data/paris.yaml"),
        ("./data/../a b.yaml", "a%20b.yaml"),
        ("a:b#c?d%.yaml", "a%3Ab%23c%3Fd%25.yaml"),
        ("Verhandlungen/Übung.yaml", "Verhandlungen/%C3%9Cbung.yaml"),
        ("odd\udcff.yaml", "odd%FF.yaml"),
        ("/work place/data/x.yaml", "data/x.yaml"),
        ("/elsewhere/ä.yaml", "file:///elsewhere/%C3%A4.yaml"),
        ("../x.yaml", "file:///x.yaml"),
        ("-", "-"),
    ],
)
def test_sarif_addresses_files(name: str, address: str) -> None:
    log = sarif(error("tag", "m", Span(SourceText(name, "x"), 0, 1)))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == address
    assert ("uriBaseId" in location) == (not address.startswith("file:"))


def test_sarif_of_nothing_is_sound() -> None:
    Draft202012Validator(LOG).validate(sarif())


def test_sarif_is_ascii_and_the_same_each_time() -> None:
    assert write_sarif(EVERY, HERE).isascii()
    assert write_sarif(EVERY, HERE) == write_sarif(find_problems(load_case(CASES / "thirty.yaml")), HERE)
