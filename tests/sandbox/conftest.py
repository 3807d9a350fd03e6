from collections.abc import Iterator

import pytest

from grader.sandbox import IsolatedRunner, Limits, PlainRunner, Runner, why_not_isolated


@pytest.fixture(scope="session")
def isolation() -> None:
    reason = why_not_isolated()
    if reason is not None:
        pytest.skip(reason)


@pytest.fixture(scope="module")
def limits(request: pytest.FixtureRequest) -> Limits:
    """Where steps run into their limit on purpose, let it be a short one."""
    seconds = getattr(request.module, "STEP_SECONDS", 10)
    return Limits(cell_seconds=seconds, call_seconds=seconds, patience=2, grace_seconds=0.5)


@pytest.fixture(scope="module")
def isolated(isolation: None, limits: Limits) -> Iterator[Runner]:
    with IsolatedRunner(limits) as runner:
        yield runner


@pytest.fixture(scope="module")
def plain(limits: Limits) -> Iterator[Runner]:
    with PlainRunner(limits) as runner:
        yield runner


@pytest.fixture(params=["isolated", "plain"])
def runner(request: pytest.FixtureRequest) -> Runner:
    runner: Runner = request.getfixturevalue(request.param)
    return runner
