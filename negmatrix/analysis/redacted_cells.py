"""Positions and verdicts made public."""

from collections.abc import Callable, Collection, Iterable

from negmatrix.model.positions import STATED, Claim, Position
from negmatrix.model.verdicts import Verdict
from negmatrix.source import Text

Cited = Callable[[Iterable[Text]], tuple[Text, ...]]


def redact_position(position: Position, issues: Collection[str], cited: Cited) -> Position | None:
    """What is public of a cell: of successive positions the last public one; None when there is none."""
    written = (*position.earlier, position)
    found = [_redact(one, issues, cited) for one in written if not one.internal]
    public = [one for one in found if one is not None]
    return public[-1]._replace(earlier=tuple(public[:-1])) if public else None


def _redact(position: Position, issues: Collection[str], cited: Cited) -> Position | None:
    told = _redact_claims(position, cited)
    if told is None:
        return None
    depends_on = told.depends_on
    public = told._replace(
        accepts=None,
        rejects=None,
        fixed=None,
        red_line=None,
        salience=None,
        interest=None,
        confidence=None,
        note=None,
        depends_on=None if depends_on is None else tuple(issue for issue in depends_on if issue in issues),
        sources=cited(told.sources),
        ended=told.ended & {"stance", "depends_on"},
        earlier=(),
    )
    return public if _says_anything(public) else None


def _says_anything(position: Position) -> bool:
    """Whether something is left of a cell; one that gave what is not public only was never written, as far as that goes."""
    stands = position.depends_on is not None or position.ended
    return position.state is not STATED or position.stated or bool(position.claims or stands)


def _redact_claims(position: Position, cited: Cited) -> Position | None:
    """Rival accounts that are public: one that is left alone is told as any position, and nothing disputes it."""
    if not position.claims:
        return position
    claims = [_redact_claim(claim, cited) for claim in position.claims if not claim.internal]
    if not claims:
        return None
    first = claims[0]
    told = position._replace(stance=first.stance, says=first.says)
    if len(claims) > 1:
        return told._replace(claims=tuple(claims))
    return told._replace(
        claims=(), disputed=False, sources=first.sources or told.sources, date=first.date or told.date, by=first.by
    )


def _redact_claim(claim: Claim, cited: Cited) -> Claim:
    return claim._replace(sources=cited(claim.sources), confidence=None, note=None)


def redact_verdicts(verdicts: Iterable[Verdict], parties: Collection[str], cited: Cited) -> tuple[Verdict, ...]:
    """The public verdicts, each between its public parties; one that binds fewer than two of these is out."""
    public = (_redact_verdict(verdict, parties, cited) for verdict in verdicts if not verdict.internal)
    return tuple(verdict for verdict in public if verdict is not None)


def _redact_verdict(verdict: Verdict, parties: Collection[str], cited: Cited) -> Verdict | None:
    between = tuple(party for party in verdict.between if party in parties)
    if verdict.between and len(between) < 2:
        return None
    return verdict._replace(
        between=between,
        over=tuple(party for party in verdict.over if party in parties),
        sources=cited(verdict.sources),
        confidence=None,
        note=None,
    )
