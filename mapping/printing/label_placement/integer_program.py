"""One candidate of each label, no two that exclude each other, at the least cost in all."""

from __future__ import annotations

import ctypes
import math
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from mapping.printing.label_placement.cliques import cover_with_cliques

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.geo.arrays import Floats, Integers

    Matrix = Any  # sparse, which carries no types

# The reduced cost, in the linear relaxation, up to which candidates are considered; all of them,
# where fewer allow no solution.
REDUCED_COST_LIMITS = (5.0, 8.0, 12.0, math.inf)
# When the solver may stop: so near to the best, or after so many branches; its clock would not
# give the same outcome on every machine.
LIMITS = {"mip_rel_gap": 0.01, "node_limit": 50}
STDOUT = 1  # the descriptor; C writes to it past ``sys.stdout``
C_LIBRARY = None if os.name == "posix" else "ucrtbase"


@dataclass(frozen=True)
class AssignmentProblem:
    """What there is to choose from.

    `label_of`, from 0 and sorted, and `costs` are those of the candidates; `conflicts` are pairs
    (n, 2) of candidates that exclude each other.
    """

    label_of: Integers
    costs: Floats
    conflicts: Integers

    def only(self, kept: Integers) -> AssignmentProblem:
        """Return the problem with only some to choose from."""
        numbers = np.full(len(self.label_of), -1)
        numbers[kept] = np.arange(len(kept))
        pairs = numbers[self.conflicts]
        return AssignmentProblem(
            self.label_of[kept], self.costs[kept], pairs[(pairs >= 0).all(axis=1)]
        )

    def one_per_label(self) -> Matrix:
        """Return a row for each label, with a one for each of its candidates."""
        return _matrix(self.label_of, np.arange(len(self.label_of)))

    def conflict_cliques(self) -> Matrix:
        """Return rows with a one for each of some candidates that all exclude each other."""
        groups = cover_with_cliques(self.label_of, self.conflicts)
        rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        members = [member for group in groups for member in group]
        return _matrix(rows, np.array(members, dtype=np.int64), width=len(self.label_of))


def solve(problem: AssignmentProblem) -> Integers | None:
    """Return the numbers of the chosen candidates, or `None` where there is no such choice.

    Kernel search (Angelelli, Mansini and Speranza 2010): the choice is made among those that do
    well in the linear relaxation, where candidates are divisible. Deterministic.
    """
    reduced = _reduced_costs(problem)
    if reduced is None:
        return None
    for limit in REDUCED_COST_LIMITS:
        kernel = np.flatnonzero(reduced <= limit)
        chosen = _solved(problem.only(kernel))
        if chosen is not None:
            return np.asarray(kernel[chosen])
    return None


def _reduced_costs(problem: AssignmentProblem) -> Floats | None:
    """Return the reduced cost of each in the linear relaxation: 0 where the relaxation uses it."""
    groups, assignment = problem.conflict_cliques(), problem.one_per_label()
    relaxed = linprog(
        problem.costs,
        A_ub=groups,
        b_ub=np.ones(groups.shape[0]),
        A_eq=assignment,
        b_eq=np.ones(assignment.shape[0]),
        method="highs-ds",
        options={"presolve": False},
    )
    return np.asarray(relaxed.lower.marginals) if relaxed.success else None


def _solved(problem: AssignmentProblem) -> Integers | None:
    with _stdout_dropped():
        found = milp(
            problem.costs,
            integrality=np.ones(len(problem.costs)),
            bounds=Bounds(0, 1),
            constraints=[
                LinearConstraint(problem.one_per_label(), 1, 1),
                LinearConstraint(problem.conflict_cliques(), ub=1),
            ],
            options=LIMITS,
        )
    return None if found.x is None else np.flatnonzero(found.x > 1 / 2)


@contextmanager
def _stdout_dropped() -> Iterator[None]:
    """Drop what the solver prints.

    HiGHS 1.12 tells standard output that it repairs a solution ("transformNewIntegerFeasible…"),
    whatever its options say: https://github.com/jump-dev/HiGHS.jl/issues/312.
    """
    flush = ctypes.CDLL(C_LIBRARY).fflush
    flush(None)
    kept, nowhere = os.dup(STDOUT), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STDOUT)
        yield
        flush(None)
    finally:
        os.dup2(kept, STDOUT)
        os.close(kept)
        os.close(nowhere)


def _matrix(rows: Integers, columns: Integers, width: int | None = None) -> Matrix:
    height = int(rows.max(initial=-1)) + 1
    shape = (height, len(columns) if width is None else width)
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
