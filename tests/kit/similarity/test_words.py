from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talktrack.kit.similarity.words import MOST_PARTS, clauses, content_words, parts, stem

TEXTS = st.text(alphabet="ab é.,;\n!?–()%’'and whichß漢", max_size=120)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("expanding", "expansion"),
        ("markets", "market"),
        ("manager", "managing"),
        ("globally", "global"),
        ("customers", "customer"),
        ("automation", "automate"),
        ("measured", "measures"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("market", "margin"), ("plan", "plant"), ("train", "trade"), ("cost", "coast")]
)
def test_different_words_keep_different_stems(one, other):
    assert stem(one) != stem(other)


def test_words_of_meaning_stand_where_they_say():
    text = "We cut the customers’ waiting time by 40 %."
    assert [text[slice(*span)] for _, span in content_words(text)] == [
        "cut",
        "customers’"[:-1],
        "waiting",
        "time",
        "40",
    ]


def test_a_text_falls_into_its_sentences():
    text = "Open Denmark first. Then Sweden; and members before advertising!\nNo paid forum"
    assert [text[slice(*span)] for span in parts(text)] == [
        "Open Denmark first",
        "Then Sweden",
        "and members before advertising",
        "No paid forum",
    ]


def test_a_very_long_sentence_falls_into_its_clauses():
    text = "we open new shops in every town of the north, " * 4 + "and nobody is left behind in the winter"
    assert len(parts(text)) > 2


def test_a_clause_is_not_left_alone_with_one_word():
    text = "Sadly, we lost two tenders because nobody knew the answer"
    assert [text[slice(*span)] for span in clauses(text)] == ["Sadly, we lost two tenders", "nobody knew the answer"]


def test_a_per_cent_sign_belongs_to_its_number():
    text = "Visits rose by 20 %, and sales by 5%."
    assert [text[slice(*span)] for span in clauses(text)] == ["Visits rose by 20 %", "sales by 5%"]


@given(TEXTS)
def test_parts_and_clauses_stand_in_the_text_in_order_and_never_cross_a_line(text):
    for found in (parts(text), clauses(text)):
        assert all(0 <= start <= end <= len(text) for start, end in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert 1 <= len(parts(text)) <= MOST_PARTS
    if content_words(text):
        assert all("\n" not in text[slice(*span)] for span in (*parts(text), *clauses(text)))
