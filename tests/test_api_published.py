"""Published numbers, computed from a text through the public face only. Each names its source."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import pytest

import negmatrix as nm

CARS = {  # B. Bueno de Mesquita, car emissions in the EEC: power, year, salience
    "Netherlands": ("0.08", 4, 80),
    "Belgium": ("0.08", 7, 40),
    "Luxembourg": ("0.03", 4, 20),
    "Germany": ("0.16", 4, 80),
    "France": ("0.16", 10, 60),
    "Italy": ("0.16", 10, 60),
    "UK": ("0.16", 10, 90),
    "Ireland": ("0.05", 7, 10),
    "Denmark": ("0.05", 4, 100),
    "Greece": ("0.08", 7, 70),
}


def poll(levels: int, counts: Iterable[int]) -> nm.Talks:
    """Talks on one issue of plain levels, with so many parties on each."""
    places = [place for place, count in enumerate(counts, 1) for _ in range(count)]
    parties = ", ".join(f"p{number}" for number in range(len(places)))
    cells = ", ".join(f"p{number}: l{place}" for number, place in enumerate(places))
    scale = ", ".join(f"l{place}" for place in range(1, levels + 1))
    return nm.read(
        f"talks: Poll\nparties: [{parties}]\nissues: {{x: {{levels: [{scale}]}}}}\npositions: {{x: {{{cells}}}}}"
    )


@pytest.mark.parametrize(
    ("left", "right", "agreement", "n"),
    [
        ({0: -2, 1: 1, 2: 2}, {0: 1, 1: 1}, Fraction(5, 8), 2),
        ({0: 1, 1: -1}, {0: -2, 1: 2}, Fraction(1, 4), 2),
        ({0: 1}, {1: 1}, None, 0),
    ],
)
def test_pairs_skip_what_is_missing(
    left: Mapping[int, int], right: Mapping[int, int], agreement: Fraction | None, n: int
) -> None:
    """The test cases of NRK's valgomat, scale -2 to 2."""
    issues = ", ".join(f"q{number}: {{range: [-2, 2]}}" for number in range(3))
    cells = ", ".join(
        f"q{number}: {{{', '.join(f'{party}: {told[number]}' for party, told in sides.items() if number in told)}}}"
        for sides in [{"a": left, "b": right}]
        for number in range(3)
        if number in left or number in right
    )
    talks = nm.read(f"talks: Valgomat\nparties: [a, b]\nissues: {{{issues}}}\npositions: {{{cells}}}")
    (pair,) = nm.pairs(talks).result.pairs
    assert (pair.agreement, pair.n) == (agreement, n)
    told = nm.pairs(talks).to_dict()["pairs"][0]
    assert (told["agreement"], told["n"]) == (agreement if agreement is None else float(agreement), n)


def test_centre_of_car_emissions() -> None:
    """Weighted mean 7.389955686853767, weighted median 7."""
    parties = ", ".join(f"{name}: {{power: {power}}}" for name, (power, _, _) in CARS.items())
    cells = ", ".join(f"{name}: {{stance: {year}, salience: {felt}}}" for name, (_, year, felt) in CARS.items())
    talks = nm.read(
        f"talks: Cars\nparties: {{{parties}}}\nissues: {{years: {{range: [4, 10]}}}}\npositions: {{years: {{{cells}}}}}"
    )
    view = nm.issue(talks, "years")
    centre = view.result.numbers.centre
    assert isinstance(centre.mean, Fraction)
    assert float(centre.mean) == pytest.approx(7.389955686853767, abs=1e-15)
    assert (centre.median, centre.n) == (Fraction(7), 10)
    assert view.to_dict()["centre"]["mean"] == pytest.approx(7.389955686853767, abs=1e-12)


def test_van_der_eijks_agreement() -> None:
    """C. van der Eijk 2001: 30 40 210 130 530 50 10 on seven levels; here a tenth of each."""
    numbers = nm.issue(poll(7, (3, 4, 21, 13, 53, 5, 1)), "x").result.numbers
    assert float(numbers.van_der_eijk or 0) == pytest.approx(0.6113333, abs=5e-8)


@pytest.mark.parametrize(("counts", "expected"), [((36, 10, 8, 11, 35), 0.5524), ((21, 19, 19, 20, 21), 0.3288)])
def test_polarization(counts: tuple[int, ...], expected: float) -> None:
    """J.-M. Esteban and D. Ray, alpha 1, five even levels."""
    value = nm.issue(poll(5, counts), "x").result.numbers.polarization
    assert float(value or 0) == pytest.approx(expected, abs=5e-5)


def test_a_trade() -> None:
    """F. N. Stokman's exchange model, its sample case: ten parties, of whom the first and the last exchange. The source
    gives only salience times power of the other eight: here their power is 1.
    """
    others = [(50, 80), (24, 57), (40, 45), (12, 28), (25, 40), (10, 10), (10, 14), (30, 48)]
    cells = [
        ("i", 25, 60, 100, 95),
        *((f"p{n}", 50, *felt[:1], 50, felt[1]) for n, felt in enumerate(others)),
        ("j", 100, 90, 0, 95),
    ]
    first = ", ".join(f"{party}: {{stance: {place}, salience: {felt}}}" for party, place, felt, _, _ in cells)
    second = ", ".join(f"{party}: {{stance: {place}, salience: {felt}}}" for party, _, _, place, felt in cells)
    parties = ", ".join(f"{party}: {{power: {0.9 if party == 'j' else 1}}}" for party, *_ in cells)
    talks = nm.read(
        f"talks: Exchange\nparties: {{{parties}}}\nissues: {{first: {{range: [0, 100]}}, second: {{range: [0, 100]}}}}\n"
        f"positions: {{first: {{{first}}}, second: {{{second}}}}}"
    )
    (trade,) = nm.trades(talks, between=("i", "j")).result.trades
    gives, gets = trade.left_gift, trade.right_gift
    assert (str(gives.issue), str(gets.issue)) == ("first", "second")
    assert gives.move == 75
    assert float(gives.effect) == pytest.approx(0.13157894736842, abs=1e-14)
    assert float(gets.effect) == pytest.approx(0.10387811634349, abs=1e-14)
    assert float(abs(gets.move)) == pytest.approx(61.051173640472, abs=1e-12)
    assert float(trade.gain) == pytest.approx(0.01973684210526, abs=1e-14)
