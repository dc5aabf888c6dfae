"""The search: the chain of starts of least cost, the earliest among equals.

A dynamic programme from the last round back to the first. Each round is a
layer of candidate starts; going back, each start learns the least cost of all
that follows it. The gap cost |s' − s − G| falls as s' nears s + G and rises
beyond, so the starts of the next layer split in two stretches that only move
one way as s goes back: beyond s + G a running minimum suffices, before it the
minimum of a sliding window. Each layer is passed over once; the whole is
linear in the number of years.

Forward again, the earliest first start of least cost is taken, then the
earliest second that keeps it, and so on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

UNREACHABLE = 1 << 60
"""A cost no plan comes near; half of it still tells that there is none."""


@dataclass(frozen=True)
class Layer:
    """One round's candidate starts, ascending, with what each costs beside the gap.

    ``length`` in days; ``fixed`` for a fact; ``gap_weight`` is what a day off
    the wished gap before this round costs.
    """

    starts: Sequence[int]
    costs: Sequence[int]
    length: int
    fixed: bool
    gap_weight: int


@dataclass(frozen=True)
class Found:
    """The chosen starts, one a layer, and their total cost."""

    starts: tuple[int, ...]
    cost: int


def best_starts(layers: Sequence[Layer], gap: int) -> Found | None:
    """The chain of least cost, ties to the earliest starts; ``None`` if there is no chain.

    ``gap`` is the wished number of days from one start to the next. A round
    starts after the last day of the one before, unless both are facts.
    """
    values = least_costs(layers, gap)
    least = min(values[0], default=UNREACHABLE)
    if least > UNREACHABLE // 2:
        return None
    place = values[0].index(least)
    chosen = [layers[0].starts[place]]
    for index in range(1, len(layers)):
        left = values[index - 1][place] - layers[index - 1].costs[place]
        place = _earliest(layers[index - 1], chosen[-1], layers[index], values[index], left, gap)
        chosen.append(layers[index].starts[place])
    return Found(tuple(chosen), least)


def least_costs(layers: Sequence[Layer], gap: int) -> list[list[int]]:
    """For each start of each layer the least cost of it and of all that follows it."""
    values = [list(layers[-1].costs)]
    for layer, after in zip(layers[-2::-1], layers[:0:-1], strict=True):
        onward = _onward(layer, after, values[-1], gap)
        values.append([cost + least for cost, least in zip(layer.costs, onward, strict=True)])
    values.reverse()
    return values


def _earliest(
    before: Layer, start: int, layer: Layer, values: Sequence[int], left: int, gap: int
) -> int:
    """Place of the earliest start of ``layer`` by which what is ``left`` to pay can be kept."""
    free = not (before.fixed and layer.fixed)
    return next(
        place
        for place, (following, value) in enumerate(zip(layer.starts, values, strict=True))
        if not (free and following < start + before.length)
        and layer.gap_weight * abs(following - start - gap) + value == left
    )


def _onward(layer: Layer, after: Layer, values: Sequence[int], gap: int) -> list[int]:
    """For each start of ``layer`` the least cost of the gap to ``after`` and all that follows."""
    if layer.fixed and after.fixed:
        distance = abs(after.starts[0] - layer.starts[0] - gap)
        return [after.gap_weight * distance + values[0]]
    weight, starts = after.gap_weight, after.starts
    least = [UNREACHABLE] * len(layer.starts)
    far, best_far = len(starts), UNREACHABLE
    entered = len(starts)
    near: deque[tuple[int, int]] = deque()
    for place in range(len(layer.starts) - 1, -1, -1):
        earliest = layer.starts[place] + layer.length
        wished = layer.starts[place] + gap
        while far and starts[far - 1] >= max(wished, earliest):
            far -= 1
            best_far = min(best_far, values[far] + weight * starts[far])
        while entered and starts[entered - 1] >= earliest:
            entered -= 1
            value = values[entered] - weight * starts[entered]
            while near and near[-1][1] >= value:
                near.pop()
            near.append((starts[entered], value))
        while near and near[0][0] >= wished:
            near.popleft()
        least[place] = best_far - weight * wished
        if near:
            least[place] = min(least[place], near[0][1] + weight * wished)
    return least
