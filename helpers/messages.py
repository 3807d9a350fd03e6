"""The one home of every sentence a student reads about a check: code -> template.

A message has four parts: where, what came, what was wanted, and one next step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.records import Finding, Outcome


@dataclass(frozen=True)
class Template:
    """The words for one kind of finding; `brief` is for tables."""

    brief: str
    came: str
    wanted: str
    step: str


@dataclass(frozen=True)
class Message:
    """A finding in words."""

    where: str
    came: str
    wanted: str
    step: str
    brief: str

    def __str__(self) -> str:
        parts = (("came:  ", self.came), ("wanted:", self.wanted), ("next:  ", self.step))
        return "\n".join([self.where, *(f"  {label} {text}" for label, text in parts if text)])


TEMPLATES = {
    "not_defined": Template(
        brief="not defined",
        came="there is no function with this name",
        wanted="a function defined in a cell above, under exactly this name",
        step="Run the cell that defines it; if it is gone, take it from a fresh copy of the lesson.",
    ),
    "not_a_function": Template(
        brief="not a function",
        came="{got}",
        wanted="the function itself, as in check({name})",
        step="Leave out the brackets and arguments behind the name: the check calls the function.",
    ),
    "a_text": Template(
        brief="a text, not a function",
        came='the text "{text}"',
        wanted="the function itself, as in check({name})",
        step="Leave out the quotation marks.",
    ),
    "overwritten": Template(
        brief="not a function any more",
        came="{name} is {got}, not a function",
        wanted="the function that the lesson's cell defines",
        step="Is the name used for something else further down? Change that name, then run the function's cell again.",
    ),
    "one_function": Template(
        brief="one function wanted",
        came="{got} between the brackets",
        wanted="one function of this lesson: {known}",
        step="Write its name between the brackets, as in check({name}).",
    ),
    "unknown": Template(
        brief="no such exercise",
        came="no exercise of this course has the name {name}",
        wanted="one of: {known}",
        step="Keep the name that the lesson's stub has.",
    ),
    "not_attempted": Template(
        brief="not attempted",
        came="the stub, as it was handed out",
        wanted="your own lines in place of `raise NotImplementedError`",
        step="Read the formula above the cell, then write the lines and run the cell again.",
    ),
    "blocked": Template(
        brief="{name} is not right yet",
        came="it calls your `{name}`, which is not right yet",
        wanted="a `{name}` that passes its own check",
        step="Mend `{name}` first: its own check says what is wrong. Then check this one again.",
    ),
    "given_wrong": Template(
        brief="right, but {name} is not",
        came="your `{exercise}` is right: it was given {given}",
        wanted="`{name}` right, by its own check",
        step="Mend `{name}`; this one needs no change. As it stands it counts {points} of {most} points.",
    ),
    "both_wrong": Template(
        brief="{name} is not right yet; and {brief}",
        came="it was given {given}; and even with that put right, {came}",
        wanted="`{name}` right, by its own check",
        step="Mend `{name}` first. Then: {step}",
    ),
    "signature": Template(
        brief="wrong arguments",
        came="it cannot be called with the lesson's arguments: {text}",
        wanted="the arguments in the stub's first line, in that order",
        step="Compare your `def` line with the lesson's.",
    ),
    "raised": Template(
        brief="raised {kind}",
        came="it stopped with {kind}{told}{line}",
        wanted="a result",
        step="Print the shapes just before that line; the formula's shapes are in the text above.",
    ),
    "time_out": Template(
        brief="ran too long",
        came="no answer within {seconds} seconds",
        wanted="an answer in well under a second",
        step="Look for a loop whose condition never becomes false.",
    ),
    "died": Template(
        brief="stopped Python itself",
        came="the Python process ended while it ran: {how}",
        wanted="a result",
        step="Look for exit(), endless recursion, or an array far too large.",
    ),
    "nothing_returned": Template(
        brief="returned None",
        came="{name} is None",
        wanted="a value",
        step="Is there a `return` at the end, and does it name the variable you computed?",
    ),
    "type": Template(
        brief="type of {name}",
        came="{name} is {got}",
        wanted="{want}",
        step="Return what the docstring lists under Returns, in that order.",
    ),
    "arity": Template(
        brief="returned {got} values",
        came="{got} values came back",
        wanted="{want}: {listed}",
        step="Compare your `return` line with the docstring.",
    ),
    "order": Template(
        brief="parts in another order",
        came="the parts come in another order: {got}",
        wanted="{want}",
        step="Compare the order behind your `return` with the docstring.",
    ),
    "keys": Template(
        brief="no {missing} in {name}",
        came="{name} has the keys {got}; {missing} is not among them",
        wanted="the keys {want}",
        step="Check the spelling and the case of each key.",
    ),
    "more_keys": Template(
        brief="{more} in {name}",
        came="{name} has the key {more} too",
        wanted="the keys {want} and no others: the functions that follow count them",
        step="Which of your lines makes it? In a loop: for which l?",
    ),
    "length": Template(
        brief="length of {name}",
        came="{name} has {got} entries",
        wanted="{want} entries",
        step="Compare it with the docstring. If a loop fills it: how often is the line reached that appends?",
    ),
    "shape": Template(
        brief="shape of {name}",
        came="{name} has shape {got}",
        wanted="{want}",
        step="{relation}",
    ),
    "dtype": Template(
        brief="complex numbers in {name}",
        came="{name} holds complex numbers ({got})",
        wanted="real numbers",
        step="Is there a square root or a power of a negative number?",
    ),
    "not_numbers": Template(
        brief="{got} in {name}",
        came="{name} is an array of {got}",
        wanted="an array of numbers",
        step="Look for a None, a text, or rows of different lengths: they make an array of something else.",
    ),
    "not_finite": Template(
        brief="{got} in {name}",
        came="{name} holds {got}{index}{count}",
        wanted="finite numbers",
        step="Look for a logarithm of 0, a division by 0, or an exponential of a large number.",
    ),
    "values": Template(
        brief="numbers in {name}",
        came="{name} has other numbers{count}{sample}",
        wanted="the numbers that the formula gives",
        step="{relation}",
    ),
    "changed": Template(
        brief="changes its argument {name}",
        came="the answer is right, but your function changed its argument {name}",
        wanted="arguments left as they were",
        step="Work on a copy: `w = w - alpha * dw` makes a new array where `w -= alpha * dw` writes into the old one.",
    ),
    "default": Template(
        brief="{name} {got}",
        came="the answers are right, but the argument {name} {got}",
        wanted="{name}={want}",
        step="Keep the first line of the stub as it was given, with its default values.",
    ),
    "gradient": Template(
        brief="{name} is not the slope of the cost",
        came="{name}{index} is {got}, but your own cost has the slope {slope} there",
        wanted="the derivative of the cost you return",
        step="Move the argument by 0.01 and compare the two costs: this is what was measured.",
    ),
    "no_slope": Template(
        brief="no cost for another {name}",
        came="no cost came back when {name} was moved by 0.01",
        wanted="gradients and a cost for every {name}",
        step="Is an answer written into the code, or taken from a variable outside the function?",
    ),
    "constant": Template(
        brief="{name} is one number",
        came="{name} is {got} in every entry",
        wanted="another random number in every entry, so that the units learn different things",
        step="Which of NumPy's functions fills a whole array with random numbers? Hand it the sizes of {name}.",
    ),
    "twins": Template(
        brief="units of {name} are alike",
        came="{lines} of {name} are alike",
        wanted="no two alike: units that begin alike get the same gradient, and stay alike",
        step="Is every entry of the weights drawn on its own, or is one number or one row used for all?",
    ),
    "one_sided": Template(
        brief="no signs in {name}",
        came="{name} holds {sign} numbers only",
        wanted="random numbers around 0, about half of them negative",
        step="Which distribution do you draw from? randn is normal around 0; rand lies between 0 and 1.",
    ),
    "spread": Template(
        brief="scale of {name}",
        came="{name} has the standard deviation {got}",
        wanted="about {want}, as the formula says, whatever the generator",
        step="Which factor does the formula put behind the draw, and are the numbers drawn from a normal distribution?",
    ),
    "off_centre": Template(
        brief="{name} is not centred",
        came="{name} has the mean {got}",
        wanted="random numbers around 0",
        step="Is something added to the draw, or is it not drawn from a normal distribution around 0?",
    ),
    "unmoved": Template(
        brief="{name} does not learn",
        came="{name} is still 0 in every entry after training",
        wanted="a {name} that every step moves a little",
        step="Is {name} updated in each step, and are the updated parameters the ones that you return?",
    ),
    "reached": Template(
        brief="cost after training",
        came="the parameters you return have the cost {got} on the examples you were given",
        wanted="a cost near {want}, which this number of steps reaches from any random start",
        step="Count the steps, and follow the parameters through one: forward, backward, update, and round again.",
    ),
    "crept": Template(
        brief="steps of {name}",
        came="{name}{index} is {got} after {asked}",
        wanted="{want}: so small a rate changes no slope, and {name} goes from 0 downhill by steps × rate × slope",
        step="Count the steps, and follow gradients and learning_rate to the update: does each of them arrive?",
    ),
    "cost": Template(
        brief="a recorded cost",
        came="{name} is {got}",
        wanted="{want}, the cost that the parameters have just before that step",
        step="Which steps is a cost recorded in, and from which answers is it computed?",
    ),
    "values_private": Template(
        brief="numbers in {name}",
        came="{name} has other numbers{count}, on inputs drawn for the grading",
        wanted="the numbers that the formula gives, for every input",
        step="{relation}",
    ),
    "gradient_private": Template(
        brief="{name} is not the slope of the cost",
        came="{name} is not the slope of the cost you return, on inputs drawn for the grading",
        wanted="the derivative of the cost, for every input",
        step="Move the argument by 0.01 and compare the two costs with {name}.",
    ),
    "cell_failed": Template(
        brief="its cell stopped with {kind}",
        came="the cell that should define it stopped with {kind}{told}{line}",
        wanted="a cell that runs to its end",
        step="Run this cell alone after Kernel > Restart, and mend what it reports.",
    ),
    "mistake": Template(brief="{says}", came="{says}{line}", wanted="", step="{hint}"),
    "unreadable": Template(
        brief="unreadable notebook",
        came="the file handed in cannot be read as a notebook: {text}",
        wanted="a Jupyter notebook (.ipynb)",
        step="Open it in JupyterLab, save it, and hand it in again.",
    ),
    "not_handed_in": Template(
        brief="no notebook",
        came="no notebook of this lesson was handed in",
        wanted="{want}",
        step="Hand in the notebook that was released, under its own name.",
    ),
    "interrupted": Template(
        brief="stopped by hand",
        came="no answer before you stopped it",
        wanted="an answer in well under a second",
        step="Look for a loop whose condition never becomes false.",
    ),
    "check_fault": Template(
        brief="the check failed",
        came="the check itself failed: {text}",
        wanted="a verdict on your function",
        step="This is not your fault. Restart the kernel and run the cells again; if it stays, tell your teacher.",
    ),
    "fault": Template(
        brief="fault of the machinery",
        came="the autograder itself failed: {text}",
        wanted="a run of your notebook",
        step="This is not your fault and no score was given; your teacher grades it again.",
    ),
}

MOST_GIVEN = 4
GIVEN = {Outcome.NOT_ATTEMPTED: "an unwritten", Outcome.NOT_DEFINED: "a missing"}  # what was called, and was not right

TITLES = {
    Outcome.PASSED: ("✓", "right"),
    Outcome.WRONG: ("✗", "not right yet"),
    Outcome.RAISED: ("✗", "stopped with an error"),
    Outcome.NOT_ATTEMPTED: ("○", "not attempted yet"),
    Outcome.NOT_DEFINED: ("?", "nothing to check"),
    Outcome.TIMED_OUT: ("…", "ran too long"),
    Outcome.DIED: ("✗", "stopped Python itself"),
    Outcome.BLOCKED: ("↑", "waits for an earlier one"),
    Outcome.UNREADABLE: ("?", "cannot be read"),
    Outcome.FAULT: ("!", "no verdict"),
}


SHAPES = {
    "right": "right",
    "missing": "not filled in yet",
    "turned": "the other way round: ",
    "other": "not yet: ",
    "W": "a row for each unit of layer {l}, a column for each unit of layer {before}",
    "b": "a column, with a row for each unit of layer {l}",
    "Z": "a row for each unit of layer {l}, a column for each example",
    "count": "{done} of {total} shapes are right.",
}


@dataclass(frozen=True)
class Note:
    """The words of a panel that gives no verdict: an icon, what it is, and labelled sentences."""

    icon: str
    words: str
    rows: tuple[tuple[str, str], ...]


NOTES = {
    "hint": Note("→", "hint {number} of {total}", (("Question", "{doubt}"), ("Hint", "{help}"))),
    "hint_again": Note(
        "→",
        "hint {number} of {total}",
        (
            ("Note", "You have seen all {total} hints, which is what they are for; here is the first again."),
            ("Question", "{doubt}"),
            ("Hint", "{help}"),
        ),
    ),
    "no_hints": Note("○", "no hints", (("Note", "This exercise has none: its formula stands above the cell."),)),
    "solution": Note("→", "a solution", (("Note", "One of many right ways to write it; compare it with yours."),)),
    "solution_later": Note(
        "○",
        "the solution is not open yet",
        (
            ("Tries", "{tries} so far. It opens when the exercise passes, or after {left} more."),
            ("Counts", "A try is one where you changed your lines since the check before."),
            ("Next", "`check.hint({name})` shows a hint."),
        ),
    ),
    "solution_absent": Note(
        "○",
        "no solution here",
        (
            ("Note", "Solutions are released by your teacher after grading."),
            ("Next", "`check.hint({name})` shows a hint."),
        ),
    ),
}

PROGRESS_HEAD = ("Exercise", "Progress")
PROGRESS_TITLE = "{done} of {total} exercises passed"
PROGRESS_PASSED, PROGRESS_NEW = ("✓", "passed"), ("○", "not yet")
PROGRESS_TRIED = ("✗", "tried {tries}")

PROGRESS_DAMAGED = (
    "Your record of progress was damaged. It is set aside as {aside}, and a new one has begun; "
    "your notebooks are as they were."
)
PROGRESS_UNWRITABLE = (
    "Your progress cannot be written to {path} ({why}). The checks work all the same; "
    "until the kernel stops, progress is remembered here."
)


def render_note(code: str, **facts: object) -> Note:
    """Put a note into words."""
    note = NOTES[code]
    rows = tuple((label, text.format_map(facts)) for label, text in note.rows)
    return Note(note.icon, note.words.format_map(facts), rows)


def counted(number: int, one: str, many: str) -> str:
    """Count in words: "1 try", "2 tries"."""
    return f"{number} {one if number == 1 else many}"


RELATIONS = {
    "transposed": "It is the transpose of the right answer: look for a missing or an extra .T, or swapped factors.",
    "flattened": "The numbers are right, the shape is not: keepdims=True or a reshape keeps the second axis.",
    "negated": "It is the right answer with its sign turned: look for a minus too many or too few.",
    "times_m": "It is the right answer times m, the number of examples: is the 1/m missing?",
    "over_m": "It is the right answer divided by m: is there one 1/m too many?",
    "negated_times_m": "It is the right answer times -m: a sign is turned and the 1/m is missing.",
    "negated_over_m": "It is the right answer divided by -m: a sign is turned and there is one 1/m too many.",
    "not_summed": "Summed over one more axis it would be right: which sum over the examples is missing?",
    "over_summed": "It is the right answer summed up: one sum too many, or a sum over the wrong axis.",
    "other_axis": "Its entries add up to what the right ones add up to: look for a sum over the wrong axis.",
    "": "Work the smallest example by hand, beside your code, line by line.",
}


def render(finding: Finding) -> Message:
    """Put a finding into words."""
    template = TEMPLATES[finding.code]
    facts = defaultdict(str, finding.facts)
    facts["relation"] = RELATIONS[facts["relation"]]
    facts["told"] = f": {facts['text']}" if facts["text"] else ""
    facts["sample"] = facts["sample"] and f":{facts['sample']}"
    fill = {part: getattr(template, part).format_map(facts) for part in ("brief", "came", "wanted", "step")}
    return Message(where=finding.where, **{**fill, "step": facts["suspect"] or fill["step"]})


def given(earlier: Mapping[str, Outcome]) -> str:
    """Name earlier functions that failed: "a wrong `sigmoid` and an unwritten `propagate`"."""
    words = [f"{GIVEN.get(outcome, 'a wrong')} `{name}`" for name, outcome in earlier.items()]
    if len(words) > MOST_GIVEN:
        words[MOST_GIVEN - 1 :] = [f"{len(words) - MOST_GIVEN + 1} others"]
    *more, last = words
    return f"{', '.join(more)} and {last}" if more else last


STUB = '# YOUR CODE ({about})\nraise NotImplementedError("{name} is not written yet")'


def stub(name: str, lines: int) -> str:
    """Return what stands where the solution of an exercise was."""
    return STUB.format(name=name, about="about 1 line" if lines == 1 else f"about {lines} lines")
