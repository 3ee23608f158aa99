"""The engine's side of `similarity_speed`, as `serve` in `_peer_onnx`:  python _serve_closeness.py THREADS"""

from __future__ import annotations

import sys
import time

from talktrack.kit.similarity import offline


def serve(threads: int) -> None:
    """Load; then for each line of texts (separated by tabs) embed them, and print seconds and the first vector."""
    engine = offline(threads=threads)
    print("ready", flush=True)
    for line in sys.stdin:
        texts = line.rstrip("\n").split("\t")
        begun = time.perf_counter()
        vectors = engine.embed(texts)
        print(time.perf_counter() - begun, *vectors[0][:4], flush=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
