"""`talktrack check`: what a person types, and what they get."""

import json
from pathlib import Path

import pytest

from talktrack.cli import main

PAGE = """# 2026

- Responsible for the weekly newsletter.
- Raised engagement by 65 %.

Trained six hosts; all six now run evenings alone.
"""
JOURNEY = """
[[accomplishments]]
id = "fair"
did = "Ran the spring fair"
result = "Visits rose by 20 %."
problem = "Nobody came in March."

[[accomplishments.measures]]
what = "visits"
change = 20
unit = "%"
verified = false
"""


def check(*words):
    return main(["check", *map(str, words), "--today", "2026-11-22"])


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "year.md"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def journey(tmp_path):
    path = tmp_path / "me.toml"
    path.write_text(JOURNEY, "utf-8")
    return path


def found(capsys):
    return [(f["rule"], f["record"]) for f in json.loads(capsys.readouterr().out)]


def test_a_page_is_read_entry_by_entry_with_the_line_and_the_span_marked(page, capsys):
    assert check(page, "--as", "accomplishment") == 1
    out = capsys.readouterr().out
    assert "year.md, line 3" in out
    assert "year.md, line 4" in out
    assert "line 6" not in out
    line, marks = next(pair for pair in zip(out.split("\n"), out.split("\n")[1:], strict=False) if "^" in pair[1])
    assert line[marks.index("^") : marks.rindex("^") + 1] == "Responsible for"
    assert "Try: Give the start and the period: “65 %, from ___ to ___" in out


def test_json_has_what_a_program_needs_and_spans_of_the_page(page, capsys):
    assert check(page, "--as", "accomplishment", "--json") == 1
    findings = json.loads(capsys.readouterr().out)
    assert set(findings[0]) == {"rule", "record", "field", "span", "message", "why", "try", "grade", "blocks"}
    percent = next(f for f in findings if f["rule"] == "A3")
    assert PAGE[slice(*percent["span"])] == "65 %"


def test_what_says_the_same_is_said_once_and_a_program_gets_all(page, capsys):
    check(page, "--as", "accomplishment", "--json")
    at = [f["rule"] for f in json.loads(capsys.readouterr().out) if PAGE[slice(*f["span"])].startswith("Responsible")]
    assert at == ["A1", "A2", "A4"]
    check(page, "--as", "accomplishment")
    out = capsys.readouterr().out
    assert "A4" in out
    assert "A1" not in out


def test_the_marks_stand_under_wide_characters_and_no_command_reaches_the_terminal(tmp_path, capsys):
    path = tmp_path / "year.md"
    path.write_text("北京 🙂 \x1b[31m we cut costs by three weeks in May.", "utf-8")
    check(path, "--as", "accomplishment")
    out = capsys.readouterr().out
    line, marks = next(pair for pair in zip(out.split("\n"), out.split("\n")[1:], strict=False) if "^" in pair[1])
    assert "\x1b" not in out
    assert marks.index("^") == line.index("we cut") + 3  # three characters before it take two columns each


def test_of_very_many_findings_the_first_are_shown(tmp_path, capsys):
    path = tmp_path / "long.md"
    path.write_text("- Raised engagement by 65 %.\n" * 500 + "- We cut costs by three weeks.\n" * 500, "utf-8")
    assert check(path, "--as", "accomplishment") == 1
    out = capsys.readouterr().out
    assert out.count("  A3  ") == 200
    assert "1,000 things" in out
    assert "long.md, line 200" in out
    assert "long.md, line 201" not in out


def test_a_bare_text_is_never_held_back(tmp_path, capsys):
    path = tmp_path / "me.txt"
    path.write_text("Raised sign-ups by 30 a week (to check).", "utf-8")
    assert check(path, "--as", "accomplishment") == 1
    assert "confirm:" not in capsys.readouterr().out


def test_the_next_command_can_be_typed_as_it_stands(journey, capsys):
    check(journey)
    assert f"talktrack check {journey} --confirm A11:accomplishments/fair" in capsys.readouterr().out


def test_a_clean_page_is_told_so(tmp_path, capsys):
    path = tmp_path / "ok.txt"
    path.write_text("Trained six hosts; all six now run evenings alone.", "utf-8")
    assert check(path, "--as", "accomplishment") == 0
    assert "Nothing to remark on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no.toml"], "no.toml"),
        (["year.md"], "--as"),
        (["me.toml", "--dismiss", "A3"], "RULE:RECORD"),
        (["me.toml", "--dismiss", "A99:accomplishments/fair"], "There is no rule A99"),
        (["me.toml", "--dismiss", "A3:accomplishments/fairr", "--reason", "x"], "accomplishments/fair?"),
        (["me.toml", "--dismiss", "A3:accomplishments/fair"], "--reason"),
        (["me.toml", "--dismiss", "A11:accomplishments/fair", "--reason", "x"], "--confirm"),
        (["me.toml", "--confirm", "A11:*"], "RULE:RECORD"),
        (["me.toml", "--off", "K8"], "cannot be"),
        (["me.toml", "--explain", "Z1"], "There is no rule Z1"),
        (["empty.md", "--as", "goal"], "no words in empty.md"),
        ([], "Which file"),
    ],
)
def test_wrong_input_is_refused_in_plain_words(words, said, page, journey, monkeypatch, capsys):
    monkeypatch.chdir(page.parent)
    (page.parent / "empty.md").write_text(" \n", "utf-8")
    assert check(*words) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in page.parent.iterdir() if "talktrack" in path.name] == []


def test_a_dismissal_is_remembered_beside_the_file_and_the_file_is_left_alone(journey, capsys):
    check(journey, "--json")
    assert ("A3", "accomplishments/fair") in found(capsys)
    assert check(journey, "--dismiss", "a3:accomplishments/fair", "--reason", "the fair is new") == 0
    assert journey.read_text("utf-8") == JOURNEY
    kept = json.loads((journey.parent / "me.talktrack.json").read_text("utf-8"))["journey"]["decisions"]
    assert [(d["about"], d["verdict"], d["reason"]) for d in kept] == [("A3", "dismissed", "the fair is new")]
    capsys.readouterr()
    check(journey, "--json")
    assert ("A3", "accomplishments/fair") not in found(capsys)


def test_what_holds_files_back_is_lifted_by_a_confirmation(journey, capsys):
    check(journey, "--json")
    assert ("A11", "accomplishments/fair") in found(capsys)
    assert check(journey, "--confirm", "A11:accomplishments/fair") == 0
    capsys.readouterr()
    check(journey, "--json")
    assert ("A11", "accomplishments/fair") not in found(capsys)


def test_a_confirmation_is_for_the_words_as_they_stood(journey, capsys):
    check(journey, "--confirm", "A11:accomplishments/fair")
    journey.write_text(JOURNEY.replace("change = 20", "change = 40").replace("20 %", "40 %"), "utf-8")
    capsys.readouterr()
    check(journey, "--json")
    assert ("A11", "accomplishments/fair") in found(capsys)


def test_a_person_keeps_their_own_set_of_rules(tmp_path, capsys):
    path = tmp_path / "me.toml"
    path.write_text(
        '[[conversations]]\nid = "autumn"\n'
        'opening = "I\'d like to talk. I think I might perhaps be ready. Sorry to bother you."\n',
        "utf-8",
    )
    check(path, "--json")
    assert found(capsys) == [("O3", "conversations/autumn")]
    assert check(path, "--on", "O4") == 0
    assert check(path, "--off", "O3") == 0
    assert "O3 is switched off" in capsys.readouterr().out
    check(path, "--json")
    assert found(capsys) == [("O4", "conversations/autumn")]


def test_a_rule_is_explained(capsys):
    assert check("--explain", "a03") == 0
    out = capsys.readouterr().out
    assert out.startswith("### A3 · A percentage without its start")
    assert "practitioners" in out


def test_the_page_of_rules_is_in_step(capsys):
    assert check("--explain", "all") == 0
    written = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
    assert capsys.readouterr().out == written, "run: talktrack check --explain all > docs/rules.md"
