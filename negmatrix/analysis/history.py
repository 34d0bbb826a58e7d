"""All rounds of a talks side by side."""

from collections.abc import Mapping, Sequence

from negmatrix.analysis.alignment import Alignment, measure_alignment
from negmatrix.analysis.history_records import History, IssueLine, PairLine, RoundEvent, RoundLine
from negmatrix.analysis.outcome import measure_outcome
from negmatrix.analysis.outcome_totals import total_outcome
from negmatrix.analysis.pairing import pair_up
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.analysis.tally import tally
from negmatrix.analysis.totals import add_up
from negmatrix.analysis.travel import measure_travel
from negmatrix.model.counting import measured_parties
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing, all_standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


def measure_history(talks: Talks, until: str | None = None) -> History:
    """The rounds of a talks, all or up to one, by its id."""
    standing = _take(talks, until)
    pairing = pair_up(talks)
    measured: dict[str, list[Alignment]] = {
        issue.id: [measure_alignment(issue, moment, pairing, talks.thresholds) for moment in standing]
        for issue in talks.issues.values()
    }
    travel, stability = measure_travel(talks, standing)
    outcome = measure_outcome(talks, standing)
    return History(
        talks=talks.title,
        rounds=tuple(_line_up(talks, moment, measured) for moment in standing),
        issues=tuple(_follow(issue, standing, measured[issue.id]) for issue in talks.issues.values()),
        pairs=tuple(map(PairLine, zip(*(measure_pairs(talks, moment) for moment in standing), strict=True))),
        parties=travel,
        stability=stability,
        outcome=outcome,
        outcome_totals=total_outcome(outcome, measured_parties(talks)),
    )


def _take(talks: Talks, until: str | None) -> list[Standing]:
    standing = list(all_standing(talks))
    ends = [moment.turn for moment in standing if until in (None, moment.round.id)]
    return standing[: ends[-1] + 1]


def _line_up(talks: Talks, moment: Standing, measured: Mapping[str, Sequence[Alignment]]) -> RoundLine:
    total = add_up((issue.weight, measured[issue.id][moment.turn]) for issue in talks.issues.values())
    told = tally(talks, moment, pair_up(talks))
    round_ = moment.round
    return RoundLine(
        id=round_.id,
        title=round_.title,
        date=round_.date,
        alignment=total.alignment,
        n=total.n,
        of=total.of,
        counts=total.counts,
        stated=told.stated,
        cells=told.cells,
        completeness=told.completeness,
        events=tuple(RoundEvent(event.date, event.what) for event in round_.events),
    )


def _follow(issue: Issue, standing: Sequence[Standing], measured: Sequence[Alignment]) -> IssueLine:
    verdicts = tuple(one.verdict for one in measured)
    return IssueLine(
        id=issue.id,
        title=issue.title,
        topic=issue.topic,
        alignment=tuple(one.alignment for one in measured),
        n=tuple(one.n for one in measured),
        verdict=verdicts,
        settled_in=_find_last_run(standing, verdicts, Word.SETTLED),
        parked_in=_find_last_run(standing, verdicts, Word.PARKED),
    )


def _find_last_run(standing: Sequence[Standing], verdicts: Sequence[Word], word: Word) -> str | None:
    """The round from which on all verdicts are this word."""
    found = None
    for moment, verdict in zip(reversed(standing), reversed(verdicts), strict=True):
        if verdict is not word:
            break
        found = moment.round.id
    return found
