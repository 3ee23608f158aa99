"""`talktrack schema`: the JSON Schema of the file, for editors."""

from __future__ import annotations

import argparse

HELP = "print the JSON Schema of the file, so that an editor can complete and check it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""
    parser.epilog = "Keep it beside your file: talktrack schema > talktrack.schema.json"


def run(arguments: argparse.Namespace) -> int:
    """Print the schema on standard output."""
    import json

    from talktrack.engine import archive

    print(json.dumps(archive.schema(), indent=2, ensure_ascii=False))
    return 0
