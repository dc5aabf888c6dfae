"""The planning problem handed to OR-Tools CP-SAT, as a second opinion on long horizons."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.domain.plan_reference import Reference


def solve(problem: Reference) -> tuple[int, list[date]] | None:
    """Least total cost by CP-SAT and one set of starts that reaches it; ``None``: infeasible."""
    from ortools.sat.python import cp_model

    choices, own = problem.open()
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
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    chosen = [date.fromordinal(int(solver.value(start))) for start in starts]
    return round(solver.objective_value), problem.shown(chosen)
