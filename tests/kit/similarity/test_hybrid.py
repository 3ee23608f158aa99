import subprocess
import sys

import numpy as np
import pytest
from lexical import lexical

from talktrack.kit.similarity import ON_TOPIC, RELATED, offline
from talktrack.kit.similarity.hybrid import BLOCK, calibrated

STATEMENTS = [
    "We open in Sweden and Denmark next spring.",
    "Uptime is the first promise of the platform team. Nobody is woken for nothing.",
    "Grow managers from our own ranks.",
]


@pytest.fixture(scope="module")
def engine():
    return offline(threads=1)


def test_the_closest_comes_first_and_the_sentence_and_words_are_shown(engine):
    text = "I enjoy the work. Set up monitoring so that outages are noticed"
    first, *rest = engine.compare([text], STATEMENTS)
    quote = STATEMENTS[first.right]
    assert quote.startswith("Uptime")
    assert quote[slice(*first.right_span)] == "Uptime is the first promise of the platform team"
    assert text[slice(*first.left_span)] == "Set up monitoring so that outages are noticed"
    assert first.order > max(match.order for match in rest)


def test_words_that_answer_each_other_are_named(engine):
    text = "Run the Nordic launch"
    (match,) = engine.compare([text], STATEMENTS[:1])
    assert ("Nordic", "Sweden") in [(text[slice(*a)], STATEMENTS[0][slice(*b)]) for a, b in match.words]


def test_what_is_shown_does_not_depend_on_what_else_is_compared(engine):
    """The order may; the closeness is absolute."""
    alone = engine.compare(["Run the Nordic launch"], STATEMENTS[:1])[0]
    among = next(m for m in engine.compare(["Run the Nordic launch", "x"], STATEMENTS) if not m.left and not m.right)
    assert alone.closeness == among.closeness
    assert alone.absolute == pytest.approx(among.absolute, abs=2e-4)


def test_least_and_most_bound_what_comes_back(engine):
    texts = ["Run the Nordic launch", "My cat sleeps on the radiator"]
    kept = engine.compare(texts, STATEMENTS, least=ON_TOPIC)
    assert {match.left for match in kept} == {0}
    assert len(engine.compare(texts, STATEMENTS, most=2)) == 4
    assert engine.compare([], STATEMENTS) == engine.compare(texts, []) == ()


def test_pairs_are_as_close_as_in_a_comparison(engine):
    left = ["Run the Nordic launch", "Become a team lead", "Become a team lead"]
    found = {(m.left, m.right): m.closeness for m in engine.compare(left, STATEMENTS)}
    assert engine.pairs(left, STATEMENTS) == tuple(found[at, at] for at in range(3))
    assert engine.pairs([], []) == ()


def test_closeness_is_a_chance_to_two_decimals_that_grows():
    shown = calibrated(np.linspace(-1, 1, 400))
    assert (np.diff(shown) >= 0).all()
    assert 0 <= shown.min() <= RELATED < ON_TOPIC < shown.max() <= 1
    assert (shown == np.round(shown, 2)).all()


def test_noise_in_the_last_digits_changes_nothing():
    values = np.round(np.random.default_rng(7).uniform(0, 1, 2_000), 4)
    assert (calibrated(values) == calibrated(values + 1e-6)).all()


def test_more_texts_than_fit_into_one_block_give_the_same(engine):
    words = lexical()
    left = [f"goal number {n} about shops" for n in range(BLOCK + 3)]
    found = words.compare(left, STATEMENTS)
    assert len(found) == len(left) * len(STATEMENTS)
    last = words.compare(left[-1:], STATEMENTS)
    assert [m.closeness for m in found[-3:]] == [m.closeness for m in last]


def test_texts_without_words_harm_nothing(engine):
    for words in (engine, lexical()):
        assert len(words.compare(["", "…", "of the"], ["", "Open shops"])) == 6


def test_importing_the_package_loads_no_numpy():
    code = "import sys, talktrack.kit.similarity, talktrack.engine.alignment; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
