"""What is asked of feedback as noted, of next steps, and of the recap before it leaves."""

from .f01_trait_without_act import F1
from .f02_no_event import F2
from .f03_no_impact import F3
from .f04_vague_advice import F4
from .f05_motive_as_fact import F5
from .f06_rebuttal import F6
from .m01_parts_missing import M1
from .m03_private_leaks import M3
from .m04_agreed_by_silence import M4
from .m05_no_correction_invited import M5
from .n01_no_single_owner import N1
from .n02_no_date import N2
from .n03_no_done_test import N3
from .n04_no_check_in import N4

__all__ = ["F1", "F2", "F3", "F4", "F5", "F6", "M1", "M3", "M4", "M5", "N1", "N2", "N3", "N4"]
