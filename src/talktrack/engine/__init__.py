"""The corridor: the stages of one person's journey, in the order in which they are walked."""

STAGES = (
    "reflect",
    "evidence",
    "organisation",
    "paths",
    "goals",
    "alignment",
    "prepare",
    "rehearse",
    "converse",
    "recap",
    "follow_through",
)
"""The words for the stages, in order. URLs, templates, actions, commands and docs use the same ones."""
