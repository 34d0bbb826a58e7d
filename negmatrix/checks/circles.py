"""Circles among things that point at each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from negmatrix.diagnostics import quote
from negmatrix.source import Text

_MOST = 20
_TOLD = 6


def find_circles(links: Mapping[Text, Iterable[Text]]) -> Iterator[list[Text]]:
    """Circles, in the words that point onward, so that each can be shown: the first twenty that a walk in the order of
    the file closes, each link followed once.
    """
    done: set[str] = set()
    walks = (_walk(start, links, done) for start in links if start not in done)
    return islice(chain.from_iterable(walks), _MOST)


def _walk(start: Text, links: Mapping[Text, Iterable[Text]], done: set[str]) -> Iterator[list[Text]]:
    trail: list[Text] = [start]
    depth = {str(start): 0}
    waiting = [iter(links.get(start, ()))]
    while waiting:
        onward = next(waiting[-1], None)
        if onward is None:
            waiting.pop()
            gone = trail.pop()
            done.add(gone)
            del depth[gone]
        elif onward in depth:
            yield [*trail[depth[onward] + 1 :], onward]
        elif onward not in done:
            depth[onward] = len(trail)
            trail.append(onward)
            waiting.append(iter(links.get(onward, ())))


def tell_circle(circle: list[Text], verb: str) -> str:
    """A circle in words: 'a' holds 'b', which holds 'a'."""
    told = [quote(name) for name in (circle[-1], *circle[:_TOLD])]
    words = f" {verb} ".join(told[:2]) + "".join(f", which {verb} {name}" for name in told[2:])
    return words if len(circle) <= _TOLD else f"{words}, and so on, back to {told[0]}"
