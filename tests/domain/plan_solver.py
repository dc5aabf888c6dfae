"""The planning problem handed to OR-Tools CP-SAT, as a second opinion on long horizons."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

from tests.domain.plan_reference import Reference


class OutOfPatienceError(Exception):
    """The solver could not prove its answer in the time it was given."""


def solve(problem: Reference, patience: float = 300.0) -> tuple[int, list[date]] | None:
    """Least total cost by CP-SAT and one set of starts that reaches it; ``None``: infeasible.

    Raises :class:`OutOfPatienceError` after ``patience`` seconds.
    """
    cp_model: Any = import_module("ortools.sat.python.cp_model")
    choices, own = problem.opened
    if not all(choices):
        return None
    model: Any = cp_model.CpModel()
    starts: list[Any] = []
    costs: list[Any] = []
    for index, days in enumerate(choices):
        ordinals = [day.toordinal() for day in days]
        start = model.new_int_var_from_domain(cp_model.Domain.from_values(ordinals), f"s{index}")
        prices = [own[index][day] for day in days]
        price = model.new_int_var(0, max(prices), f"c{index}")
        pairs = list(zip(ordinals, prices, strict=True))
        model.add_allowed_assignments([start, price], pairs)
        costs.append(price)
        if index:
            before, one = problem.rounds[index - 1], problem.rounds[index]
            if before.fact is None or one.fact is None:
                model.add(start >= starts[-1] + before.length)
            if problem.counted(one):
                wishes = problem.request.wishes
                missed = model.new_int_var(0, 100_000, f"g{index}")
                model.add_abs_equality(missed, start - starts[-1] - wishes.gap)
                costs.append(wishes.weights.gap * missed)
        starts.append(start)
    model.minimize(sum(costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = patience
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None
    if status != cp_model.OPTIMAL:
        raise OutOfPatienceError
    chosen = [date.fromordinal(int(solver.value(start))) for start in starts]
    return round(solver.objective_value), problem.shown(chosen)
