"""What is asked of a goal, and of all goals together. None of it is a gate."""

from .g01_vague_verb import G1
from .g02_no_date import G2
from .g03_do_my_best import G3
from .g04_outcome_before_learning import G4
from .g05_bare_title import G5
from .g06_far_without_near import G6
from .g07_one_horizon import G7
from .g08_in_others_hands import G8
from .g09_no_when_and_where import G9
from .g10_no_obstacle import G10
from .g11_no_progress_measure import G11
from .g12_too_many_near import G12
from .g14_no_interest import G14

__all__ = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11", "G12", "G14"]
