"""M7: the passive detector on UD English EWT, dev part. Gold: words with a child aux:pass or nsubj:pass."""

from __future__ import annotations

from collections.abc import Iterator

from bench import Figure, absent, data
from talktrack.kit.passive import matches

_TARGET = "F1 > .84"
Sentence = tuple[list[str], set[int]]
"""Words in lower case, and the places of the verbs that are passive."""
Pair = tuple[set[int], set[int]]
"""What was found and what is right."""


def measure() -> list[Figure]:
    """Per verb and per sentence. A detector is right about a verb if it marks that very word."""
    try:
        sentences = list(_sentences())
    except OSError:
        return [absent("M7", "passive voice, UD-EWT dev", _TARGET)]
    found = [(matches(words), gold) for words, gold in sentences]
    verbs = [({m.verb for m in passives}, gold) for passives, gold in found]
    deeds = [({m.verb for m in passives if not m.placed}, gold) for passives, gold in found]
    whole: list[Pair] = [({0} if marked else set(), {0} if gold else set()) for marked, gold in verbs]
    return [
        _figure("passive voice, UD-EWT dev, per verb", verbs),
        _figure("passive voice, UD-EWT dev, per sentence", whole),
        _figure("the same per verb, standing arrangements left out as in A12", deeds, target=False),
    ]


def _sentences() -> Iterator[Sentence]:
    text = (data() / "passive" / "ud_ewt_dev.conllu").read_text("utf-8")
    for block in text.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[0].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]  # no ranges of words, no words left out
        gold = {int(row[6]) - 1 for row in rows if row[7] in {"aux:pass", "nsubj:pass"}}
        yield [row[1].lower().replace("’", "'") for row in rows], gold


def _figure(name: str, pairs: list[Pair], *, target: bool = True) -> Figure:
    hits = sum(len(found & gold) for found, gold in pairs)
    precision, recall = hits / sum(len(f) for f, _ in pairs), hits / sum(len(g) for _, g in pairs)
    f1 = 2 * precision * recall / (precision + recall)
    figure = f"F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
    return Figure("M7", name, figure, _TARGET if target else "", met=f1 > 0.84 if target else None)
