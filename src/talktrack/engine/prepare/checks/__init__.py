"""What is asked of the opening, the asks, the questions and the whole preparation."""

from .k01_no_request import K1
from .k02_who_what_when import K2
from .k04_ultimatum import K4
from .k05_without_criterion import K5
from .k06_private_need import K6
from .k08_sensitive_terms import K8
from .o01_no_purpose import O1
from .o03_needless_apology import O3
from .o04_many_hedges import O4
from .o05_tag_question import O5
from .q01_closed import Q1
from .q02_several_at_once import Q2
from .q03_leading import Q3
from .q04_any_feedback import Q4
from .q05_gap_without_example import Q5
from .q06_trait import Q6
from .w01_too_much_talk import W1
from .w02_too_long import W2
from .w03_setting import W3
from .w04_only_guesses import W4

__all__ = [
    "K1", "K2", "K4", "K5", "K6", "K8", "O1", "O3", "O4", "O5", "Q1", "Q2", "Q3", "Q4", "Q5", "Q6",
    "W1", "W2", "W3", "W4",
]  # fmt: skip
