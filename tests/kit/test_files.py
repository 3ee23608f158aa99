"""Files in the person's place: all or nothing, and told plainly where it cannot be."""

import contextlib
import os
import tempfile
from pathlib import Path

import pytest

from talktrack.kit import files
from talktrack.kit.errors import UserError


def told(do, *arguments) -> str:
    with pytest.raises(UserError) as error:
        do(*arguments)
    return str(error.value)


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "a.txt"
    files.create(path, b"one")
    files.write(path, b"two")
    assert files.read(path, 10) == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"one")
    (tmp_path / "link.txt").symlink_to("real.txt")
    files.write(tmp_path / "link.txt", b"two")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"two"


def test_a_failed_write_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    files.create(path, b"one")
    (tmp_path / "dir").mkdir()
    with pytest.raises(TypeError):
        files.write(path, "not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"one"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "dir"]


def test_nobodys_file_is_overwritten(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"mine")
    assert "is there already, and it stays as it is" in told(files.create, path, b"x")
    assert "is there already" in told(files.ready, path)
    assert path.read_bytes() == b"mine"


def test_ready_leaves_nothing_behind(tmp_path):
    files.ready(tmp_path / "a.txt")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("do", "name", "words"),
    [
        (lambda p: files.read(p, 9), "nathen.toml", "Did you mean"),
        (lambda p: files.read(p, 9), "zzz.toml", "There is no file"),
        (lambda p: files.read(p, 9), "no/where.toml", "There is no folder"),
        (lambda p: files.read(p, 9), "folder", "is a folder. Name a file in it."),
        (lambda p: files.read(p, 9), "nathan.toml/x", "is a file, not a folder"),
        (lambda p: files.create(p, b""), "folder", "is a folder. Name a file in it."),
        (lambda p: files.create(p, b""), "no/where.toml", "There is no folder"),
        (lambda p: files.create(p, b""), "nathan.toml/x", "is a file, not a folder"),
        (lambda p: files.write(p, b""), "folder", "is a folder. Name a file in it."),
        (lambda p: files.write(p, b""), "no/where.toml", "There is no folder"),
        (lambda p: files.read(p, 9), "nathan.toml", "larger than"),
    ],
)
def test_what_cannot_be_is_told_plainly(tmp_path, do, name, words):
    (tmp_path / "nathan.toml").write_bytes(b"0123456789")
    (tmp_path / "folder").mkdir()
    said = told(do, tmp_path / name)
    assert words in said
    assert "Errno" not in said


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_place_that_takes_no_files_is_told():
    assert "/proc" in told(files.create, Path("/proc/me.toml"), b"x")


@pytest.fixture
def open_folder():
    """A folder whose way in is open to everybody, which that of pytest is not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights")
def test_what_may_not_be_read_or_written_is_told(open_folder):
    secret = open_folder / "secret.toml"
    secret.write_bytes(b"x")
    secret.chmod(0)
    (open_folder / "shut").mkdir(mode=0o700)
    with nobody():
        assert "may not be read. Change its permissions" in told(files.read, secret, 9)
        assert "may not be read. Change its permissions" in told(files.read, open_folder / "shut" / "x.toml", 9)
        assert f"Nothing may be written in {open_folder}." in told(files.write, secret, b"y")
        assert f"Nothing may be written in {open_folder}." in told(files.create, open_folder / "new.toml", b"y")
    assert secret.read_bytes() == b"x"


@contextlib.contextmanager
def nobody():
    """For a moment, somebody without rights."""
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("ä".encode("utf-16"), "ä"),
        ("\ufeffä".encode("utf-16-be"), "ä"),
        (b"", ""),
    ],
)
def test_text_is_read_in_what_it_says_it_is(data, text):
    assert files.decode(data, "a.txt") == text


def test_text_in_another_encoding_is_told_with_its_line():
    said = told(files.decode, b"one\ncaf\xe9 \x96 two\nthree", "a.txt")
    assert "a.txt, line 2 is not encoded as UTF-8" in said
    assert "café – two" in said
    assert "three" not in said
