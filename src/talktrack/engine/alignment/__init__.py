"""What the person wants and can, beside what the organisation says it needs."""

from .benefit import BusinessCase, business_case
from .contribution import Contribution, contributions, of_record, towards
from .coverage import Covered, coverage, not_noted
from .fit import Fit, fit
from .ledger import Standing, ledger
from .projects import Project, projects
from .propose import propose
from .settled import linked, settled
from .sight import Sight, line_of_sight
from .themes import Theme, themes

__all__ = [
    "BusinessCase",
    "Contribution",
    "Covered",
    "Fit",
    "Project",
    "Sight",
    "Standing",
    "Theme",
    "business_case",
    "contributions",
    "coverage",
    "fit",
    "ledger",
    "line_of_sight",
    "linked",
    "not_noted",
    "of_record",
    "projects",
    "propose",
    "settled",
    "themes",
    "towards",
]
