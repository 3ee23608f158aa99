"""S8: what the first view of a page weighs, where its requests go, and what Lighthouse says of it.

The workbook runs as a person runs it, on the filled example, and a real Chromium looks at it. Lighthouse is brought
by npm for this measurement only, into a folder that goes with it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from bench import Figure

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import CHROMIUM, FLAGS
from served import Served, serve

PAGES = ("/today/", "/evidence/", "/prepare/")
MOST = 80 * 1024
_WEIGHT, _SCORES = "≤ 80 KB compressed, 0 requests elsewhere", "100 in every category"


def measure() -> list[Figure]:
    """Today, evidence and the next conversation of the example, each in a browser that holds nothing yet."""
    if not CHROMIUM:
        return [Figure("S8", "first view", "not measured: there is no Chromium", _WEIGHT)]
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "home", "--example", "nathan") as served:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            served.enter(browser).close()  # lets the next windows in; they hold nothing else yet
            found = [_weight(served, browser, page) for page in PAGES]
            browser.close()
        # Lighthouse is sent straight to where a page leads: what it is let in by does not survive a redirect.
        return [row for row, _ in found] + _lighthouse(served, Path(folder), [place for _, place in found])


def _weight(served: Served, browser: Browser, path: str) -> tuple[Figure, str]:
    """The row, and the address at which the page was found."""
    window = served.enter(browser)
    page = window.new_page()
    wire = window.new_cdp_session(page)
    wire.send("Network.enable")
    sizes: list[float] = []
    asked: list[str] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    page.goto(path, wait_until="networkidle")
    place = page.url
    window.close()
    ours = urlsplit(served.origin).netloc
    elsewhere = {urlsplit(url).netloc for url in asked if not url.startswith("data:")} - {ours}
    figure = f"{sum(sizes) / 1024:.0f} KB in {len(sizes)} requests, {len(elsewhere)} elsewhere"
    met = sum(sizes) <= MOST and not elsewhere
    return Figure("S8", f"first view of {path}", figure, _WEIGHT, met=met), place


def _lighthouse(served: Served, folder: Path, places: list[str]) -> list[Figure]:
    command = _brought(folder)
    if command is None:
        return [Figure("S8", "Lighthouse", "not measured: npm could not bring it", _SCORES)]
    cookie = "; ".join(f"{c['name']}={c['value']}" for c in served.cookies)
    headers = folder / "headers.json"
    headers.write_text(json.dumps({"Cookie": cookie}), encoding="utf-8")
    return [_scores(command, place, page, headers) for place, page in zip(places, PAGES, strict=True)]


def _brought(folder: Path) -> list[str] | None:
    """The command, brought into the folder, or None."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    quiet = ["--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    done = subprocess.run([npm, "install", *quiet, "lighthouse"], capture_output=True, check=False)
    found = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    return ["node", str(found)] if done.returncode == 0 and found.exists() else None


def _scores(command: list[str], url: str, page: str, headers: Path) -> Figure:
    report = headers.with_name("report.json")
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    chosen = ["--quiet", "--output=json", f"--output-path={report}", f"--extra-headers={headers}", flags]
    environment = os.environ | {"CHROME_PATH": str(CHROMIUM)}
    done = subprocess.run(
        [*command, url, *chosen, "--preset=desktop"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Figure("S8", f"Lighthouse on {page}", f"not measured: {done.stderr.strip()[-80:]}", _SCORES)
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {c["title"].lower(): round(100 * (c["score"] or 0)) for c in found["categories"].values()}
    lost = [
        audit["id"]
        for c in found["categories"].values()
        for ref in c["auditRefs"]
        if ref["weight"] and (audit := found["audits"][ref["id"]])["score"] not in (None, 1)
    ]
    figure = ", ".join(f"{name} {score}" for name, score in scores.items())
    return Figure(
        "S8", f"Lighthouse on {page}", figure, _SCORES, ", ".join(lost), met=all(s == 100 for s in scores.values())
    )
