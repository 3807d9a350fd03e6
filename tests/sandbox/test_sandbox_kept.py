"""A state that is kept: a copy of the process waits in it, and is asked when later steps are over."""

import pytest

from grader.sandbox import Lost, Runner, Session

DEATHS = {
    "it exits": "__import__('os')._exit(3)",
    "it is killed": "__import__('os').kill(__import__('os').getpid(), 9)",
    "it closes its socket": "__import__('os').close(3) or __import__('os').closerange(3, 256)",
}


def begin(session: Session) -> None:
    assert session.run("import random\nx = []\ndef f(n):\n    x.append(n)\n    return x").error is None


def test_what_is_kept_knows_nothing_of_later_steps_nor_they_of_it(runner: Runner) -> None:
    with runner.session() as session:
        begin(session)
        session.call("f", {"n": 1})
        kept = session.keep("f")
        assert kept is not None
        session.run("x.append('later')")
        assert ["later", 2] == session.call("f", {"n": 2}).result[1:]

        assert [1, 3] == session.call("f", {"n": 3}, kept=kept).result
        assert [1, 3, 4] == session.call("f", {"n": 4}, kept=kept).result
        assert [1, "later", 2, 5] == session.call("f", {"n": 5}).result


def test_several_states_are_kept_beside_each_other(runner: Runner) -> None:
    with runner.session() as session:
        begin(session)
        states = []
        for n in range(3):
            states.append(session.keep("f"))
            session.call("f", {"n": n})

        results = [session.call("f", {"n": 9}, kept=kept).result for kept in states]

    assert [[9], [0, 9], [0, 1, 9]] == results


@pytest.mark.parametrize("name", DEATHS)
def test_a_copy_that_dies_is_lost_and_takes_nothing_along(runner: Runner, name: str) -> None:
    with runner.session() as session:
        begin(session)
        session.run(f"def g(n): {DEATHS[name]}")
        kept = session.keep("f")
        with pytest.raises(Lost):
            session.call("g", {"n": 1}, kept=kept)
        with pytest.raises(Lost):
            session.call("f", {"n": 1}, kept=kept)

        assert [2] == session.call("f", {"n": 2}).result


def test_a_death_of_the_process_itself_takes_its_copies_along(isolated: Runner) -> None:
    with isolated.session() as session:
        begin(session)
        kept = session.keep("f")
        assert session.run("import os; os._exit(3)").error.text == "it exited with code 3"
        with pytest.raises(Lost):
            session.call("f", {"n": 1}, kept=kept)

        assert [2] == session.call("f", {"n": 2}).result
        assert session.keep("f") is None  # checkpoints and copies do not mix


def test_no_state_with_threads_is_kept(runner: Runner) -> None:
    with runner.session() as session:
        session.run("import threading\nstop = threading.Event()\nthreading.Thread(target=stop.wait).start()")
        assert session.keep("f") is None
        session.run("stop.set()")


def test_a_session_that_begins_anew_keeps_nothing(runner: Runner) -> None:
    with runner.session() as session:
        begin(session)
        kept = session.keep("f")
        session.restart()
        with pytest.raises(Lost):
            session.call("f", {"n": 1}, kept=kept)


@pytest.mark.parametrize(
    "body",
    [
        "raise NotImplementedError",
        "raise NotImplementedError('f')",
        "'text'; raise NotImplementedError()",
        "raise NotImplementedError; return Y",
        "[g(i) for i in range(n)]; raise NotImplementedError",
    ],
)
def test_nothing_is_kept_for_what_is_still_to_be_written(runner: Runner, body: str) -> None:
    with runner.session() as session:
        session.run(f"def f(n): {body}\ndef g(n): f(n)\ni = 3")
        assert session.keep("f") is None
        assert session.keep("i") is None
        assert session.keep("h") is None
        assert session.keep("g") is not None
