"""The workbook's typefaces: cut from the wheels to what a page shows, and renamed.

`python -m design.fonts` writes `static/talktrack/fonts/*.woff2`, `design/css/00-fonts.css` and the licence text.
Source Sans and Source Serif are under the SIL Open Font License with the reserved name "Source", so a cut of
them has to carry a name of its own. The output is committed: setting up needs neither fonttools nor brotli.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FONTS = HERE.parent / "src/talktrack/web/workbook/static/talktrack/fonts"

FAMILIES = {"sans": ("font_source_sans_pro", "SourceSansPro"), "serif": ("font_source_serif_pro", "SourceSerifPro")}
FACES = {"400": ("Regular", 400, "normal"), "400i": ("It", 400, "italic"), "600": ("Semibold", 600, "normal")}

BASIC = "20-7E A0 A3 A9 AB B0 B1 B7 BB D7 E9 2009-2014 2018-201A 201C-201E 2022 2026 202F 20AC 2190-2193 2212"
"""What a page in English shows: one small file a face, the only one that most people load."""
RANGES = {
    "basic": BASIC,
    "latin": "A1-FF 131 152-153 160-161 178 17D-17E 2C6 2DA 2DC 2015 2020-2021 2030 2032-2033 2039-203A 2044 2122",
    "extended": "100-2FF 300-304 306-308 30A-30C 323 1E00-1EFF 2000-206F 20A0-20CF 2100-214F 2194-2199 2200-22FF",
    "greek": "370-3FF 1F00-1FFF",
    "cyrillic": "400-52F",
}
"""Code points by file. A browser fetches a file only when the page has a character of it."""
PRELOADED = (("serif", "600"), ("sans", "400"))
"""Fetched before the style sheet asks, so they are there for the first paint or stay out of it (`optional`). The
others may still come in after it (`fallback`), until when a preloaded face stands in for them (`STAND_INS`)."""
STAND_INS = {"sans-400": "103%", "serif-600": "98.7%"}
"""The preloaded face of each family, and the size at which its lines are as long as those of the family's other
weight: semibold over regular 121.3 to 117.8, regular over semibold 126.8 to 128.4 on the same text. Nothing moves
when the face that was meant comes in."""
FEATURES = ["kern", "liga", "lnum", "tnum", "ccmp", "locl", "mark", "mkmk"]


def code_points(ranges: str) -> set[int]:
    """The numbers in a text such as "20-7E A0"."""
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def ranges(points: Iterable[int]) -> str:
    """The numbers as a CSS `unicode-range`."""
    runs: list[list[int]] = []
    for point in sorted(points):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def source(package: str) -> Path:
    """The folder of a font wheel."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: run make setup")
    return Path(spec.origin).parent / "files"


def cut(path: Path, points: set[int], family: str) -> tuple[TTFont, set[int]]:
    """The font with only those characters under another family name, and the characters it has."""
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=FEATURES, name_IDs=[0, 13, 14], notdef_outline=True
    )
    font = subset.load_font(str(path), options)
    font.recalcTimestamp = False
    held = points & set(font.getBestCmap())
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=held)
    cutter.subset(font)
    style = "Italic" if font["post"].italicAngle else "Regular"
    for name_id, text in (
        (1, family),
        (2, style),
        (3, f"{family} {style}"),
        (4, family),
        (6, family.replace(" ", "")),
    ):
        font["name"].setName(text, name_id, 3, 1, 0x409)
    return font, held


def main() -> None:
    """Write every file and the style sheet that names them."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for old in FONTS.glob("*.woff2"):
        old.unlink()
    rules = ["/* Written by `python -m design.fonts`. */"]
    for family, (package, stem) in FAMILIES.items():
        files = source(package)
        shutil.copyfile(files / "LICENSE.txt", FONTS / f"LICENSE-{family}.txt")
        for face, (suffix, weight, style) in FACES.items():
            taken: set[int] = set()
            for name, text in RANGES.items():
                wanted = code_points(text) - taken
                taken |= wanted
                font, held = cut(files / f"{stem}-{suffix}.ttf", wanted, f"Talktrack {family.title()}")
                if len(held) < 20:
                    continue  # the italics hold no Greek or Cyrillic; the browser slants the upright
                out = f"{family}-{face}-{name}.woff2"
                display = "optional" if (family, face) in PRELOADED and name == "basic" else "fallback"
                font.flavor = "woff2"
                font.save(FONTS / out)
                rules.append(
                    f'@font-face{{font-family:"Talktrack {family.title()}";src:url(fonts/{out}) format("woff2");'
                    f"font-weight:{weight};font-style:{style};font-display:{display};unicode-range:{ranges(wanted)}}}"
                )
    for face, size in STAND_INS.items():
        family = face.partition("-")[0].title()
        rules.append(
            f'@font-face{{font-family:"Talktrack {family} Stand-in";'
            f'src:url(fonts/{face}-basic.woff2) format("woff2");'
            f"font-weight:400;size-adjust:{size};font-display:optional}}"
        )
    (HERE / "css/00-fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
