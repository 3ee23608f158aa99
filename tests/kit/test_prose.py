"""A text read once: tokens, spans, sentences, phrases."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from talktrack.kit.checks import Field, Piece
from talktrack.kit.page import pieces
from talktrack.kit.text import LONGEST_SENTENCE, Phrases, Prose, lowered, shortened

anything = st.text(max_size=200)


def test_tokens_are_words_numbers_dates_and_marks():
    prose = Prose("On 2026-03-01 I’d cut 1,200.5 kg (65 %) at node.js, e.g. by half!")
    assert prose.words == [
        *("on", "2026-03-01", "i'd", "cut", "1,200", "5", "kg", "65", "%", "at", "node", "js", ",", "e", "g", "."),
        *("by", "half", "!"),
    ]


def test_links_are_blanked_out_and_nothing_moves():
    text = "See https://example.com/a%20b now"
    assert Prose(text).words == ["see", "now"]
    assert Prose(text).written(1, 2) == "now"


def test_sentences_end_at_marks_but_not_in_abbreviations():
    prose = Prose("We met, e.g. in May. Was it good? Yes")
    assert [prose.written(s.start, s.stop) for s in prose.sentences] == [
        "We met, e.g. in May.",
        "Was it good?",
        "Yes",
    ]


def test_a_sentence_without_end_is_cut():
    prose = Prose("word " * (3 * LONGEST_SENTENCE + 5))
    assert [len(s) for s in prose.sentences] == [LONGEST_SENTENCE] * 3 + [5]


def test_a_name_is_written_with_a_capital_inside_a_sentence():
    prose = Prose("Helped Mohammed. Ahmed ran it; helped again")
    assert [prose.written(i, i + 1) for i in range(len(prose.words)) if prose.named(i)] == ["Mohammed"]


def test_phrases_know_alternatives_gaps_and_long_forms():
    phrases = Phrases("i'm|was sorry", "from * to", "as soon as")
    found = [
        Prose(text).holds(phrases)
        for text in ("I am sorry.", "I'm sorry.", "from 3 to 5", "from 3 or to", "as soon", "was not sorry")
    ]
    assert found == [True, True, True, False, False, False]


def test_a_phrase_is_found_in_a_long_text_as_in_a_short_one():
    phrases = Phrases("try my best")
    short, long = Prose("x try my best y"), Prose("x " * 1000 + "try my best y try my best")
    assert short.find(phrases) == [(1, 4)]
    assert long.find(phrases) == [(1000, 1003), (1004, 1007)]


def test_the_longest_phrase_counts_at_each_place():
    prose = Prose("as soon as possible")
    assert prose.find(Phrases("as soon", "as soon as possible")) == [(0, 4)]
    assert Phrases("as soon", "as soon as possible").length_at(prose.words, 0) == 4


def test_a_page_is_cut_into_entries_paragraphs_and_lines():
    page = (
        "---\ntitle: x\n---\n# Head\n\n- one entry\n  goes on\n* two\n\nA paragraph that\nruns on.\n\n"
        "First line.\nSecond line\n\n```\ncode\n```\n| table |\n"
    )
    assert [page[slice(*span)] for span in pieces(page)] == [
        *("one entry\n  goes on", "two", "A paragraph that\nruns on.", "First line.", "Second line"),
    ]


def test_a_hit_over_two_fields_stays_in_the_first():
    piece = Piece("goal", Prose("First.\nSecond."), None, "goals/x", (Field("what", 0, 5), Field("why", 7, 13)))
    assert piece.place(2, 12) == ("what", (2, 5))
    assert piece.place(7, 13) == ("why", (0, 6))


def test_what_is_quoted_back_is_one_short_line():
    assert shortened("Ran the\n fair. ") == "Ran the fair"
    assert shortened("word " * 50, 20) == "word word word word …"


@given(anything)
def test_lowering_moves_nothing(text):
    assert len(lowered(text)) == len(text)


@given(anything)
def test_every_token_stands_where_its_span_says(text):
    prose = Prose(text)
    low = lowered(text)
    spans = [prose.span(i, i + 1) for i in range(len(prose.words))]
    assert [low[slice(*span)] for span in spans] == prose.words
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(anything)
def test_sentences_hold_every_token_once(text):
    prose = Prose(text)
    assert [i for sentence in prose.sentences for i in sentence] == list(range(len(prose.words)))
    assert all(i in prose.sentence(i) for i in range(len(prose.words)))


@given(anything)
def test_pieces_lie_in_the_page_in_order(text):
    spans = list(pieces(text))
    assert all(0 <= a <= b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_mark_under_a_label_is_no_words_of_anyone():
    page = "* **Grade**: B-\n* **Result**: Cut the queue.\n* **Cut the queue to 12**\n"
    assert [page[slice(*span)] for span in pieces(page)] == ["**Result**: Cut the queue.", "**Cut the queue to 12**"]
