"""Slips of TOML: told in plain words, with the line shown and what to write instead."""

import tomllib

import pytest

from talktrack.engine import archive
from talktrack.kit.errors import UserError

SLIPS = [
    ("name = Nathan", "Text stands in quotes.", 'name = "Nathan"'),
    ('name = "Nathan', "The closing quote is missing.", 'name = "Nathan"'),
    ("name = 'Nathan", "The closing quote is missing.", 'name = "Nathan"'),
    ('name = Nathan"', "The opening quote is missing.", 'name = "Nathan"'),
    ('name "Nathan"', "The equals sign is missing.", 'name = "Nathan"'),
    ("name: Nathan", "A colon stands where an equals sign belongs.", 'name = "Nathan"'),
    ("count: 3", "A colon stands where an equals sign belongs.", "count = 3"),
    ('name == "x"', "One equals sign is enough.", 'name = "x"'),
    ("name = “Nathan”", "Curly quotes stand around the text.", 'name = "Nathan"'),
    ("name = „Nathan“", "Curly quotes stand around the text.", 'name = "Nathan"'),
    ("name = ‘it’", "Curly quotes stand around the text.", 'name = "it"'),
    ('quote = "He said "yes" to it"', "There are quotes inside the quotes.", "quote = 'He said \"yes\" to it'"),
    ("quote = 'It's done'", "There is an apostrophe inside single quotes.", 'quote = "It\'s done"'),
    (r'proof = "C:\Users\me"', "A backslash means something else", r"proof = 'C:\Users\me'"),
    ('name = "x";', "Something stands after the closing quote.", 'name = "x"'),
    ("by = 2026-05", "A month without its day stands in quotes.", 'by = "2026-05"'),
    ("flag = True", "Yes is written as true.", "flag = true"),
    ("flag = no", "No is written as false.", "flag = false"),
    ("n = 1,000", "The digits of a number stand together.", "n = 1000"),
    ("n = 1.000.000", "The digits of a number stand together.", "n = 1000000"),
    ("n = 3,5", "A number has a point, not a comma.", "n = 3.5"),
    ("n = 007", "A number does not begin with 0.", "n = 7"),
    ("n = .5", "Digits stand on both sides of the point.", "n = 0.5"),
    ("n = 5.", "Digits stand on both sides of the point.", "n = 5.0"),
    ("n = 65 %", "A number stands alone", "n = 65"),
    ("n = €5", "A number stands alone", "n = 5"),
    ("at = 2026-12-03T10:00", "A time has seconds too.", "at = 2026-12-03T10:00:00"),
    ("at = 2026-12-03 10:00", "A time has seconds too.", "at = 2026-12-03T10:00:00"),
    ('skills = "a", "b"', "A list stands in square brackets.", 'skills = ["a", "b"]'),
]
OTHERS = [
    ("by = 14.05.2026", "A date has its year first.", "2026-12-03"),
    ("by = 2026-02-30", "There is no such day.", "2026-12-03"),
    ("name =", "Nothing stands after the equals sign.", "Leave the line out"),
    ("name = None", "That says nothing.", "Leave the line out"),
    ('name = "x" and more', "Something stands after the closing quote.", "inside the quotes"),
    ('my part = "x"', "cannot be a name", "my_part"),
    ("Just a sentence", "There is no equals sign in this line.", 'name = "text"'),
    ("- an item", "A remark begins with #.", "#"),
    ("[person", "This heading is not written as it should be.", "Write [person]"),
    ("[[goals]", "This heading is not written as it should be.", "Write [[goals]]"),
    ("[gaols actions]", "This heading is not written as it should be.", "Write [[goals]]"),
    ("[]", "This heading cannot be read.", "[person]"),
    ('skills = ["a", b]', "This list is not written as it should be.", '["one", "two"]'),
    ('skills = ["a" "b"]', "a comma between two of its parts is missing", "comma after each part"),
    ('t = { a = "x"', "a comma between two of its parts is missing", "}"),
    ('name\u00a0= "x"', "In place 5 stands a character that cannot be seen", "type it again"),
    ('name = "a\x00b"', "In place 10 stands a character that cannot be seen", "type it again"),
]


def told(text: str):
    with pytest.raises(UserError) as error:
        archive.parse(text, "me.toml")
    return error.value


@pytest.mark.parametrize(("line", "what", "right"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_and_what_is_told_is_right(line, what, right):
    (problem,) = told(f"sentence = 'x'\n{line}\n").problems
    assert (problem.where, problem.shown) == ("me.toml, line 2", f"2 | {line}")
    assert what in problem.what
    assert problem.instead == f"Write {right}"
    assert tomllib.loads(right)


@pytest.mark.parametrize(("line", "what", "instead"), OTHERS, ids=[slip[0] for slip in OTHERS])
def test_a_slip_is_told_with_a_way_out(line, what, instead):
    (problem,) = told(f"sentence = 'x'\n{line}\n").problems
    assert problem.where == "me.toml, line 2"
    assert what in problem.what
    assert instead in problem.instead


def test_several_slips_are_told_at_once():
    error = told('[person]\nname = Nathan\nrole = "x\nstarted = 2024-05\nladder = "none"\n')
    assert "3 things" in error.message
    assert [problem.where for problem in error.problems] == [f"me.toml, line {n}" for n in (2, 3, 4)]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("sentence = 'x'\n[person]\nname = '''a\nb\n", "line 3", "has no end"),
        ('skills = [\n"a",\n"b"\n[person]\nname = "x"', "line 4", "that begins in line 1"),
        ('[person]\nname = "x"\n\n[person]\nrole = "y"', "line 4", "person is written twice; line 1 has it first"),
        ('sentence = "x"\n[person]\nname = "x"\nname = "y"', "line 4", "person, name is written twice; line 3"),
        ('person.name = "x"\n[person]\nrole = "y"', "line 2", "has written already"),
    ],
)
def test_a_slip_over_several_lines_is_told_where_it_stands(text, where, what):
    problem = told(text).problems[0]
    assert problem.where == f"me.toml, {where}"
    assert what in problem.what


def test_single_brackets_twice_teach_double_ones():
    problem = told('[goals]\nwhat = "x"\n[goals]\nwhat = "y"').problems[0]
    assert "[[goals]]" in problem.instead


def test_a_very_long_line_is_cut():
    problem = told(f"name = '{'x' * 5000}").problems[0]
    assert len(problem.shown) < 120
