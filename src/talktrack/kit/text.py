"""Words: normalised once at the border, then trusted; read once, then shared by all who look at them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, tab and newline excepted
    "\ud800-\udfff"  # lone surrogates: no database takes them
    "\u2028\u2029\ufeff\ufffe\uffff\ufff9-\ufffb"  # separators and marks that break lines and files
    "\u202a-\u202e\u2066-\u2069]"  # direction overrides: they can make a text read other than it is stored
)


def clean(text: str) -> str:
    """The text as the product keeps it: NFC, line ends as \\n, no control characters, no blank edges.

    Cleaning twice gives what cleaning once gave.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text)).strip()


def slug(text: str, longest: int = 40) -> str:
    """A readable id made of the text's first words: "Engagement up 65 %" gives "engagement-up-65"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}" if made else word[:longest]
    return made or "record"


_TOKEN = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?|\d+(?:[.,]\d+)?[^\W_]*|[^\W_]+(?:'[^\W_]+)?"  # dates, numbers, words
    r"|[?%,;:]|[.!…](?=[\s\"')\]*_]|\Z)"
)
_LINK = re.compile(r"https?://[^\s)>\]]+")
_ENDS = frozenset(".!?…")
_ABBREVIATED = frozenset({"g", "e", "i", "mr", "mrs", "ms", "dr", "vs", "etc", "no", "approx", "incl", "st", "jr"})
LONGEST_SENTENCE = 200
"""Words after which a sentence is cut: what looks at the rest of a sentence then stays linear in the text."""


def lowered(text: str) -> str:
    """The text in lower case, straight apostrophes and quotes, of exactly the same length; links blanked out."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals grow when lowered; those keep their form
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = low.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    if "://" in low:
        low = _LINK.sub(lambda link: " " * len(link.group()), low)
    return low


class Prose:
    """A text read once: its tokens, where they stand, its sentences. Time and memory are linear in the text.

    `words` are the lower-cased words, and the marks `? % , ; : . !` as tokens of their own (a full stop only where
    it can end a sentence). Indexes of `words` are what the methods take and give; `span` turns them into characters.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._low = lowered(text)
        self.words: list[str] = _TOKEN.findall(self._low)

    @cached_property
    def have(self) -> frozenset[str]:
        """Every different token."""
        return frozenset(self.words)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self._low)]

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Start and end in characters of the tokens from `first` up to, not including, `after`."""
        return (self._spans[first][0], self._spans[after - 1][1]) if first < after else (0, 0)

    def written(self, first: int, after: int) -> str:
        """Those tokens as the person wrote them, with what stands between."""
        start, end = self.span(first, after)
        return self.text[start:end]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences as ranges of token indexes, end mark included."""
        found = []
        first = 0
        words = self.words
        for i, word in enumerate(words):
            ends = word in _ENDS and not (word == "." and i > first and words[i - 1] in _ABBREVIATED)
            if ends or i - first >= LONGEST_SENTENCE:
                found.append(range(first, i + 1))
                first = i + 1
        if first < len(words):
            found.append(range(first, len(words)))
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence(self, at: int) -> range:
        """The sentence that holds that token."""
        return self.sentences[bisect_right(self._starts, at) - 1]

    def tokens(self, part: range) -> list[str]:
        """The tokens of one sentence."""
        return self.words[part.start : part.stop]


_LONG_FORMS = {
    "i'm": "i am", "i'd": "i would", "i'll": "i will", "i've": "i have", "it's": "it is", "you're": "you are",
    "you'd": "you would", "you'll": "you will", "we're": "we are", "we've": "we have", "we'll": "we will",
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "wasn't": "was not",
    "won't": "will not", "can't": "can not", "couldn't": "could not", "wouldn't": "would not", "let's": "let us",
}  # fmt: skip


class Phrases:
    """A set of phrases to look for. In one phrase `a|b` means either word and `*` means any one word.

    A short form stands for its long form too: "i'm sorry" also finds "I am sorry".
    """

    def __init__(self, *phrases: str) -> None:
        after: dict[str, list[tuple[str, ...]]] = {}
        triggers = set()
        for phrase in phrases:
            for words in product(*(part.split("|") for part in phrase.split())):
                long = tuple(" ".join(_LONG_FORMS.get(word, word) for word in words).split())
                for form in {words, long}:
                    after.setdefault(form[0], []).append(form)
                    triggers.add(max(form, key=lambda word: (word != "*", len(word))))
        self._after = {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in after.items()}
        self.triggers = frozenset(triggers)
        """One word of each phrase: a text without any of these holds none of the phrases."""

    def spans(self, words: Sequence[str], start: int = 0) -> Iterator[tuple[int, int]]:
        """First token and token after, of each place where a phrase stands; the longest phrase at each place."""
        after = self._after
        for i, word in enumerate(words):
            if word in after:
                for phrase in after[word]:
                    if all(p in ("*", w) for p, w in zip(phrase, words[i : i + len(phrase)], strict=False)) and (
                        i + len(phrase) <= len(words)
                    ):
                        yield start + i, start + i + len(phrase)
                        break

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether any of the phrases stands there."""
        return next(self.spans(words), None) is not None


def shortened(text: str, longest: int = 60) -> str:
    """The beginning of a text on one line, cut at a word, without its end mark; for quoting it back."""
    flat = " ".join(text.split()).rstrip(".!?…:;, ")
    if len(flat) <= longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(".!?…:;, ") + " …"


def quoted(text: str) -> str:
    """The text as a string of one line, in the form that TOML and JSON share."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + re.sub("[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", plain) + '"'
