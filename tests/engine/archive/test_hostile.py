"""Hostile files (T4): always a clear error or a good result, within 10 s of work and 512 MB."""

import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.story import Journey
from talktrack.kit.errors import UserError
from talktrack.kit.files import decode

NATHAN = (EXAMPLES / "nathan.toml").read_text("utf-8")
PIECES = (
    *('"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\\", "\n", "\r", "\t", " " * 500),
    *("\0", "\u202e", "\ufeff", "\u00a0", "“", "😀" * 50, "\\ud800", "\\u0000", "[" * 60, "{a=" * 60, "a." * 40),
    *("[[goals]]\n", "[person]\n", "id = 'x'\n", "serves = ['x']\n", "x = ", "true", "../" * 20),
    *("nan", "1e400", "-0", "0x", "2026-13-45", "9" * 5000),
)


def read(text: str) -> None:
    """A journey that can be archived, or an error in plain words."""
    try:
        journey = archive.parse(text, "me.toml")
    except UserError as error:
        plain(error)
    else:
        assert archive.from_json(archive.to_json(journey)) == journey


def plain(error: UserError) -> None:
    """Names the file, is bounded in length, holds nothing of pydantic or Python."""
    words = str(error)
    assert "me." in words
    assert len(words) < 20_000
    assert not any(
        odd in words for odd in ("Traceback", "Input should", "ValidationError", "object at 0x", "(at line")
    )


def bend(text: str, chance: random.Random) -> str:
    """The text with a few things cut, doubled, swapped or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(text) or 1)
        end = min(len(text), start + chance.choice((1, 5, 40, 400)))
        put = chance.choice(("", text[start:end] * 2, chance.choice(PIECES)))
        text = text[:start] + put + text[end if chance.random() < 0.7 else start :]
    return text


@pytest.mark.parametrize("seed", range(120))
def test_a_bent_toml_file(seed):
    read(bend(NATHAN, random.Random(seed)))


@pytest.mark.parametrize("seed", range(120))
def test_a_bent_json_archive(seed):
    text = bend(archive.to_json(archive.parse(NATHAN)), random.Random(seed))
    try:
        journey = archive.from_json(text, "me.json")
    except UserError as error:
        plain(error)
    else:
        assert archive.from_json(archive.to_json(journey)) == journey


@given(st.binary(max_size=300))
def test_any_bytes(data):
    try:
        text = decode(data, "me.toml")
    except UserError as error:
        plain(error)
    else:
        read(text)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30))
def test_any_pieces_of_toml(pieces):
    read("".join(pieces))


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(Journey.model_fields)), inner),
    max_leaves=12,
)


@given(_values)
def test_any_json_in_the_place_of_a_journey(value):
    text = json.dumps({"format": "talktrack journey", "version": 1, "journey": value})
    try:
        archive.from_json(text, "me.json")
    except UserError as error:
        plain(error)


HEAVY: dict[str, Callable[[], str]] = {
    "a field of 5 MB": lambda: f'sentence = "{"a" * 5_000_000}"',
    "a field of 5 MB over many lines": lambda: 'sentence = """' + "a\n" * 2_500_000 + '"""',
    "5 MB without an end": lambda: 'sentence = """' + "a\n" * 2_500_000,
    "5 MB of quotes": lambda: '"' * 5_000_000,
    "5 MB of brackets": lambda: "x = " + "[" * 5_000_000,
    "a name of 2,500,000 parts": lambda: ".".join("a" * 2_500_000) + " = 1",
    "a number of 5,000,000 digits": lambda: "x = " + "9" * 5_000_000,
    "10,000 goals": lambda: "".join(f'[[goals]]\nwhat = "goal {n}"\n' for n in range(10_000)),
    "300,000 names": lambda: "".join(f"k{n} = 1\n" for n in range(300_000)),
    "99,000 wrong values": lambda: "[[goals]]\nwhat = 'x'\nskills = [" + "1," * 99_000 + "]",
    "99,000 wrong references": lambda: "[[goals]]\nwhat = 'x'\nserves = [" + "'x'," * 99_000 + "]",
    "40,000 headings": lambda: "".join(f"[a.b{n}.c]\n" for n in range(40_000)),
    "5,900,000 blank lines": lambda: "\n" * 5_900_000,
}
SAID = {
    "a field of 5 MB": "sentence holds 5,000,000 characters, and a field holds at most 20,000",
    "10,000 goals": "There are 10,000 goals, and a journey holds at most 2,000",
    "a number of 5,000,000 digits": "5,000,000 characters stand here without quotes",
    "5,900,000 blank lines": "good",
}
BEGUN = '{"format": "talktrack journey", "version": 1, "journey": {'
HEAVY_ARCHIVES: dict[str, Callable[[], str]] = {
    "a field of 20 MB": lambda: BEGUN + '"sentence": "' + "a" * 20_000_000 + '😀"}}',
    "70,000 goals of nothing": lambda: BEGUN + '"goals": [' + "{}," * 70_000 + "{}]}}",
    "700,000 goals of nothing": lambda: BEGUN + '"goals": [' + "{}," * 700_000 + "{}]}}",
    "140,000 wrong values": lambda: BEGUN + '"goals": [' + "1," * 140_000 + "1]}}",
    "140,000 names": lambda: BEGUN + ",".join(f'"k{n}": 1' for n in range(140_000)) + "}}",
    "lists without an end": lambda: BEGUN + '"goals": ' + "[" * 10_000_000,
}
CHILD = """
import sys
from pathlib import Path
from talktrack.engine import archive
from talktrack.kit.errors import UserError
path = Path(sys.argv[1])
try:
    json = path.suffix == ".json"
    print((archive.from_json(path.read_text(), path.name) if json else archive.read(path)) and "good")
except UserError as error:
    print(error)
"""


def bounded(path: str) -> str:
    """What a process of its own says of the file, with 10 s of work and 512 MB of memory."""

    def bounds() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
        resource.setrlimit(resource.RLIMIT_DATA, (512 * 2**20,) * 2)

    child = subprocess.run(
        [sys.executable, "-c", CHILD, path], capture_output=True, text=True, check=True, preexec_fn=bounds
    )
    return child.stdout


@pytest.mark.parametrize("name", HEAVY)
def test_an_absurd_size_is_handled_within_bounds(tmp_path, name):
    path = tmp_path / "me.toml"
    path.write_text(HEAVY[name]())
    assert SAID.get(name, "me.toml") in bounded(str(path))


@pytest.mark.parametrize("name", HEAVY_ARCHIVES)
def test_an_absurd_archive_is_refused_within_bounds(tmp_path, name):
    path = tmp_path / "me.json"
    path.write_text(HEAVY_ARCHIVES[name]())
    assert "me.json" in bounded(str(path))


def test_a_file_of_50_mb_is_not_read_at_all(tmp_path):
    path = tmp_path / "me.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "me.toml is larger than 6 MB" in bounded(str(path))
