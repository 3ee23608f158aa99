"""S1: the main job as a process, beside a bare script that does only what cannot be done without."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from bench import Figure
from bench.process import PYTHON, ROOT, timed

BARE = """
import json, sys
import docx, icalendar, pydantic, tomllib
from talktrack.kit.similarity import offline
import typst
engine = offline()
engine.embed(["one text", "another text"])
from talktrack.kit.render import pdf
import pickle
for document in pickle.load(open(sys.argv[1], "rb")):
    pdf.render(document)
"""
"""Imports the same libraries, loads the closeness model, compiles two PDFs of that size."""


def measure() -> list[Figure]:
    """Ratio of processor seconds and of wall seconds, and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "papers.pickle"
        papers.write_bytes(_papers())
        example = str(ROOT / "examples" / "nathan.toml")
        own = [
            str(Path(PYTHON).parent / "talktrack"),
            "prepare",
            example,
            "-o",
            f"{folder}/pack",
            "--today",
            "2026-11-22",
        ]
        mine, bare = timed(own, [PYTHON, "-c", BARE, str(papers)])
    ratio = mine.cpu / bare.cpu
    return [
        Figure(
            "S1",
            "prepare examples/nathan.toml, CPU",
            f"{mine.cpu:.2f} s (wall {mine.wall:.2f} s)",
            "≤ 1.3 × bare script",
            f"{bare.cpu:.2f} s (wall {bare.wall:.2f} s)",
            f"{ratio:.2f}",
            ratio <= 1.3,
        ),
        Figure(
            "S1",
            "prepare examples/nathan.toml, peak memory",
            f"{mine.memory:.0f} MB",
            "≤ 260 MB",
            f"{bare.memory:.0f} MB",
            f"{mine.memory / bare.memory:.2f}",
            mine.memory <= 260,
        ),
    ]


def _papers() -> bytes:
    """The brief and the plan of the example, as documents."""
    import pickle

    from talktrack.engine import archive
    from talktrack.engine.prepare.basis import gather
    from talktrack.engine.prepare.brief import brief
    from talktrack.engine.prepare.plan import plan

    basis = gather(archive.read(ROOT / "examples" / "nathan.toml"), today=date(2026, 11, 22))
    return pickle.dumps((brief(basis).document, plan(basis)))
