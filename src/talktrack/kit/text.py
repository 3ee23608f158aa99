"""Words: normalised once at the border, then trusted; read once, then shared by all who look at them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from itertools import product
from typing import Any, TypeVar

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


T = TypeVar("T")

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


_SHORT = 400
"""Tokens below which looking for a word is faster than keeping where all of them stand."""


class Prose:
    """A text read once: its tokens, where they stand, its sentences. Time and memory are linear in the text.

    `words` are the lower-cased words, and the marks `? % , ; : . !` as tokens of their own (a full stop only where
    it can end a sentence). Indexes of `words` are what the methods take and give; `span` turns them into characters.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._low = lowered(text)
        self.words: list[str] = _TOKEN.findall(self._low)
        self._begins: list[int] = []
        self._found: dict[Phrases, list[tuple[int, int]]] = {}
        self._answers: dict[object, Any] = {}

    @cached_property
    def have(self) -> frozenset[str]:
        """Every different token."""
        return frozenset(self.words)

    def _start(self, at: int) -> int:
        """Where a token begins. Found from left to right, as far as somebody asks, and kept."""
        starts, words, low = self._begins, self.words, self._low
        end = starts[-1] + len(words[len(starts) - 1]) if starts else 0
        for i in range(len(starts), at + 1):
            begin = low.find(words[i], end)
            starts.append(begin)
            end = begin + len(words[i])
        return starts[at]

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Start and end in characters of the tokens from `first` up to, not including, `after`."""
        return (self._start(first), self._start(after - 1) + len(self.words[after - 1])) if first < after else (0, 0)

    def written(self, first: int, after: int) -> str:
        """Those tokens as the person wrote them, with what stands between."""
        start, end = self.span(first, after)
        return self.text[start:end]

    def named(self, at: int) -> bool:
        """Whether the token is written as a name: with a capital, and not at the beginning of a sentence."""
        return self.text[self._start(at)].isupper() and self.sentence(at).start < at

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences as ranges of token indexes, end mark included."""
        words, found, first = self.words, list[range](), 0
        if not words:
            return ()
        ends = [i for i, word in enumerate(words) if word in _ENDS]
        for end in (*ends, len(words) - 1):
            if words[end] == "." and end > first and words[end - 1] in _ABBREVIATED and end + 1 < len(words):
                continue
            while end - first >= LONGEST_SENTENCE:
                found.append(range(first, first + LONGEST_SENTENCE))
                first += LONGEST_SENTENCE
            if first <= end:
                found.append(range(first, end + 1))
                first = end + 1
        return tuple(found)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            places.setdefault(word, []).append(i)
        return places

    def places(self, word: str) -> list[int]:
        """Where that token stands; for a short text it is looked for, for a long one the places are kept."""
        words, count = self.words, self.words.count(word) if len(self.words) < _SHORT else -1
        if count < 0:
            return self._places.get(word, [])
        found, at = [], -1
        for _ in range(count):
            at = words.index(word, at + 1)
            found.append(at)
        return found

    def find(self, phrases: Phrases) -> list[tuple[int, int]]:
        """First token and token after, of each place where one of the phrases stands; looked up once and kept."""
        if (found := self._found.get(phrases)) is None:
            found = phrases.spans(self)
            self._found[phrases] = found
        return found

    def holds(self, phrases: Phrases, part: range | None = None) -> bool:
        """Whether one of the phrases stands in the text, or in that part of it."""
        found = self.find(phrases)
        if part is None or not found:
            return bool(found)
        at = bisect_left(found, (part.start, 0))
        return at < len(found) and found[at][1] <= part.stop

    def once(self, ask: Callable[..., T], *beside: Hashable) -> T:
        """The answer of `ask(self, *beside)`, asked once and kept for all rules."""
        key = (ask, *beside)
        if key not in self._answers:
            self._answers[key] = ask(self, *beside)
        answer: T = self._answers[key]
        return answer

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The different tokens that begin with a digit."""
        return tuple(word for word in self.have if word[0].isdigit())

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence(self, at: int) -> range:
        """The sentence that holds that token."""
        return self.sentences[bisect_right(self._starts, at) - 1]

    def tokens(self, part: range) -> list[str]:
        """The tokens of one sentence."""
        return self.words[part.start : part.stop]


_COMMON = frozenset(
    {
        "a", "about", "all", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could",
        "did", "do", "does", "for", "from", "get", "got", "had", "has", "have", "he", "her", "him", "his",
        "how", "i", "if", "in", "is", "it", "it's", "its", "just", "like", "may", "me", "more", "my", "no",
        "not", "of", "on", "one", "or", "our", "out", "she", "so", "some", "that", "the", "their", "them",
        "then", "there", "they", "this", "time", "to", "up", "us", "was", "we", "were", "what", "when", "which",
        "who", "will", "with", "would", "you", "your", "i'm", "i'd", "i'll", "i've", "don't", "?", ",", ".",
        ":",
    }
)  # fmt: skip
"""Words that stand in nearly every text: the last ones to look a phrase up by."""
_LONG_FORMS = {
    "i'm": "i am", "i'd": "i would", "i'll": "i will", "i've": "i have", "it's": "it is", "you're": "you are",
    "you'd": "you would", "you'll": "you will", "we're": "we are", "we've": "we have", "we'll": "we will",
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "wasn't": "was not",
    "won't": "will not", "can't": "can not", "couldn't": "could not", "wouldn't": "would not", "let's": "let us",
}  # fmt: skip


class Phrases:
    """A set of phrases to look for. In one phrase `a|b` means either word and `*` means any one word.

    A short form stands for its long form too: "i'm sorry" also finds "I am sorry". Each phrase is looked up by the
    rarest of its words, so a text without that word costs nothing.
    """

    def __init__(self, *phrases: str) -> None:
        self._by_anchor: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            for words in product(*(part.split("|") for part in phrase.split())):
                long = tuple(" ".join(_LONG_FORMS.get(word, word) for word in words).split())
                for form in {words, long}:
                    at = max(range(len(form)), key=lambda i: (form[i] != "*", form[i] not in _COMMON, len(form[i])))
                    self._by_anchor.setdefault(form[at], []).append((at, form))
                    self._by_first.setdefault(form[0], []).append(form)
        self.triggers = frozenset(self._by_anchor)
        """One word of each phrase: a text without any of these holds none of the phrases."""

    def spans(self, prose: Prose) -> list[tuple[int, int]]:
        """First token and token after, of each place where a phrase stands; the longest phrase at each place."""
        found: dict[int, int] = {}
        words = prose.words
        for anchor in self.triggers & prose.have:
            places = prose.places(anchor)
            for at, phrase in self._by_anchor[anchor]:
                for place in places:
                    first = place - at
                    if first >= 0 and _stands(phrase, words[first : first + len(phrase)]):
                        found[first] = max(found.get(first, 0), first + len(phrase))
        return sorted(found.items())

    def length_at(self, words: Sequence[str], first: int) -> int:
        """How many tokens the longest phrase has that begins exactly there; 0 where none does."""
        phrases = self._by_first.get(words[first], ()) if first < len(words) else ()
        return max((len(p) for p in phrases if _stands(p, words[first : first + len(p)])), default=0)


def _stands(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    if "*" not in phrase:
        return phrase == tuple(words)
    return len(phrase) == len(words) and all(p in ("*", w) for p, w in zip(phrase, words, strict=True))


def shortened(text: str, longest: int = 60) -> str:
    """The beginning of a text on one line, cut at a word, without its end mark; for quoting it back."""
    flat = " ".join(text[: 4 * longest].split()).rstrip(".!?…:;, ")
    if len(flat) <= longest and len(text) <= 4 * longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(".!?…:;, ") + " …"


def quoted(text: str) -> str:
    """The text as a string of one line, in the form that TOML and JSON share."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + re.sub("[\x00-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", plain) + '"'
