"""What all tests share: how often laws are tried, and `--regenerate`, which writes what is printed now into the expected
files; read the difference before you keep it.

Laws are tried on the same few made-up talks in every run, so that a red test stays red until it is mended. On many more,
new ones each time, with NEGMATRIX_THOROUGH=1 or --hypothesis-profile=thorough. Nothing is said of how long one takes.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

COMMON = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("usual", COMMON, max_examples=20, derandomize=True, database=None)
settings.register_profile("thorough", COMMON, max_examples=500)
settings.load_profile("thorough" if os.environ.get("NEGMATRIX_THOROUGH") else "usual")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write expected files anew instead of comparing")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGMATRIX_TALKS", raising=False)
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a talks and a table in it."""
    from tests.calling import write

    write(tmp_path / "t.yaml")
    write(tmp_path / "t.csv", "Issue,a,b\nPay,1,2\n")
    return tmp_path
