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


SIXTY = (
    "A1 A2 A3 A4 A6 A7 A8 A10 A11 A12 G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 G12 G14 G15 L1 L2 K1 K2 K4 K5 K6 K8 "
    "O1 O3 O4 O5 Q1 Q2 Q3 Q4 Q5 Q6 F1 F2 F3 F4 F5 F6 N1 N2 N3 N4 M1 M3 M4 M5 W1 W2 W3 W4"
).split()


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
