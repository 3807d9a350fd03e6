"""Functions that stand in for a submission's own: called as it likes, answered outside, gone when the call is over."""

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest

from grader.sandbox import Runner, Session, StandIns, why_not_isolated
from grader.sandbox.runner import open_runner
from helpers.observe import observe
from helpers.plain import identical
from helpers.records import Observation, Raised
from helpers.reference import logistic_regression, one_hidden_layer

X = np.array([[1.0, -2.0, 0.5]])
RIGHT = logistic_regression.sigmoid(X)
WRONG = """
import numpy as np
def sigmoid(z): return "mine"
also = sigmoid
"""
STEP_SECONDS = 5


@pytest.fixture(scope="module")
def impatient(limits) -> Iterator[Runner]:
    short = dataclasses.replace(limits, stand_in_seconds=1.5, stand_in_calls=30)
    with open_runner(why_not_isolated() is None, short) as runner:
        yield runner


def answer(session: Session, body: str, **functions: object) -> Observation:
    """Define f, whose body may call stand-ins, and call it with X and stand-ins for sigmoid and others."""
    assert session.run(f"{WRONG}\ndef f(X):\n    {body}").error is None
    return session.call("f", {"X": X}, StandIns({"sigmoid": logistic_regression.sigmoid, **functions}))


@pytest.mark.parametrize(
    "call",
    [
        "sigmoid(X)",
        "sigmoid(z=X)",
        "sigmoid(*[X])",
        "also(X)",
        "(lambda: sigmoid(X))()",
        "list(map(sigmoid, [X]))[0]",
        "globals()['sigmoid'](X)",
        "__import__('concurrent.futures').futures.ThreadPoolExecutor(2).submit(sigmoid, X).result()",
    ],
)
def test_a_stand_in_is_called_as_the_student_likes(runner: Runner, call: str) -> None:
    with runner.session() as session:
        got = answer(session, f"return {call}")

    assert got.error is None
    assert identical(RIGHT, got.result)


def test_a_stand_in_knows_the_students_names_of_its_parameters(runner: Runner) -> None:
    with runner.session() as session:
        session.run("def sigmoid(number): return None\ndef f(X): return sigmoid(number=X)")
        got = session.call("f", {"X": X}, StandIns({"sigmoid": logistic_regression.sigmoid}))

    assert identical(RIGHT, got.result)


def test_a_stand_in_is_there_where_the_student_has_no_such_function(runner: Runner) -> None:
    with runner.session() as session:
        session.run("def f(X): return sigmoid(X)")

        assert session.call("f", {"X": X}).error == Raised(
            "NameError", "name 'sigmoid' is not defined", "def f(X): return sigmoid(X)"
        )
        assert identical(RIGHT, session.call("f", {"X": X}, StandIns({"sigmoid": logistic_regression.sigmoid})).result)
        assert session.call("sigmoid", {"z": X}).error == Raised("not_defined", "sigmoid")


def test_results_are_as_numpys_own_functions_return_them(runner: Runner) -> None:
    with runner.session() as session:
        got = answer(
            session, "p = sigmoid(0.0); q = sigmoid(X); q += 1; return [type(p).__name__, round(p, 3), q.base is None]"
        )

    assert got.result[0] == "float64"
    assert got.result[1:] == [np.array(0.5), True]


def test_nothing_is_changed_neither_inside_nor_afterwards(runner: Runner) -> None:
    mine = "sorted(name for name, value in globals().items() if callable(value) and value.__module__ == '__main__')"
    with runner.session() as session:
        got = answer(session, "sigmoid(X); return X")
        after = session.run(f"print(sigmoid(1), also is sigmoid, {mine})")

    assert (identical(X, got.result), got.changed) == (True, ())
    assert after.outputs[0]["text"] == "mine True ['also', 'f', 'sigmoid']\n"


def test_a_stand_in_that_is_kept_is_of_no_use_later(runner: Runner) -> None:
    with runner.session() as session:
        assert answer(session, "globals()['kept'] = sigmoid; return 1").error is None
        error = session.run("kept(1.0)").error

    assert error is not None
    assert (error.kind, error.text) == ("RuntimeError", "the sigmoid that stood in for yours is gone")


def test_what_is_imported_under_another_name_keeps_its_other_use(runner: Runner) -> None:
    with runner.session() as session:
        session.run("import numpy as np\nsigmoid = np.tanh\nother = np.tanh\ndef f(X): return [sigmoid(X), other(X)]")
        got = session.call("f", {"X": X}, StandIns({"sigmoid": logistic_regression.sigmoid}))

    assert identical([RIGHT, np.tanh(X)], got.result)


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        ("sigmoid()", "TypeError"),
        ("sigmoid(X, X)", "TypeError"),
        ("sigmoid(lambda: 0)", "TypeError"),
        ("propagate(np.ones((2, 1)), 0.0, np.ones((3, 2)), X)", "ValueError"),
        ("sigmoid(np.zeros(3_000_000))", "ValueError"),
        ("initialize_with_zeros(10**10)", "RuntimeError"),
        ("initialize_with_zeros(10**7)", "ValueError"),
    ],
)
def test_what_the_reference_cannot_take_is_an_error_of_the_students_call(runner: Runner, call: str, kind: str) -> None:
    more = {
        "propagate": logistic_regression.propagate,
        "initialize_with_zeros": logistic_regression.initialize_with_zeros,
    }
    with runner.session() as session:
        got = answer(session, f"return {call}", **more)
        caught = answer(session, f"try: {call}\n    except {kind}: return sigmoid(X)", **more)

    assert got.error is not None
    assert (got.error.kind, got.error.line) == (kind, f"return {call}")
    assert identical(RIGHT, caught.result)


def test_draws_are_those_of_the_reference_and_the_same_again(runner: Runner) -> None:
    drawn = observe(lambda n: [one_hidden_layer.initialize_parameters(n, 2, 1) for _ in range(2)], {"n": 3}).result
    stand_ins = StandIns({"initialize_parameters": one_hidden_layer.initialize_parameters})
    with runner.session() as session:
        session.run("def f(n): return [initialize_parameters(n, 2, 1), initialize_parameters(n_x=n, n_h=2, n_y=1)]")
        results = [session.call("f", {"n": 3}, stand_ins).result for _ in range(2)]

    assert identical([drawn, drawn], results)
    assert not np.array_equal(drawn[0]["W1"], drawn[1]["W1"])


def test_a_training_loop_calls_its_stand_ins_hundreds_of_times(runner: Runner) -> None:
    names = (
        "forward_propagation",
        "compute_cost",
        "backward_propagation",
        "update_parameters",
        "initialize_parameters",
    )
    stand_ins = StandIns({name: getattr(one_hidden_layer, name) for name in names})
    arguments = {"X": np.vstack([X, 2 * X]), "Y": np.array([[1, 0, 1]]), "n_h": 2, "num_iterations": 100}
    with runner.session() as session:
        session.run("""
def nn_model(X, Y, n_h, num_iterations):
    parameters = initialize_parameters(X.shape[0], n_h, 1)
    for _ in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        compute_cost(A2, Y)
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y))
    return parameters
""")
        got = session.call("nn_model", arguments, stand_ins)

    assert identical(observe(one_hidden_layer.nn_model, arguments).result, got.result)
    assert stand_ins.called == set(names)


def test_stand_ins_work_after_a_death_too(runner: Runner) -> None:
    with runner.session() as session:
        session.run(WRONG)
        session.run("import os; os._exit(1)")
        got = answer(session, "return sigmoid(X)")
        died = answer(session, "sigmoid(X); import os; os._exit(3)")
        again = answer(session, "return sigmoid(X)")

    assert identical([RIGHT, RIGHT], [got.result, again.result])
    assert died.error == Raised("died", "it exited with code 3")


def test_the_references_process_is_started_when_it_is_wanted_and_ends_with_the_runner(limits) -> None:
    with open_runner(why_not_isolated() is None, limits) as runner, runner.session() as session:
        session.run(WRONG)
        assert runner._reference._process is None
        assert identical(RIGHT, answer(session, "return sigmoid(X)").result)
        first = runner._reference._process
        first.kill()
        first.wait()
        assert identical(RIGHT, answer(session, "return sigmoid(X)").result)
        second = runner._reference._process

    assert first is not second
    assert second.returncode is not None


def test_a_session_can_begin_anew(runner: Runner) -> None:
    with runner.session() as session:
        session.run("x = 1")
        session.restart()

        assert session.run("x").error == Raised("NameError", "name 'x' is not defined", "x")
        assert session.run("2").count == 2


FIND_THE_LINE = "import gc; line = next(o for o in gc.get_objects() if type(o).__name__ == 'Line' and o._open)"
HOSTILE = {  # body of f -> how the call ends
    "endless calls": ("while True: sigmoid(X)", Raised("died", "it called earlier functions more than 30 times")),
    "endless calls that swallow": (
        "while True:\n        try: sigmoid(X)\n        except BaseException: pass",
        Raised("died", "it called earlier functions more than 30 times"),
    ),
    "an endless loop": ("sigmoid(X)\n    while True: pass", Raised("time_out", "1.5")),
    "an endless training of the reference": (
        "optimize(np.ones((1, 1)), 0.0, X, X, num_iterations=10**15)",
        Raised("time_out", "1.5"),
    ),
    "a stand-in that there is none of": (
        f"{FIND_THE_LINE}; line.ask('f', [[X], {{}}])",
        Raised("died", "it sent a malformed answer"),
    ),
    "no arguments": (f"{FIND_THE_LINE}; line.ask('sigmoid', [X])", Raised("died", "it sent a malformed answer")),
    "a name that is none": (
        f"{FIND_THE_LINE}; line.ask([], [[X], {{}}])",
        Raised("died", "it sent a malformed answer"),
    ),
    "no question": (
        f"{FIND_THE_LINE}; line._channel.sendall(b'x' * 100); return 1",
        Raised("died", "it sent a malformed answer"),
    ),
    "a question to the driver": (
        "import json, os, struct; t = json.dumps({'stand_in': 'sigmoid', 'arguments': 5}).encode()\n"
        "    os.write(3, struct.pack('>IQ', len(t), 0) + t); return 1",
        Raised("died", "it sent a malformed answer"),
    ),
    "a line that is kept": (
        f"{FIND_THE_LINE}; globals()['mine'] = line._channel.dup(); return sigmoid(X)",
        None,
    ),
    "a line that is shut": (f"{FIND_THE_LINE}; line._channel.shutdown(2); return 1", None),
    "a child that goes on asking": (
        "import os\n    if os.fork() == 0:\n        while True: sigmoid(X)\n    os.wait(); return 1",
        Raised("died", "it called earlier functions more than 30 times"),
    ),
    "questions without listening": (
        f"{FIND_THE_LINE}\n    from room import wire\n    while True: wire.send(line._channel, "
        "{'stand_in': 'sigmoid', 'arguments': []})",
        Raised("died", "it sent a malformed answer"),
    ),
    "a question without listening": (
        f"{FIND_THE_LINE}\n    from room import wire\n    wire.send(line._channel, "
        "{'stand_in': 'sigmoid', 'arguments': [[], {'dict': {}}]})",
        None,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_call_does_to_its_stand_ins_costs_that_call_alone(impatient: Runner, name: str) -> None:
    body, error = HOSTILE[name]
    with impatient.session() as session:
        session.run("x = 5")
        got = answer(session, body, optimize=logistic_regression.optimize)
        after = session.call("x", {})
        again = answer(session, "return sigmoid(X)")

    assert got.error == error
    assert after.error == Raised("not_callable", "a whole number")
    assert identical(RIGHT, again.result)


def test_a_step_without_stand_ins_has_none(impatient: Runner) -> None:
    forged = "from room import wire\n    import socket\n    wire.send(socket.socket(fileno=3), {'stand_in': 'sigmoid'})"
    with impatient.session() as session:
        session.run(f"def f():\n    {forged}\n    return 1")

        assert session.call("f", {}).error == Raised("died", "it sent a malformed answer")
