"""What `show` shows: the matrix of each talks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.cli.emitting import Content
from negmatrix.cli.filtering import Narrowed, narrow_loaded
from negmatrix.cli.loading import Loaded
from negmatrix.cli.wishes import Filter
from negmatrix.document import Document
from negmatrix.finding.rounds import find_round
from negmatrix.model.standing import all_standing, standing_in


class Shown(NamedTuple):
    """The matrix of a talks, with what it was measured from."""

    loaded: Loaded
    narrowed: Narrowed
    result: MatrixResult
    named_round: bool

    def every_round(self) -> Iterator[MatrixResult]:
        """The matrix of each round or, where a round was asked for, of that one."""
        if self.named_round:
            yield self.result
            return
        for standing in all_standing(self.narrowed.talks):
            yield measure_matrix(self.narrowed.talks, standing, self.narrowed.whole)


def measure_shown(loaded: Loaded, wanted: Filter, round_: str | None) -> Shown:
    """The matrix of one talks in the round that is asked for."""
    narrowed = narrow_loaded(loaded, wanted)
    named = round_ or narrowed.round
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, named).id)
    return Shown(loaded, narrowed, measure_matrix(narrowed.talks, standing, narrowed.whole), bool(named))


def present_matrices(shown: Sequence[Shown], wanted: Filter, style: tuple[str, str, bool, bool]) -> Content:
    """The matrices, ready to be written in a style: what cells show, the order, whether transposed, whether sourced."""
    results = [one.result for one in shown]

    def show() -> list[Document]:
        from negmatrix.views.matrix import MatrixStyle, show_matrix

        return [show_matrix(result, MatrixStyle(*style)) for result in results]

    return Content(
        command="show",
        title=results[0].talks.title if len(results) == 1 else "Talks",
        record=wanted.record() | {"results": results},
        show=show,
        read=[path for one in shown for path in one.loaded.found.paths],
        tidy=lambda: [result for one in shown for result in one.every_round()],
    )
