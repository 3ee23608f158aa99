"""A rule keeps its word, has a file of its own, and is one of the sixty."""

import ast
import importlib
import re
from datetime import date
from pathlib import Path

import pytest

import talktrack.engine
from talktrack.engine.coach import ALL_RULES, holds

TODAY = date(2026, 11, 2)
GRADES = {"A", "A−", "B", "C", "D"}
HOMES = {"evidence": "A", "goals": "G", "alignment": "GL", "prepare": "OQKW", "recap": "FNM"}
FILES = sorted(
    path
    for stage in HOMES
    for path in (Path(talktrack.engine.__file__).parent / stage / "checks").glob("*.py")
    if path.name != "__init__.py"
)
BY_ID = {rule.id: rule for rule in ALL_RULES}


SIXTY = [
    f"{letter}{number}"
    for letter, numbers in (
        ("A", (1, 2, 3, 4, 6, 7, 8, 10, 11, 12)),
        ("G", (*range(1, 13), 14, 15)),
        ("L", (1, 2)),
        ("K", (1, 2, 4, 5, 6, 8)),
        ("O", (1, 3, 4, 5)),
        ("Q", range(1, 7)),
        ("F", range(1, 7)),
        ("N", range(1, 5)),
        ("M", (1, 3, 4, 5)),
        ("W", range(1, 5)),
    )
    for number in numbers
]


def id_of(path: Path) -> str:
    found = re.fullmatch(r"([a-z])(\d\d)_[a-z_]+", path.stem)
    assert found, f"{path.name}: a rule's file is named like a03_percent_without_start.py"
    return f"{found[1].upper()}{int(found[2])}"


def module_of(path: Path):
    return importlib.import_module(f"talktrack.engine.{path.parent.parent.name}.checks.{path.stem}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_rule_one_file_one_constant(path):
    module = module_of(path)
    assert getattr(module, id_of(path)) is BY_ID[id_of(path)]
    assert path.stem[0].upper() in HOMES[path.parent.parent.name]
    public = [
        target.id
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper() and not target.id.startswith("_")
    ]
    assert public == [id_of(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_reads_the_shared_tokens_and_has_no_pattern_of_its_own(path):
    imported = {
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(alias.name for alias in node.names)]
    }
    assert "re" not in imported


def test_every_rule_has_its_file():
    assert sorted(id_of(path) for path in FILES) == sorted(BY_ID)


def test_the_rules_are_the_sixty_of_the_method():
    assert [rule.id for rule in ALL_RULES] == SIXTY
    assert len(SIXTY) == len(set(SIXTY)) == 60
    assert {rule.id for rule in ALL_RULES if rule.blocks} == {"A11", "K8", "M3", "M4"}
    assert [rule.id for rule in ALL_RULES if not rule.on] == ["O4"]


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_its_word(rule):
    assert len(rule.fires) >= 3, "give at least three examples that fire"
    assert len(rule.passes) >= 3, "give at least three examples that do not"
    for example in rule.fires:
        assert holds(rule, example, TODAY), f"{rule.id} must fire on {example!r}"
    for example in rule.passes:
        assert not holds(rule, example, TODAY), f"{rule.id} must not fire on {example!r}"


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_rule_is_told_in_full_and_kindly(rule):
    for text in (rule.title, rule.message, rule.why, rule.suggestion, rule.source):
        assert text.strip()
        assert "!" not in text
    assert rule.grade in GRADES
    assert rule.message.endswith(".")
    told = f"{rule.title} {rule.message} {rule.why} {rule.suggestion}".lower()
    for harsh in ("weak", "bad ", "poor", "wrong", "never ", "unprofessional", "you should", "you must", "fail"):
        assert harsh not in told, f"{rule.id} says {harsh!r}"
