"""S1: setting a one-page brief as a process, beside the same brief through WeasyPrint as a process.

WeasyPrint lives in an environment of its own that only this benchmark makes, in a folder that goes when it ends.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench import Figure
from bench.process import PYTHON, ROOT, timed
from talktrack.engine import archive
from talktrack.engine.prepare.basis import gather
from talktrack.engine.prepare.brief import brief
from talktrack.kit.documents import Document
from talktrack.kit.render import html

OURS = """
import pickle, sys
from pathlib import Path
from talktrack.kit.render import pdf
Path(sys.argv[2]).write_bytes(pdf.render(pickle.loads(Path(sys.argv[1]).read_bytes())).content)
"""
NAME, TARGET = "one-page brief to PDF, as a process", "≥ 3 × faster"


def measure() -> list[Figure]:
    """One row: wall seconds of both, medians over seven runs in turn."""
    document = _brief()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "brief.pickle").write_bytes(pickle.dumps(document))
        (folder / "brief.html").write_bytes(html.render(document))
        ours = [PYTHON, "-c", OURS, str(folder / "brief.pickle"), str(folder / "ours.pdf")]
        peer = _weasyprint(folder)
        theirs = [[*peer, str(folder / "brief.html"), str(folder / "theirs.pdf")]] if peer else []
        times = timed(ours, *theirs)
    shown = [f"{one.wall:.2f} s" for one in times]
    if not peer:
        return [Figure("S1", NAME, shown[0], TARGET, "WeasyPrint could not be installed")]
    ratio = times[1].wall / times[0].wall
    return [Figure("S1", NAME, shown[0], TARGET, f"WeasyPrint {shown[1]}", f"{ratio:.1f}", ratio >= 3)]


def _brief() -> Document:
    example = archive.read(ROOT / "examples" / "nathan.toml")
    return brief(gather(example, today=date(2026, 11, 22))).document


def _weasyprint(folder: Path) -> list[str]:
    """The command, with tagged PDF/UA as ours has; empty where it cannot be installed or lacks a library."""
    python = str(folder / "venv" / "bin" / "python")
    try:
        for command in (
            [sys.executable, "-m", "venv", str(folder / "venv")],
            [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "weasyprint"],
            [python, "-m", "weasyprint", "--info"],
        ):
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [python, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
