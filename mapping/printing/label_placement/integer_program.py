"""One candidate of each label that has room, no two excluding each other, at the least cost."""

from __future__ import annotations

import ctypes
import os
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from mapping.printing.label_placement.cliques import bit_sets, cover_with_cliques
from mapping.printing.label_placement.dominance import find_needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mapping.geo.arrays import Booleans, Floats, Integers

    Matrix = Any  # sparse, which carries no types

# The reduced cost, in the linear relaxation, up to which candidates are considered: that all labels
# have one, and where none are left for all, that most have.
FOR_ALL, FOR_MOST = (5.0, 7.0, 10.0), 3.0
FEWEST = 1500  # candidates that are considered in any case
UNPLACED_COST = 200.0  # of a label without a place, beyond that of the worst of all places
UNPLACED = -1
# When the solver may stop: so near to the best, or after so many branches; its clock would not
# give the same outcome on every machine.
LIMITS = {"mip_rel_gap": 0.003, "node_limit": 50}
ROUGHLY = LIMITS | {"mip_rel_gap": 0.06}  # where some have no place, or others make room for them
STDOUT = 1  # the descriptor; C writes to it past ``sys.stdout``
C_LIBRARY = None if os.name == "posix" else "ucrtbase"


@dataclass(frozen=True)
class AssignmentProblem:
    """What there is to choose from.

    `label_of`, from 0 and sorted, and `costs` are those of the candidates; `conflicts` are pairs
    (n, 2) of candidates that exclude each other; `count` is how many labels there are.
    """

    label_of: Integers
    costs: Floats
    conflicts: Integers
    count: int

    def only(self, kept: Integers) -> AssignmentProblem:
        """Return the problem with only some to choose from."""
        if len(kept) == len(self.label_of):
            return self
        numbers = np.full(len(self.label_of), -1)
        numbers[kept] = np.arange(len(kept))
        pairs = numbers[self.conflicts]
        pairs = pairs[(pairs >= 0).all(axis=1)]
        return AssignmentProblem(self.label_of[kept], self.costs[kept], pairs, self.count)

    def needed(self) -> Integers:
        """Return the numbers of the candidates without which some choice could be worse."""
        excluded = bit_sets(self.conflicts, len(self.label_of))
        return find_needed(self.label_of, self.costs, excluded)

    def one_per_label(self) -> Matrix:
        """Return a row for each label, with a one for each of its candidates and for none."""
        shape = self.count, len(self.label_of)
        candidates = _matrix(self.label_of, np.arange(len(self.label_of)), shape)
        return sparse.hstack([candidates, sparse.eye_array(self.count)], format="csr")

    @cached_property
    def conflict_cliques(self) -> Matrix:
        """Rows with a one for each of some candidates that all exclude each other."""
        groups = cover_with_cliques(self.label_of, self.conflicts)
        rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        members = [member for group in groups for member in group]
        shape = len(groups), len(self.label_of) + self.count
        return _matrix(rows, np.array(members, dtype=np.int64), shape)

    def all_costs(self) -> Floats:
        """Return what each candidate costs, and each label without a place."""
        without = self.costs.max(initial=0) + UNPLACED_COST
        return np.concatenate([self.costs, np.full(self.count, without)])


def solve(problem: AssignmentProblem, *, for_all: bool = False) -> Integers:
    """Return for each label the number of the chosen candidate, or `UNPLACED`.

    Where not all labels that have candidates find a place, none has one, if it is `for_all`.

    Kernel search (Angelelli, Mansini and Speranza 2010): the choice is made among those that do
    well in the linear relaxation, where candidates are divisible. Among all, the search for a place
    of the last label took minutes; it is left to who knows what is near it. Deterministic.
    """
    needed = problem.needed()
    chosen = _kernel_searched(problem.only(needed), for_all=for_all)
    return np.where(chosen == UNPLACED, UNPLACED, np.append(needed, UNPLACED)[chosen])


def _kernel_searched(problem: AssignmentProblem, *, for_all: bool) -> Integers:
    """Return the same, of the candidates that are needed."""
    reduced = _relaxed(problem)
    least, most = np.sort(reduced)[:FEWEST].max(initial=0), reduced.max(initial=0)
    none = np.bincount(problem.label_of, minlength=problem.count) == 0
    found = np.zeros(0, dtype=np.int64)
    # The same candidates again would be tried in vain.
    tries = [(one, none) for one in dict.fromkeys(np.clip(FOR_ALL, least, most))]
    for_most = max(FOR_MOST, least), np.ones_like(none)
    for limit, may_lack in (*tries, *([] if for_all else [for_most])):
        kernel = np.flatnonzero(reduced <= limit)
        limits = ROUGHLY if for_all or may_lack.all() else LIMITS
        found = kernel[_solved(problem.only(kernel), may_lack, limits)]
        if len(found):
            break
    places = np.full(problem.count, UNPLACED)
    places[problem.label_of[found]] = found
    return places


def _relaxed(problem: AssignmentProblem) -> Floats:
    """Return the reduced cost of each in the linear relaxation: 0 where that uses it."""
    groups, assignment = problem.conflict_cliques, problem.one_per_label()
    relaxed = linprog(
        problem.all_costs(),
        A_ub=groups,
        b_ub=np.ones(groups.shape[0]),
        A_eq=assignment,
        b_eq=np.ones(assignment.shape[0]),
        method="highs-ds",
        options={"presolve": False},
    )
    return np.asarray(relaxed.lower.marginals[: len(problem.costs)])


def _solved(
    problem: AssignmentProblem, may_lack: Booleans, limits: Mapping[str, float]
) -> Integers:
    """Return the chosen of a problem: of all labels but those that may lack a place, or none."""
    costs = problem.all_costs()
    most = np.concatenate([np.ones(len(problem.costs)), may_lack])
    with _stdout_dropped():
        found = milp(
            costs,
            integrality=np.ones(len(costs)),
            bounds=Bounds(0, most),
            constraints=[
                LinearConstraint(problem.one_per_label(), 1, 1),
                LinearConstraint(problem.conflict_cliques, ub=1),
            ],
            options=limits,
        )
    chosen = np.zeros(0) if found.x is None else found.x[: len(problem.costs)]
    return np.flatnonzero(chosen > 1 / 2)


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


def _matrix(rows: Integers, columns: Integers, shape: tuple[int, int]) -> Matrix:
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
