"""Texts that differ only in who is spoken of, or in how English is spoken, get the same findings."""

from datetime import date

import pytest

from talktrack.engine.coach import ALL_RULES, KINDS, check_text

TODAY = date(2026, 11, 2)
NAMES = (
    "Emily", "Nathan", "Lakisha", "Jamal", "Wei", "Mei Ling", "Nguyễn Thị Hoa", "Oluwaseun", "Chukwuemeka",
    "Fatima",
    "Mohammed", "Krzysztof", "Łucja", "José María", "Siobhán", "Björk", "O'Brien", "Priya", "Ngozi", "Dmitri",
    "Aylin",
    "Yael", "Tāne", "Xochitl", "Ahmed", "Drew Reed", "Will", "Grace", "Mark",
)  # fmt: skip
PLACES = ("Berlin", "Lagos", "Mumbai", "Warsaw", "Detroit", "Belfast", "Ankara", "Manila", "Karachi", "Oslo")
PRONOUNS = (("he", "him", "his"), ("she", "her", "her"), ("they", "them", "their"))

ABOUT_SOMEONE = (
    ("accomplishment", "Trained {name}, who now runs the night shift alone."),
    ("accomplishment", "Helped {name} with the move to the new system."),
    ("accomplishment", "We cut the queue from 40 to 12 cases together with {name}."),
    ("accomplishment", "Improved the reports for {name} and the office in {place}."),
    ("accomplishment", "I was responsible for the handover to {name} in {place}."),
    ("accomplishment", "Raised sales in {place} by 30 %."),
    ("goal", "Run the launch in {place} with {name} by May 2027."),
    ("goal", "Be promoted when {name} leaves for {place}."),
    ("goal", "Learn from {name} how to plan a budget by June 2027."),
    ("goal", "Try my best to support {name} in {place}."),
    ("ask", "Could you introduce me to {name} in {place} by 14 March?"),
    ("ask", "Could {name} show me the plan for {place}?"),
    ("ask", "I deserve what {name} has."),
    ("ask", "Put me on the team of {name} or I'll leave."),
    ("opening", "Thank you for the time. {name} told me about {place}, and I'd like to talk about my next step."),
    ("opening", "Sorry to bother you. {name} is well, isn't it?"),
    ("question", "What did {name} do differently in {place}?"),
    ("question", "Do you think that {name} would teach me?"),
    ("question", "Does {name} see me as a leader?"),
    ("feedback", "{name} said that you need more presence."),
    ("feedback", "In the March review {name} had to ask twice, so the board lost an hour."),
    ("feedback", "{name} doesn't want me to succeed in {place}."),
    ("next-step", "{name} sends me the list by 14 March."),
    ("next-step", "{name} will book the room in {place} soon."),
    ("next-step", "{name} to look into the budget by Friday."),
    ("next-step", "{name} and I prepare the list by 3 May."),
    ("recap", "Thank you. You agreed that {name} leads in {place}."),
    (
        "recap",
        "Thank you. As I understood it, {name} decides. I'll write to {place} by Friday. We check in on 3 May.",
    ),
)
WITH_PRONOUNS = (
    ("feedback", "{He} said that {his} team waits for my report."),
    ("feedback", "{He} doesn't trust me, and I told {him} so."),
    ("feedback", "{He} feels threatened by the launch."),
    ("next-step", "{He} will send me {his} plan by 14 March."),
    ("ask", "{He} got the senior title. Could you tell me why by May?"),
    ("ask", "Could you ask {him} about {his} budget by Friday?"),
    ("accomplishment", "I trained {him} for {his} first audit; {he} passed."),
    ("question", "How did {he} learn to lead?"),
    ("recap", "Thank you. {He} agreed, as I understood it, to send {his} plan by Friday."),
    ("opening", "I'd like to talk about {his} health."),
    ("question", "What will {he} do after {his} surgery?"),
)
SPEECH = (
    ("accomplishment", ("I cut the queue from 40 to 12 cases.", "I done cut the queue from 40 to 12 cases.")),
    ("accomplishment", ("We were three and ran the shop.", "We was three and ran the shop.")),
    ("accomplishment", ("I organised the fair for 300 people.", "I organized the fair for 300 people.")),
    (
        "accomplishment",
        ("I reduced the waiting time from 5 to 3 days.", "I reduce the waiting time from 5 to 3 day."),
    ),
    ("accomplishment", ("Improved the programme in our centre.", "Improved the program in our center.")),
    ("goal", ("Get better at negotiating by May 2027.", "Get more better at negotiating by May 2027.")),
    ("goal", ("Run the fair by May 2027.", "Run fair by May 2027.")),
    ("ask", ("I would like you to decide by Friday.", "I'd like you to decide by Friday.")),
    ("ask", ("Can you all put me on the list by Friday?", "Can y'all put me on the list by Friday?")),
    ("ask", ("Could you please inform me by Friday?", "Could you please do the needful by Friday?")),
    ("opening", ("It went well, isn't it?", "It went well, innit?")),
    ("opening", ("I am sorry to bother you.", "I'm sorry to bother you.")),
    ("opening", ("I'd like to discuss my next step.", "I'd like to discuss about my next step.")),
    ("question", ("What should I learn next?", "What I should learn next?")),
    ("question", ("Do you think that I am ready?", "Do you think I'm ready?")),
    ("feedback", ("You don't ever ask anybody.", "You don't never ask nobody.")),
    ("feedback", ("You were late in March, so we lost a day.", "You was late in March, so we lost a day.")),
    ("next-step", ("I will send the plan by Friday.", "I'm gonna send the plan by Friday.")),
    ("next-step", ("She sends the plan by Friday.", "She send the plan by Friday.")),
    ("recap", ("Thank you for today.", "Thanks a million for today.")),
)


def told(kind, text, *variable):
    """What the rules say about the text, with the variable words taken out."""

    def plain(words):
        for word in sorted(variable, key=len, reverse=True):
            words = words.replace(word, "·").replace(word.capitalize(), "·")
        return words

    return [
        (f.rule, plain(f.message), plain(text[slice(*f.span)]))
        for f in check_text(text, kind, today=TODAY, rules=ALL_RULES)
    ]


@pytest.mark.parametrize(("kind", "frame"), ABOUT_SOMEONE)
def test_names_and_places_change_nothing(kind, frame):
    seen = {
        (name, place): told(kind, frame.format(name=name, place=place), name, place)
        for name in NAMES
        for place in PLACES[:: 1 if name == NAMES[0] else 5]
    }
    first = seen[NAMES[0], PLACES[0]]
    assert {key: value for key, value in seen.items() if value != first} == {}


@pytest.mark.parametrize(("kind", "frame"), WITH_PRONOUNS)
def test_pronouns_change_nothing(kind, frame):
    seen = []
    for he, him, his in PRONOUNS:
        text = frame.format(he=he, him=him, his=his, He=he.capitalize())
        seen.append([(rule, message) for rule, message, _ in told(kind, text)])
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize(("kind", "pair"), SPEECH)
def test_dialect_and_learner_english_change_nothing(kind, pair):
    standard, other = ([rule for rule, _, _ in told(kind, text)] for text in pair)
    assert standard == other


def test_the_corpus_reaches_every_kind_and_makes_rules_speak():
    frames = [*ABOUT_SOMEONE, *WITH_PRONOUNS]
    assert {kind for kind, _ in frames} == set(KINDS)
    fired = {
        finding.rule
        for kind, frame in ABOUT_SOMEONE
        for finding in check_text(frame.format(name="Emily", place="Oslo"), kind, today=TODAY, rules=ALL_RULES)
    }
    assert len(fired) > 20
