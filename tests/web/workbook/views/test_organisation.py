"""Organisation in the browser: read, keep, still true, what to ask, what serves it."""

from __future__ import annotations

from cast import browser, emily
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from talktrack.engine.story import Goal, Statement
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import records

HOME = "/organisation/"


def words(answer):
    return answer.content.decode()


def statements(subject):
    return [kept.value for kept in records.listed(subject, Statement).items]


def test_nothing_yet_teaches_how_little_is_enough(client):
    assert "One sentence is enough" in words(client.get(HOME))


def test_one_pasted_sentence_is_kept_once_the_person_says_so(nathan, client):
    answer = client.post(
        HOME, {"quote": "We want to open Denmark.", "source": "All-hands mail", "date": "May 2026"}, follow=True
    )
    proposal = answer.context["page"].proposals[0]
    assert statements(nathan) == [], "nothing is kept yet"
    done = client.post(proposal.acts[0].url, {"kind": "growth"}, follow=True)
    kept = statements(nathan)[0]
    assert (kept.kind, kept.quote, kept.source, kept.date) == (
        "growth",
        "We want to open Denmark.",
        "All-hands mail",
        "2026-05",
    )
    assert done.context["page"].proposals == ()
    client.post(done.context["undo"].undo)
    assert statements(nathan) == []


def test_a_text_file_is_read_passage_by_passage(nathan, client):
    text = (
        "# Strategy\n\nMembers first: they decide what we make next. "
        "We want to expand into a new market by the end of 2027.\n\n"
        "- Half of the shops do not ask for a second evening.\n"
    )
    upload = SimpleUploadedFile("strategy.md", text.encode())
    page = client.post(HOME, {"file": upload}, follow=True).context["page"]
    assert [p.said.words[0].text for p in page.proposals] == [
        "Members first: they decide what we make next.",
        "We want to expand into a new market by the end of 2027.",
        "Half of the shops do not ask for a second evening.",
    ]
    assert [next(k for k, _, on in p.kinds if on) for p in page.proposals] == ["value", "growth", "problem"]
    assert page.proposals[0].said.source == "strategy.md"
    answer = client.post(page.proposals[1].acts[1].url, headers={"hx-request": "true"})
    assert "Left out" in words(answer)
    assert 'id="rail"' in words(answer)
    assert len(client.get(HOME).context["page"].proposals) == 2
    assert client.post(page.proposals[1].acts[1].url).status_code == 404, "it is gone"


def test_what_cannot_be_read_is_told_beside_the_field(client):
    for data, told in (
        ({}, "Paste a sentence, or choose a file"),
        ({"quote": "x", "date": "some day"}, "Write a date as"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7\xff\xfe")}, "no plain text"),
        ({"quote": " . . \n"}, "no sentence"),
    ):
        answer = client.post(HOME, data)
        assert answer.status_code == 422, data
        assert told in words(answer), data


def test_source_age_what_serves_it_and_what_to_ask(filled, client):
    page = client.get(HOME).context["page"]
    rows = {s.id: s for kind in page.kinds for s in kind.statements}
    assert "Larkmoor" in page.head.title
    assert "Still true?" in rows["s-marketplace"].said.old
    assert not rows["s-growth"].said.old
    assert "Run the member community for the Danish launch" in rows["s-nordic-launch"].meets
    assert rows["s-nordic-launch"].known.startswith("Led by Ingrid Solberg")
    assert rows["s-nordic-launch"].asks == ()
    assert len(rows["s-marketplace"].asks) == 4, "owner, skills, window and who sees it are unknown (R28)"
    assert len(page.facts) == 1
    assert "without a source" in page.loose


def test_a_project_becomes_a_goal(filled, client):
    answer = client.post(f"{HOME}nordic-launch/goal/")
    made = records.one(filled, Goal, answer["Location"].strip("/").split("/")[1]).value
    assert made.serves == ("nordic-launch",)
    assert "February to November 2027" in made.what
    assert client.post(f"{HOME}marketplace/goal/").status_code == 404, "too much is unknown about it"


def test_edit_delete_and_history(filled, client):
    form = client.get(f"{HOME}growth/").context["form"]
    data = {f: form[f].value() for f in form.fields if form[f].value() not in (None, False)}
    assert client.post(f"{HOME}growth/", {**data, "quote": ""}).status_code == 422
    client.post(f"{HOME}growth/", {**data, "quote": "We go abroad."})
    assert records.one(filled, Statement, "growth").value.quote == "We go abroad."
    assert "Changed: quote" in words(client.get(f"{HOME}growth/history/"))
    client.post(f"{HOME}growth/history/1/")
    assert "a fifth of our income" in records.one(filled, Statement, "growth").value.quote
    undo = client.post(f"{HOME}growth/delete/", follow=True).context["undo"].undo
    assert client.get(f"{HOME}growth/").status_code == 404
    client.post(undo)
    assert client.get(f"{HOME}growth/").status_code == 200


def test_the_list_reads_a_constant_number_of_rows(filled, client):
    client.get(HOME)
    with CaptureQueriesContext(connection) as few:
        client.get(HOME)
    for n in range(20):
        record.create(subject=filled, noun=Statement, fields={"quote": f"We say thing {n}", "kind": "strategy"})
    client.get(HOME)
    with CaptureQueriesContext(connection) as many:
        client.get(HOME)
    assert len(many) == len(few)


def test_anothers_is_not_there(filled):
    other = browser(emily())
    assert other.get(f"{HOME}growth/").status_code == 404
    assert other.post(f"{HOME}growth/goal/").status_code == 404
    assert other.post(f"{HOME}read/0/keep/").status_code == 404
