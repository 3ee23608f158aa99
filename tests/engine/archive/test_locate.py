"""Every key has its line: headings, arrays of tables, dotted keys, inline tables, strings of several lines."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talktrack.engine.archive.locate import DEEPEST, locate
from talktrack.kit.errors import UserError

TEXT = '''# a remark
sentence = """one
two = 2
"""
person.name = "N"   # dotted
person."role" = 'x'

[vision]
one_year = "a"

[[goals]]
what = "first"
skills = [
  "a",  # with a remark ]
  "b]", 'c',
]

  [goals.benefit]
  skill = "s"

  [[goals.actions]]
  what = "x"
  [[goals.actions]]
  what = \'\'\'
y = 1
\'\'\'

[[goals]]
what = "second"
benefit = { skill = "s", change = "c" }
actions = [{ what = "p" },
           { what = "q" }]
'''

LINES = {
    ("sentence",): 2,
    ("person",): 5,
    ("person", "name"): 5,
    ("person", "role"): 6,
    ("vision",): 8,
    ("vision", "one_year"): 9,
    ("goals",): 11,
    ("goals", 0): 11,
    ("goals", 0, "what"): 12,
    ("goals", 0, "skills"): 13,
    ("goals", 0, "skills", 0): 14,
    ("goals", 0, "skills", 1): 15,
    ("goals", 0, "skills", 2): 15,
    ("goals", 0, "benefit"): 18,
    ("goals", 0, "benefit", "skill"): 19,
    ("goals", 0, "actions"): 21,
    ("goals", 0, "actions", 0): 21,
    ("goals", 0, "actions", 0, "what"): 22,
    ("goals", 0, "actions", 1): 23,
    ("goals", 0, "actions", 1, "what"): 24,
    ("goals", 1): 28,
    ("goals", 1, "what"): 29,
    ("goals", 1, "benefit", "change"): 30,
    ("goals", 1, "actions", 0, "what"): 31,
    ("goals", 1, "actions", 1, "what"): 32,
}


@pytest.mark.parametrize("path", LINES, ids=str)
def test_a_place_has_its_line(path):
    assert locate(TEXT, "me.toml").line(path) == LINES[path]


def test_what_is_missing_is_looked_for_where_it_belongs():
    layout = locate(TEXT, "me.toml")
    assert layout.line(("goals", 1, "target")) == 28
    assert layout.line(("goals", 0, "benefit", "result")) == 18
    assert layout.line(("pay", "ask")) == 1


def test_every_value_that_tomllib_reads_is_located():
    def paths(value, path=()):
        yield path
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in items:
            yield from paths(inner, (*path, key))

    layout = locate(TEXT, "me.toml")
    for path in paths(tomllib.loads(TEXT)):
        assert path == () or path in layout.lines or path in layout.implied


_key = st.sampled_from(["a", "b-1", '"a b"', "'c.d'", '"\\u00e9"'])
_value = st.sampled_from(
    ['"x"', "'x # y'", "1", "2026-12-03", "true", '"""\nm = 1\n"""', "'''\n[x]\n'''", "[\n1,\n2 # ]\n]", '["]", "["]',
     "{ k = 1, l = [1] }", '"\\"q"', '""""q""""', "-1.5e3", "2026-12-03 10:00:00"]
)  # fmt: skip
_gap = st.sampled_from(["", "\n", "# [no]\n", "  \n\t\n"])


@given(st.lists(st.tuples(_gap, _key, _value), max_size=12, unique_by=lambda part: part[1]), st.booleans())
def test_any_run_of_keys_has_exact_lines(parts, headed):
    text, expected = "[[t]]\n" if headed else "", {}
    for gap, key, value in parts:
        text += gap
        expected[tomllib.loads(f"{key} = 1").popitem()[0]] = text.count("\n") + 1
        text += f"{key} = {value}\n"
    layout, above = locate(text, "x"), ("t", 0) if headed else ()
    assert tomllib.loads(text) is not None
    for key, line in expected.items():
        assert layout.lines[(*above, key)] == line


def test_what_is_written_twice_is_found():
    layout = locate("[person]\na = 1\n\n[person]\na = 2\n", "x")
    assert layout.twice == {("person",): (1, 4), ("person", "a"): (2, 5)}


@pytest.mark.parametrize(
    "text",
    ["x = " + "[" * 10_000, "x = " + "{a=" * 10_000, ".".join("a" * 10_000) + " = 1", f"[{'.'.join('a' * 10_000)}]"],
)
def test_absurd_depth_is_refused_before_it_is_read(text):
    with pytest.raises(UserError, match=f"more than {DEEPEST} deep"):
        locate(text, "me.toml")


@given(st.text(alphabet="ab=[]{}\"'.#,\n \\1", max_size=60))
def test_it_comes_to_an_end_on_anything(text):
    locate(text, "x")
