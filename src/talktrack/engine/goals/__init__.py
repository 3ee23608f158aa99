"""Goals: horizons, chains and the grid."""

from .chains import chains, supports, unsupported
from .horizons import ASPECTS, COVER, HORIZONS, Cell, by_horizon, grid, horizon, months_until

__all__ = [
    "ASPECTS", "COVER", "HORIZONS", "Cell", "by_horizon", "chains", "grid", "horizon", "months_until", "supports",
    "unsupported",
]  # fmt: skip
