"""Examples with marks to a weight for each mark and kind: multinomial regression, in steps at the end.

A penalty is on the squares of all weights (FISTA: Beck and Teboulle 2009); then it is done anew over those that matter
most, then they are put to steps by parts, while the others make up for what that moved (after Zhou and others 2017,
incremental network quantization). The same examples give the same weights.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from generator.base.house import NATIONAL, engine_root
from generator.base.point_marks import STEPS

FINE = 100
"""Parts of a point in which the bases are told."""
SETTLED = (0.5, 0.75, 0.9, 1)
"""So much of the weights stands on steps after each turn, those first that are nearest to one."""
TURN_ROUNDS = 60

Reals = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class Aim(NamedTuple):
    """Which kinds each example has and what it counts; `shrink` is the penalty on the squares of the weights.

    No weight becomes less than `floor`; bases may.
    """

    right: Reals
    counted: Reals
    shrink: float
    floor: float
    rounds: int


class Table(NamedTuple):
    """Which example has which feature, each counted by its share, by example and by feature; the last is the base."""

    columns: Counts
    starts: Counts
    shares: Reals
    rows: Counts
    row_shares: Reals
    used: Counts
    used_starts: Counts
    size: int


def tabulate(found: Sequence[Iterable[int]], shares: Sequence[float], places: Mapping[int, int]) -> Table:
    """Sparse, both ways round."""
    lines = [[len(places), *sorted(places[each] for each in one if each in places)] for one in found]
    lengths = np.array([len(line) for line in lines])
    columns = np.array(list(chain.from_iterable(lines)))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    counted = np.repeat(np.array(shares, np.float32), lengths)
    counted[starts] = 1  # a base does not depend on the length
    order = np.argsort(columns, kind="stable")
    used, used_starts = np.unique(columns[order], return_index=True)
    rows = np.repeat(np.arange(len(lines)), lengths)[order]
    return Table(columns, starts, counted, rows, counted[order], used, used_starts, len(places) + 1)


def descend(table: Table, aim: Aim, start: Reals, free: Reals) -> Reals:
    """The weights by which the right kinds are likeliest; only those that are `free` move. Bases have no penalty."""
    slope = _steepest(table, aim.counted) + aim.shrink
    shrink = np.full((table.size, 1), aim.shrink, np.float32)
    shrink[-1] = 0
    floor = np.full((table.size, 1), aim.floor, np.float32)
    floor[-1] = -np.inf
    weights, ahead, pace = start, start, 1.0
    for _ in range(aim.rounds):
        wrong = (_likely(times(table, ahead)) - aim.right) * aim.counted[:, None]
        moved = np.maximum(ahead - (times_turned(table, wrong) + shrink * ahead) / slope * free, floor)
        if float(((ahead - moved) * (moved - weights)).sum()) > 0:  # it went too far: without a run-up
            ahead, pace = moved, 1.0
        else:
            faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            ahead, pace = moved + np.float32((pace - 1) / faster) * (moved - weights), faster
        weights = moved
    return weights


def times(table: Table, weights: Reals) -> Reals:
    """By example, the sum of its features' weights."""
    return np.add.reduceat(weights[table.columns] * table.shares[:, None], table.starts, axis=0)


def times_turned(table: Table, values: Reals) -> Reals:
    """By feature, the sum of its examples' values."""
    sums = np.zeros((table.size, values.shape[1]), np.float32)
    parts = values[table.rows] * table.row_shares[:, None]
    sums[table.used] = np.add.reduceat(parts, table.used_starts, axis=0)
    return sums


def _steepest(table: Table, counted: Reals) -> float:
    """A bound on how fast the slope changes: half of the largest eigenvalue, and a tenth for safety."""
    direction = np.full((table.size, 1), table.size**-0.5, np.float32)
    length = 1.0
    for _ in range(10):
        turned = times_turned(table, counted[:, None] * times(table, direction))
        length = float(np.linalg.norm(turned))
        direction = turned / np.float32(length)
    return 0.55 * length


def _likely(sums: Reals) -> Reals:
    grown = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True), np.float32)


def telling(table: Table, weights: Reals, kept: int) -> Reals:
    """1 for the bases and so many weights that move most examples most."""
    mass = np.zeros(table.size)
    np.add.at(mass, table.columns, table.shares**2)
    moving = np.abs(weights) * np.sqrt(mass)[:, None]
    least = np.sort(moving[:-1].ravel())[-kept]
    moving[-1] = np.inf
    return np.asarray((moving >= least) & (moving > 0), np.float32)


def settle(table: Table, aim: Aim, weights: Reals, kept: Reals, step: float) -> Reals:
    """Points, of which one counts a step, in place of weights that are `kept`; the bases in fine parts."""
    turn = aim._replace(rounds=TURN_ROUNDS)
    free = kept
    for part in SETTLED:
        stepped = _in_steps(weights, step) * step
        away = np.where(free > 0, np.abs(stepped - weights), -1)  # what stands on a step already comes first
        away[kept == 0] = np.inf
        away[-1] = np.inf
        farthest = np.sort(away.ravel())[int(part * kept[:-1].sum()) - 1]
        weights = np.where(away <= farthest, stepped, weights)
        free = np.where(away <= farthest, 0, kept)
        weights = descend(table, turn, weights, free)
    return _in_steps(weights, step)


def _in_steps(weights: Reals, step: float) -> Reals:
    """Each at the nearest number of points."""
    levels = np.array((0, *STEPS), np.float32)
    nearest = levels[np.abs(np.abs(weights)[..., None] / step - levels).argmin(axis=-1)]
    stepped = np.sign(weights) * nearest
    stepped[-1] = np.round(weights[-1] / step * FINE) / FINE
    return np.asarray(stepped, np.float32)


def write(name: str, found: Sequence[int], weights: Reals, kinds: Sequence[str]) -> None:
    """One row a mark with its points by kind, the bases first."""
    with (engine_root() / NATIONAL / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("mark", *(kind or "none" for kind in kinds)))
        writer.writerow(("", *(f"{each:.2f}" for each in weights[-1].tolist())))
        for mark, points in zip(found, weights[:-1].tolist(), strict=True):
            if any(points):
                writer.writerow((mark, *(int(each) or "" for each in points)))
