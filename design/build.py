"""One style sheet from its sections: `python -m design.build` writes `static/talktrack/talktrack.css`.

Joining and dropping comments and indentation is all there is: what is served reads like what was written.
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
SERVED = HERE.parent / "src/talktrack/web/workbook/static/talktrack/talktrack.css"


def joined() -> str:
    """The sections of `design/css` in the order of their names, without comments and indentation."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((HERE / "css").glob("*.css")))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


if __name__ == "__main__":
    SERVED.write_text(joined(), encoding="utf-8")
