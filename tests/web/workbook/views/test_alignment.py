"""Alignment in the browser: proposals that quote both sides, the person's word on each, what is in it for them."""

from __future__ import annotations

from cast import browser, emily

from talktrack.engine.story import Goal, Link
from talktrack.web.workbook.actions import record
from talktrack.web.workbook.queries import closeness, records
from talktrack.web.workbook.queries.journey import journey

HOME = "/alignment/"
HTMX = {"hx-request": "true"}


def words(answer):
    return answer.content.decode()


def links(subject, state=""):
    return [k.value for k in records.listed(subject, Link, state=state, size=200).items]


def test_with_one_side_only_it_says_what_is_missing(client, nathan):
    assert "Nothing from their side yet" in words(client.get(HOME))
    record.create(subject=nathan, noun=Goal, fields={"what": "Run the launch"})
    assert "Paste one sentence" in words(client.get(HOME))


def test_the_page_does_not_wait_for_the_comparison(filled, client, monkeypatch):
    def never():
        raise AssertionError("the page waited")

    monkeypatch.setattr(closeness, "engine", never)
    answer = client.get(HOME)
    assert 'hx-trigger="load"' in words(answer)
    assert "Look for links" in words(answer)


def test_looking_keeps_proposals_that_quote_both_sides(filled, client):
    assert client.post(f"{HOME}look/")["Location"] == HOME
    page = client.get(HOME).context["page"]
    assert page.pairs
    assert not page.load
    for pair in page.pairs:
        assert any(run.kind == "mine" for run in pair.mine.words)
        assert any(run.kind == "theirs" for run in pair.theirs.words)
        assert "Closeness 0." in pair.why[0].text
        assert pair.theirs.source
    before = links(filled)
    client.post(f"{HOME}look/")
    assert links(filled) == before, "looking again brings nothing twice"
    part = client.post(f"{HOME}look/", headers=HTMX)
    assert words(part).startswith('<div class="stack" id="proposed"')


def test_a_changed_record_is_compared_again_and_what_no_longer_holds_goes(filled, client):
    client.post(f"{HOME}look/")
    gone = links(filled, "proposed")[0].record
    kind, name = gone.split("/")
    noun = {"goals": Goal}.get(kind)
    if noun is None:
        client.post(f"/{'evidence' if kind == 'accomplishments' else 'reflect'}/{name}/delete/")
    else:
        record.delete(subject=filled, noun=noun, name=name)
    assert client.get(HOME).context["page"].load
    client.post(f"{HOME}look/")
    assert not [k for k in links(filled, "proposed") if k.record == gone]


def test_confirm_dismiss_tension_and_undo(filled, client):
    client.post(f"{HOME}look/")
    first, second, third = client.get(HOME).context["page"].pairs[:3]
    answer = client.post(first.acts[0].url, headers=HTMX)
    assert "Confirmed." in words(answer)
    assert "Z to undo" in words(answer)
    assert 'id="rail"' in words(answer)
    dismissed = client.post(second.acts[2].url, follow=True)
    client.post(third.acts[3].url)
    states = [k.state for k in links(filled) if k.state != "proposed"]
    assert states.count("confirmed") == 2
    assert states.count("dismissed") == 1
    assert states.count("tension") == 2
    client.post(dismissed.context["undo"].undo)
    assert not links(filled, "dismissed")
    page = client.get(HOME).context["page"]
    assert [s.tension for s in page.settled].count(True) == 2
    client.post(page.settled[0].reopen.url)
    assert len(links(filled, "confirmed")) == 1


def test_what_was_dismissed_is_not_proposed_again(filled, client):
    client.post(f"{HOME}look/")
    pair = client.get(HOME).context["page"].pairs[0]
    client.post(pair.acts[2].url)
    name = links(filled, "dismissed")[0]
    client.post(f"{HOME}look/")
    assert links(filled, "dismissed") == [name]


def test_edit_puts_the_reason_in_ones_own_words_and_confirms(filled, client):
    client.post(f"{HOME}look/")
    url = client.get(HOME).context["page"].pairs[0].acts[1].url
    assert client.post(url, {"why": ""}).status_code == 422
    assert client.post(url, {"why": "Because I asked them"})["Location"] == HOME
    assert "Because I asked them" in [k.why for k in links(filled, "confirmed")]


def test_the_benefit_is_built_and_the_gap_is_asked_about(filled, client):
    page = client.get(f"{HOME}?goal=playbook").context["page"]
    assert page.benefit.missing == "change"
    assert "___" in [run.text for run in page.benefit.sentence]
    typed = {"skill": "Teaching at a distance", "change": "two people open a market alone", "result": ""}
    part = words(client.post(f"{HOME}benefit/playbook/draft/", typed, headers=HTMX))
    assert "two people open a market alone" in part
    assert "benefit-said" in part
    assert not records.one(filled, Goal, "playbook").value.benefit.change
    client.post(f"{HOME}benefit/playbook/", {**typed, "result": "it opens sooner"})
    assert records.one(filled, Goal, "playbook").value.benefit.result == "it opens sooner"
    too_long = client.post(f"{HOME}benefit/playbook/", {**typed, "result": "x" * 20_001})
    assert too_long.status_code == 422
    assert "too long" in words(too_long)


def test_the_words_of_both_sides_are_the_records_own(filled, client):
    client.post(f"{HOME}look/")
    whole = journey(filled)
    said = {s.id: s.quote for s in whole.statements}
    for link in links(filled, "proposed"):
        assert all(word in said[link.statement] for word in link.theirs)


def test_what_is_not_there(filled, client):
    assert client.post(f"{HOME}link/goals/none/growth/confirm/").status_code == 404
    assert client.post(f"{HOME}link/goals/denmark/keep-members/burn/").status_code == 404
    other = browser(emily())
    assert other.post(f"{HOME}link/goals/denmark/keep-members/confirm/").status_code == 404
    assert other.get(f"{HOME}link/goals/denmark/keep-members/edit/").status_code == 404
    assert other.post(f"{HOME}benefit/denmark/", {"skill": "x"}).status_code == 404
    assert other.post(f"{HOME}benefit/denmark/draft/", {"skill": "x"}).status_code == 404
