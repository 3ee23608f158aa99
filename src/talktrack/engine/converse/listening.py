"""What the person counted while listening, told back in plain sentences (R43). Counts are told, never rated."""

from __future__ import annotations

from talktrack.engine.story import Listening

_TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def review(counted: Listening) -> tuple[str, ...]:
    """A few sentences on how the listening went, as far as it was counted; one where nothing was."""
    told = []
    if counted.paraphrased:
        told.append(f"You said back what you had heard {_times(counted.paraphrased)}.")
    if counted.clarified:
        told.append(f"You asked what was meant {_times(counted.clarified)}.")
    if counted.interrupted:
        told.append(f"You cut in {_times(counted.interrupted)}; you noticed it yourself.")
    if counted.defended:
        told.append(f"You explained yourself before the other had finished {_times(counted.defended)}.")
    if not told:
        return ("Nothing was counted. That is not the same as nothing heard.",)
    if (counted.interrupted or counted.defended) and not (counted.paraphrased or counted.clarified):
        told.append("Next time, try one sentence back first: “So what you mean is …”.")
    elif not (counted.paraphrased and counted.clarified):
        missing = "what an example of it would be" if counted.paraphrased else "whether you have understood it"
        told.append(f"What you may try next time: ask {missing}.")
    return tuple(told)


def _times(number: int) -> str:
    return _TIMES.get(number, f"{number} times")
