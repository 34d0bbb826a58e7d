"""Wrong use of the command line: a sentence that names what was meant, and exit code 2."""

from pathlib import Path

import pytest

from tests.calling import LONG, call, write


def test_an_unknown_code_names_the_nearest(here: Path) -> None:
    assert "there is no code 'off-scal'; did you mean 'off-scale'?" in call("check", "--select", "off-scal").err
    assert "did you mean" not in call("check", "--select", "zzz").err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "there is no command 'chek'; did you mean 'check'?\n  see 'negmatrix -h'"),
        (["zzzzz"], "there is no command 'zzzzz'\n  see 'negmatrix -h'"),
        (
            ["show", "--formt", "json"],
            "there is no option '--formt'; did you mean '--format'?\n  see 'negmatrix show -h'",
        ),
        (["--nope"], "there is no option '--nope'\n  see 'negmatrix -h'"),
        (["explain", "a", "b"], "explain has no use for 'b'\n  see 'negmatrix explain -h'"),
        (["show", "--width", "x"], "--width: 'x' is not a whole number of at least 1\n  see 'negmatrix show -h'"),
        (["show", "--width", "0"], "--width: '0' is not a whole number of at least 1"),
        (["show", "--width"], "--width needs a value\n  see 'negmatrix show -h'"),
        (["show", "--tidy=3"], "--tidy takes no value\n  see 'negmatrix show -h'"),
        (["trades", "--between", "city"], "--between needs 2 values\n  see 'negmatrix trades -h'"),
        (
            ["show", "-f", "mark"],
            "--format: 'mark' is not one of terminal, markdown, html, csv, json, xlsx; did you mean 'markdown'?",
        ),
        (["show", "--as", "foo"], "--as: 'foo' is not one of says, stance, both, links\n  see 'negmatrix show -h'"),
        (["pairs", "--cut", "75"], "--cut: '75' is not a number from 0 to 1; it is a disagreement, and 0.25 stands"),
        (
            ["issue"],
            "issue needs ISSUE: name it, as in: negmatrix issue sanctions data/paris.yaml\n  see 'negmatrix issue -h'",
        ),
        (["compare", "city"], "compare needs OTHER: name it, as in: negmatrix compare ukraine russia"),
        (["show", "nothing"], "there is no file or talks 'nothing'\n  known: long"),
        (["show", "lang"], "there is no file or talks 'lang'; did you mean 'long'?\n  known: long"),
        (["show", ""], "an empty name points at no talks"),
        (["show", "long@"], "'long@' names no round"),
        (["show", "long@may"], "there is no round 'may'\n  known: march, march-b, april"),
        (["show", "--round", "aprill"], "there is no round 'aprill'; did you mean 'april'?"),
        (["show", "--round", "mar"], "'mar' is the beginning of several: march, march-b"),
        (["show", "--round", "4"], "there is no round '4'"),
        (["show", "--round", "-4"], "there is no round '-4'"),
        (["show", "--round", "0"], "there is no round '0'"),
        (["show", "data/lon.yaml"], "there is no file or talks 'data/lon.yaml'"),
        (["show", "lonk.yaml"], "there is no file or talks 'lonk.yaml'; did you mean 'long.yaml'?\n  known: long.yaml"),
        (["show", "-o", "nodir/x.html"], "the folder 'nodir' does not exist"),
        (["issue", "pier"], "there is no issue 'pier'; did you mean 'name', \"Name of the pier\"?\n  known: pay"),
        (["issue", "long.yaml", "pay"], "the issue comes first: negmatrix issue pay long.yaml"),
        (["issue", "long.yaml"], "issue needs an issue before the talks: 'long.yaml' is a file"),
        (["compare", "city", "long.yaml"], "compare needs two parties before the talks: 'long.yaml' is a file"),
        (["compare", "long.yaml", "city", "port"], "the parties come first: negmatrix compare city port long.yaml"),
        (["import", "long.yaml"], "'long.yaml' is talks in YAML already\n  'negmatrix check long.yaml' tells"),
        (["show", "--party", "x"], "there is no party 'x'\n  known: city, port, union"),
        (["show", "--party", ""], "there is no party ''"),
        (["show", "--issue", "nihgts"], "there is no issue 'nihgts'; did you mean 'nights'?"),
        (["show", "--topic", "Labor"], "there is no topic 'Labor'; did you mean 'Labour'?"),
        (["diff", "long@april", "nothing"], "there is no file or talks 'nothing'"),
        (["diff", "--only", "movd"], "there is no kind of change 'movd'; did you mean 'moved'?"),
        (["diff", "@march"], "'march' is the first round of 'long.yaml': there is none before it"),
        (["compare", "city", "ci"], "'city' and 'ci' are one party: name two"),
        (["pairs", "--cut", "0.5", "--count", "2"], "--cut and --count both say where blocs end: name one of them"),
        (["trades", "--public"], "trades are no part of a public version"),
        (["show", "x\x1b[31m\u202e"], r"there is no file or talks 'x\x1b[31m\u202e'"),
    ],
)
def test_wrong_use_is_told(here: Path, arguments: list[str], sentence: str) -> None:
    write(here / "long.yaml", LONG)
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert f"negmatrix: {sentence}" in done.err


def test_a_talks_without_topics_says_so(here: Path) -> None:
    write(here / "t.yaml")
    assert "there is no topic at all" in call("show", "--topic", "x").err
