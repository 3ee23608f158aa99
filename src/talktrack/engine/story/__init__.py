"""Every noun of one person's journey, as a frozen value."""

from .accomplishment import Accomplishment, Kind, Kpi, Measure, Number
from .commitment import Change, CheckIn, Commitment
from .contact import Contact, Interview
from .conversation import Ask, Conversation, Listening, Question, Setting, Stretch
from .decision import Decision, mark
from .framework import Competency, Framework
from .goal import Action, Benefit, Goal, Horizon, Obstacle
from .hours import USUAL, WorkingHours, working_hours
from .index import contacts_by_id, links_of, statements_by_id
from .journey import Journey, contact, manager, upcoming, walk, without
from .lens import About, Lens, LensFact, LensGuess, Objection
from .link import Link
from .note import Note, Span
from .outcome import Advice, Agreement, Feedback, OpenQuestion, Reaction
from .path import Direction, Path
from .pay import Pay
from .person import Ladder, OrganisationType, Person
from .reflection import Answer, Topic, Vision
from .review import Line, Reading, Review, Standing
from .share import SHARED, shareable
from .skill import Learning, Skill, Want
from .snapshot import PlanChange, Snapshot
from .statement import OpportunityFact, Statement
from .value import Id, Month, Records, Value, WallTime, When, Words, Zone, earliest

__all__ = [
    "SHARED",
    "USUAL",
    "About",
    "Accomplishment",
    "Action",
    "Advice",
    "Agreement",
    "Answer",
    "Ask",
    "Benefit",
    "Change",
    "CheckIn",
    "Commitment",
    "Competency",
    "Contact",
    "Conversation",
    "Decision",
    "Direction",
    "Feedback",
    "Framework",
    "Goal",
    "Horizon",
    "Id",
    "Interview",
    "Journey",
    "Kind",
    "Kpi",
    "Ladder",
    "Learning",
    "Lens",
    "LensFact",
    "LensGuess",
    "Line",
    "Link",
    "Listening",
    "Measure",
    "Month",
    "Note",
    "Number",
    "Objection",
    "Obstacle",
    "OpenQuestion",
    "OpportunityFact",
    "OrganisationType",
    "Path",
    "Pay",
    "Person",
    "PlanChange",
    "Question",
    "Reaction",
    "Reading",
    "Records",
    "Review",
    "Setting",
    "Skill",
    "Snapshot",
    "Span",
    "Standing",
    "Statement",
    "Stretch",
    "Topic",
    "Value",
    "Vision",
    "WallTime",
    "Want",
    "When",
    "Words",
    "WorkingHours",
    "Zone",
    "contact",
    "contacts_by_id",
    "earliest",
    "links_of",
    "manager",
    "mark",
    "shareable",
    "statements_by_id",
    "upcoming",
    "walk",
    "without",
    "working_hours",
]
