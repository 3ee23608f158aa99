"""What is asked of the reason why others should want it too."""

from .g15_no_need_served import G15
from .l01_only_for_me import L1
from .l02_no_mechanism import L2

__all__ = ["G15", "L1", "L2"]
