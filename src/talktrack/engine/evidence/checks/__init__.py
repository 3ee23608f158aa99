"""What is asked of an accomplishment before it is said aloud."""

from .a01_no_result_verb import A1
from .a02_no_evidence import A2
from .a03_percent_without_start import A3
from .a04_starts_with_duty import A4
from .a06_only_we import A6
from .a07_serves_nothing import A7
from .a08_kpi_half_told import A8
from .a10_disclaimer import A10
from .a11_unverified_number import A11
from .a12_hidden_doer import A12

__all__ = ["A1", "A2", "A3", "A4", "A6", "A7", "A8", "A10", "A11", "A12"]
