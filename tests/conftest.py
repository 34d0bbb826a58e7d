"""What all tests share: how often laws are tried, and `--regenerate`, which writes what is printed now into the expected
files; read the difference before you keep it.

Laws are tried on the same few made-up talks in every run, so that a red test stays red until it is mended. On many more,
new ones each time, with NEGMATRIX_THOROUGH=1 or --hypothesis-profile=thorough. Nothing is said of how long one takes.
"""

import os

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
