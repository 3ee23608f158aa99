"""The person's file in: ids that nobody had to write, references by words, dates as people know them."""

import re
from decimal import Decimal

import pytest
from makers import EXAMPLES

from talktrack.engine import archive
from talktrack.engine.archive.records import REFERENCES, found, nests
from talktrack.engine.story import Journey, Value
from talktrack.kit.errors import UserError


def problems(text: str) -> list[str]:
    with pytest.raises(UserError) as told:
        archive.parse(text, "me.toml")
    return [str(problem) for problem in told.value.problems]


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.glob("*.toml"))])
def test_the_examples_are_read(name):
    assert archive.read(EXAMPLES / name).sentence


def test_nothing_at_all_is_a_journey():
    assert archive.parse("") == Journey() == archive.parse("# only a remark\n")


def test_one_sentence_is_enough():
    assert archive.parse('sentence = "I want more say."').sentence == "I want more say."


def test_a_record_without_an_id_is_called_after_its_words():
    journey = archive.parse(
        '[[goals]]\nwhat = "Lead the Nordic launch"\n[[goals]]\nwhat = "Lead the Nordic launch!"\n'
    )
    assert [goal.id for goal in journey.goals] == ["lead-the-nordic-launch", "lead-the-nordic-launch-2"]


def test_an_id_that_is_written_is_never_taken_by_another():
    journey = archive.parse(
        '[[goals]]\nwhat = "Lead"\n[[goals]]\nid = "lead"\nwhat = "x"\n[[goals]]\nwhat = "Lead"\n'
    )
    assert [goal.id for goal in journey.goals] == ["lead-2", "lead", "lead-3"]


def test_a_conversation_is_called_after_its_contact_so_that_a_better_aim_keeps_its_notes():
    text = '[[contacts]]\nname = "Ana"\n[[conversations]]\ncontact = "ana"\naim = "{}"\n'
    assert [archive.parse(text.format(aim)).conversations[0].id for aim in ("One", "Two")] == ["ana", "ana"]


def test_an_id_left_blank_is_made():
    assert archive.parse('[[goals]]\nid = ""\nwhat = "Lead"').goals[0].id == "lead"


def test_a_record_is_pointed_at_by_its_id_or_by_its_words():
    journey = archive.parse(
        '[[contacts]]\nid = "ana"\nname = "Ana Silva"\n[[contacts]]\nname = "田中"\n[[contacts]]\nname = "山田"\n'
        '[[lenses]]\ncontact = "ana"\n[[lenses]]\ncontact = "Ana Silva"\n[[lenses]]\ncontact = "山田"\n'
    )
    assert [lens.contact for lens in journey.lenses] == ["ana", "ana", "record-2"]
    assert journey.contacts[2].name == "山田"


def test_a_reference_left_blank_points_nowhere():
    assert archive.parse('[[statements]]\nkind = "role"\nquote = "x"\nowner = ""').statements[0].owner is None


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2027", "2027"), ('"2027"', "2027"), ('"2027-03"', "2027-03"), ("2027-03-14", "2027-03-14"), ('""', "")],
)
def test_a_date_is_as_exact_as_it_is_known(written, kept):
    assert archive.parse(f"[person]\nstarted = {written}").person.started == kept


def test_numbers_are_kept_to_the_last_digit():
    text = '[[accomplishments]]\ndid = "x"\n[[accomplishments.measures]]\nwhat = "y"\nchange = 0.10\nvalue = 3'
    (measure,) = archive.parse(text).accomplishments[0].measures
    assert (measure.change, measure.value) == (Decimal("0.10"), 3)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_byte_order_marks_and_any_line_ends_are_read(mark, end):
    text = f'{mark}sentence = "x"{end}[person]{end}name = "N"{end}'
    assert archive.parse(text).person.name == "N"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_say_what_they_are(tmp_path, encoding):
    path = tmp_path / "me.toml"
    path.write_bytes('sentence = "Zoë → 日本"\n'.encode(encoding))
    assert archive.read(path).sentence == "Zoë → 日本"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('[person]\nname = "Zoë"\n'.encode("latin-1"), ["line 2", 'name = "Zoë"', "UTF-8"]),
        ('name = "Zoë"'.encode("utf-16-le"), ["not a text file", "UTF-8"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ["not a text file"]),
    ],
)
def test_other_encodings_are_told_with_what_to_do(tmp_path, data, words):
    path = tmp_path / "me.toml"
    path.write_bytes(data)
    with pytest.raises(UserError) as told:
        archive.read(path)
    assert all(word in str(told.value) for word in words)


TOLD = [
    ("[person]\nrolle = 'x'", "me.toml, line 2, person, rolle: “rolle” is not", "Did you mean role?"),
    ("name = 'x'", "line 1, name:", "It belongs under [person]."),
    ("[manager]\nname = 'x'", "line 1, manager:", 'relation = "manager"'),
    ("[conversation]\naim = 'x'", "line 1, conversation:", "Did you mean conversations?"),
    ("[[goals]]\nwhat = 'x'\n[[goals]]\ntarget = '2027-03'", "line 3, goal 2, what: what is missing.", 'what = "…"'),
    ("[[goals]]\nwhat = ' '", "line 2, goal 1, what: what is empty.", 'what = "…"'),
    ("[[answers]]\ntext = 'x'", "line 1, answer 1, topic: topic is missing.", '"ambition", "motivator"'),
    ("[[goals]]\nwhat = 'x'\ntarget = '2027-13'", "“2027-13”, and there is no such month", '"2027-03"'),
    ("[person]\nstarted = '2027-02-30'", "“2027-02-30”, and there is no such day", '"2027-03-14"'),
    ("[person]\nstarted = '0000'", "“0000”, and there is no such year", '"2027"'),
    ("[person]\nstarted = 'May'", "“May”, and a date belongs here", '"2027"'),
    ("[person]\nstarted = true", "started is true or false, and a date", '"2027"'),
    ("[person]\nname = 3", "name is a number, and text belongs here.", 'in quotes: "3"'),
    ("[person]\nname = ['a']", "name is a list, and one piece of text", "quotes"),
    ("[person]\nladder = 'nonne'", "ladder is “nonne”", 'Did you mean "none"? It can be "defined", "partial"'),
    ("[person]\nladder = 3", "ladder is a number", '"unknown"'),
    ("[person]\ntimezone = 'Europe/Lundon'", "no time zone of that name", '"Europe/London"'),
    ("[person]\nstays_by_choice = 'perhaps'", "“perhaps”, and yes or no", "true or false, without quotes"),
    ("[person]\nwords_per_minute = 400", "is 400, and it lies between 60 and 240", ""),
    ("[[opportunity_facts]]\nclaim = 'x'\nyear = 99999", "is 99999, and it lies between 1900 and 2100", ""),
    ("[[conversations]]\nminutes = 30.5", "“30.5”, and a whole number", "Write minutes = 30"),
    ("[[conversations]]\nat = 2026-12-03T10:00:00+01:00", "how far the clock is from UTC", "the place in timezone"),
    ("[[conversations]]\nat = 'soon'", "“soon”, and a day with a time", "2026-12-03T10:00:00"),
    (
        "[[accomplishments]]\ndid = 'x'\nmeasures = [\n{ what = 'a' },\n{ what = 'b', change = '65 %' } ]",
        "line 5, accomplishment 1, measure 2, change: change is “65 %”",
        "Write change = 65, and what it counts in unit",
    ),
    ("[[accomplishments]]\ndid = 'x'\nkpis = [{name = 'a', target = nan}]", "“NaN”, and a plain number", "target ="),
    ("[[accomplishments]]\ndid = 'x'\nkpis = [{name = 'a', target = 1e99}]", "more digits than", "Round it"),
    (
        "[[accomplishments]]\ndid = 'x'\nskills = 'a'",
        "skills is text, and a list belongs here",
        'skills = ["…", "…"]',
    ),
    ("[[accomplishments]]\ndid = 'x'\nskills = ['a', 3]", "skills, part 2: A part of skills is a number", '"3"'),
    ("[goals]\nwhat = 'x'", "line 1, goals: goals is a list", "Head each of them [[goals]]."),
    ("goals = ['x']", "A part of goals is text", "Write them below [[goals]]"),
    ("[[person]]\nname = 'x'", "There is only one person.", "[person], in single brackets"),
    ("person = 'Nathan'", "person is text, and it has fields of its own", "[person]"),
    ("[[goals]]\nid = 'My Goal'\nwhat = 'x'", "lower-case letters, digits and hyphens", 'Write "my-goal"'),
    (
        "[[goals]]\nid = 'a'\nwhat = 'x'\n[[goals]]\nid = 'a'\nwhat = 'y'",
        "line 5, goal 2, id: The id “a” belongs to another goal.",
        "stands in line 2",
    ),
    (
        "[[statements]]\nid = 'growth'\nkind = 'role'\nquote = 'x'\n[[goals]]\nwhat = 'x'\nserves = [\n'growt']",
        "line 8, goal 1, serves, part 1: No statement is called “growt”",
        'Did you mean "growth"?',
    ),
    ("[[lenses]]\ncontact = 'ana'", "No contact is called “ana”", 'Add one: [[contacts]] with id = "ana"'),
    ("[[links]]\nrecord = 'goals/a'\nstatement = 'b'", "No goal is called “a”", "[[goals]]"),
    ("[[links]]\nrecord = 'a'\nstatement = 'b'", "is no record", '"goals/nordic"'),
    ("[[commitments]]\naction = 'x'\nowner = 'bob'", "No contact is called “bob”", ""),
    (f"sentence = '{'x' * 30_000}'", "sentence holds 30,000 characters, and a field holds at most 20,000", "beside"),
    ("[[goals]]\nwhat = 'x'\n" * 2_001, "There are 2,001 goals, and a journey holds at most 2,000", "Keep those"),
]


@pytest.mark.parametrize(("text", "what", "instead"), TOLD, ids=[case[1][:40] for case in TOLD])
def test_a_wrong_value_is_told_with_file_line_field_and_what_would_be_right(text, what, instead):
    told = problems(text)
    assert any(what in problem and instead in problem for problem in told), told
    assert all(problem.startswith("me.toml, line ") for problem in told)
    assert not any(word in " ".join(told) for word in ("Input should", "type=", "pydantic", "string_", "None"))


def test_several_are_told_at_once_in_the_order_of_the_file_with_the_line_shown():
    told = problems("[person]\nladder = 'x'\nsince = 3\n[[goals]]\nwat = 'x'")
    assert [problem.split(":")[0] for problem in told] == [
        "me.toml, line 2, person, ladder",
        "me.toml, line 3, person, since",
        "me.toml, line 4, goal 1, what",
        "me.toml, line 5, goal 1, wat",
    ]
    assert told[1].endswith("3 | since = 3")


def test_more_than_twenty_are_counted():
    with pytest.raises(UserError, match="holds 500 things to put right") as told:
        archive.parse("".join(f"k{n} = 1\n" for n in range(500)), "me.toml")
    assert len(told.value.problems) == 20


def test_every_field_that_points_at_records_is_known_as_one():
    """A field of type Id other than `id` names the kind that it points at, so that no reference goes unchecked."""

    def models(model: type[Value]) -> set[type[Value]]:
        return {model}.union(*(models(inner) for inner, _ in nests(model).values()))

    for model in models(Journey):
        pointing = {
            name
            for name, part in model.model_json_schema()["properties"].items()
            if name != "id" and "[a-z0-9-]{0,79}" in str({k: v for k, v in part.items() if k != "$ref"})
        }
        assert pointing == set(REFERENCES.get(model, {})), model.__name__
        assert all(kind in nests(Journey) for kind in REFERENCES.get(model, {}).values())


def test_the_values_that_were_read_are_found_by_their_nouns():
    raw = {"goals": [{"what": "x", "actions": [{"what": "y"}]}], "person": {"name": "N"}, "sentence": "s"}
    assert [(here.path, here.model.__name__) for here in found(raw)] == [
        ((), "Journey"),
        (("person",), "Person"),
        (("goals", 0), "Goal"),
        (("goals", 0, "actions", 0), "Action"),
    ]


def test_the_page_about_the_file_tells_the_truth():
    page = (EXAMPLES.parent / "docs" / "file.md").read_text("utf-8")
    one, small, schema, after = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert archive.parse(one).sentence
    assert archive.parse(schema) == Journey()
    around = '[[conversations]]\nid = "december"\n[[contacts]]\nid = "ana"\nname = "Ana"\n'
    assert archive.parse(around + after).commitments[0].owner == "ana"
    journey = archive.parse(small)
    assert journey.lenses[0].contact == journey.conversations[0].contact == "ana-silva"
    assert journey.goals[0].serves == journey.accomplishments[0].serves == ("fewer-visits",)
    wrong = (
        '\n\n[person]\nladder = "nonne"\n[[statements]]\nid = "growth"\nkind = "role"\n[[goals]]\nserves = ["growt"]'
    )
    for problem in problems(wrong):
        if "ladder" in problem or "growt" in problem:
            assert all(part in " ".join(page.split()) for part in problem.split("\n")[0].split(": ", 1))
