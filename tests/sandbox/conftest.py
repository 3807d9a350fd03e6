from collections.abc import Iterator

import pytest

from grader.sandbox import IsolatedRunner, Limits, PlainRunner, Runner, why_not_isolated

LIMITS = Limits(cell_seconds=3, call_seconds=3, grace_seconds=0.5)


@pytest.fixture(scope="session")
def isolation() -> None:
    reason = why_not_isolated()
    if reason is not None:
        pytest.skip(reason)


@pytest.fixture(scope="module")
def isolated(isolation: None) -> Iterator[Runner]:
    with IsolatedRunner(LIMITS) as runner:
        yield runner


@pytest.fixture(scope="module")
def plain() -> Iterator[Runner]:
    with PlainRunner(LIMITS) as runner:
        yield runner


@pytest.fixture(params=["isolated", "plain"])
def runner(request: pytest.FixtureRequest) -> Runner:
    runner: Runner = request.getfixturevalue(request.param)
    return runner
