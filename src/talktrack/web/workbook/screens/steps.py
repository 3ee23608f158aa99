"""The words of each next step: what to do, small enough to begin now, and why. By the names of the readiness list."""

from __future__ import annotations

STEPS: dict[str, tuple[str, str]] = {
    "aim": ("Say what you want to leave the room with", "One sentence. It is the line you open with."),
    "result": (
        "Write down one thing that got better because of you",
        "From what, to what, over which months. A rough line will do; it becomes the heart of what you say.",
    ),
    "goal": (
        "Name one thing you would like to do or learn within a year",
        "A small one is fine. It gives your manager something to say yes to.",
    ),
    "need": (
        "Find one sentence in which your organisation says what it needs",
        "A line of an all-hands mail is enough. A goal that serves it is easier to agree to.",
    ),
    "ask": (
        "Put in words what you will ask for, and by when",
        "“Could you … by …?” is all it takes. Nobody can say yes to a wish that is not asked.",
    ),
    "manager": ("Say who you will talk to", "A name is enough; the request is then written to them."),
    "time": ("Agree a day and a time", "With a week of notice nobody is taken by surprise."),
    "room": ("Choose a room with a door", "In a canteen or an open office nobody can speak freely."),
    "examples": (
        "Add things you did, until there are three to choose from",
        "What did people thank you for? The strongest lead what you say.",
    ),
    "proof": (
        "Note where the proof lies for what you lead with",
        "A link, or the name of a report. You may never need it, and you speak more calmly with it.",
    ),
    "horizons": (
        "Add a line for each stretch: this year, the years after, far out",
        "Far out may stay vague. It tells your manager what the near goal is for.",
    ),
    "chain": ("Link a near goal to your far one", "Then the far one has a first step."),
    "side": (
        "Note one thing that your manager has said or done about this",
        "Until then the other side is guesswork.",
    ),
    "bridge": (
        "Think of one thing that may be said against it, and of your answer",
        "What you have thought through once does not stop you.",
    ),
    "benefit": (
        "Say what the organisation gains from one goal",
        "The skill, what changes with it, and what comes of that.",
    ),
    "notes": (
        "Write down what was said, while you still hear it",
        "Half sentences are enough. What each of you promised is read out of them, and you give your word on each.",
    ),
    "recap": (
        "Send the recap of your talk",
        "Within a day it is a courtesy; after a week it is a memory. It is drafted from your notes.",
    ),
    "promises": (
        "See what both of you promised",
        "A friendly question on the right day keeps more promises than a good memory. When you like, the next talk "
        "begins from what is open.",
    ),
}
