"""What `talktrack new` asks: in rounds of at most five, the first of which is enough for a first agenda."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["words", "date", "month", "ladder", "yes or no"]


class Question(NamedTuple):
    """One question, and where its answer goes."""

    heading: str
    """"goals.benefit"; "" for the top of the file."""
    key: str
    text: str
    """{manager} stands for the manager's name, or for "your manager"."""
    example: str = ""
    form: Form = "words"
    also: tuple[tuple[str, str], ...] = ()
    """Fields that follow from there being an answer, as TOML."""
    after: tuple[str, str] | None = None
    """The answer without which this is not asked."""


class Round(NamedTuple):
    """At most five questions."""

    about: str
    """What they are about, as in "Five more, about you and your work?"."""
    questions: tuple[Question, ...]


ROUNDS = (
    Round(
        "the conversation",
        (
            Question(
                "",
                "sentence",
                "What should come of the conversation, in one sentence?",
                "I would like to look after one of our regions by the end of next year.",
            ),
            Question(
                "contacts",
                "name",
                "Who will you have it with? A name is enough.",
                also=(("relation", '"manager"'),),
            ),
            Question(
                "accomplishments",
                "did",
                "What have you done lately that you are glad of? Begin with the verb.",
                "Wrote repair guides that customers can follow themselves",
            ),
            Question(
                "accomplishments",
                "result",
                "What changed because of it? A number helps, if you know one.",
                "Call-outs fell by 30 %.",
                after=("accomplishments", "did"),
            ),
            Question(
                "goals",
                "what",
                "What would you like to learn, try or take on within a year? Begin with the verb.",
                "Plan the repairs of the northern region",
                also=(("horizon", '"near"'),),
            ),
        ),
    ),
    Round(
        "you and your work",
        (
            Question("person", "name", "What is your name?"),
            Question("person", "role", "What is your work, as you would call it?", "support engineer"),
            Question("person", "organisation", "Where do you work?"),
            Question("person", "started", "Since when?", "2023-04, or just 2023", "date"),
            Question(
                "person", "ladder", "Is there a career ladder for your work? Yes, partly or no.", form="ladder"
            ),
        ),
    ),
    Round(
        "what your organisation wants, and {manager}’s side",
        (
            Question(
                "statements",
                "quote",
                "What does your organisation say that it wants to reach, in its own words?",
                "By 2028 half of all faults are mended without a visit.",
                also=(("kind", '"strategy"'),),
            ),
            Question(
                "statements", "source", "Where does it say so?", "Letter to all staff", after=("statements", "quote")
            ),
            Question(
                "lenses.facts",
                "text",
                "What have you heard {manager} say that matters most at present?",
                "Travel costs come first this year.",
                also=(("about", '"priority"'),),
            ),
            Question(
                "lenses.guesses",
                "text",
                "What might worry {manager} about your wish? It is kept as a guess.",
                "Losing me on the phone.",
            ),
            Question(
                "lenses.objections",
                "says",
                "What might {manager} say against it?",
                "Who takes your calls then?",
            ),
        ),
    ),
    Round(
        "your plan",
        (
            Question(
                "goals", "target", "By which month would you like to be there?", "2027-09", "month",
                after=("goals", "what"),
            ),
            Question(
                "goals", "why", "Why does it matter to you? This stays private.", after=("goals", "what"),
            ),
            Question(
                "goals.benefit", "result", "What does your organisation gain from it?",
                "so that the north needs a fifth fewer visits", after=("goals", "what"),
            ),
            Question(
                "goals.actions", "what", "What is the first step that you can take yourself?",
                "Plan the first quarter of 2027 together with Ana", also=(("kind", '"experience"'),),
                after=("goals", "what"),
            ),
            Question(
                "conversations.asks", "what", "What will you ask {manager} for? As you would say it.",
                "Could you let me plan the north from January?",
            ),
        ),
    ),
    Round(
        "what lies further out",
        (
            Question("vision", "three_years", "Where would you like to be in three years? No title needed."),
            Question("vision", "five_years", "And in five? As vague as you like."),
            Question(
                "answers", "text", "When did you last lose track of time at work? This stays private.",
                also=(("topic", '"energy"'), ("prompt", '"When did you last lose track of time at work?"')),
            ),
            Question(
                "person", "stays_by_choice", "Would you prefer to stay where you work? Yes or no.", form="yes or no"
            ),
            Question("conversations.setting", "place", "Where could you two talk undisturbed?"),
        ),
    ),
)  # fmt: skip
