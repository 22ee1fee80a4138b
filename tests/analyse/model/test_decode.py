import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from communique.analyse.model.decode import best_tree, heads, is_tree

sizes = st.integers(1, 5)
scores = sizes.flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-8, 8, width=32), unique=True)
)


def total(matrix: np.ndarray, tree: list[int]) -> float:
    return float(sum(matrix[i, 0 if h == i else h + 1] for i, h in enumerate(tree)))


@given(scores)
def test_the_best_tree_is_the_best_of_all_trees(matrix: np.ndarray) -> None:
    n = len(matrix)
    every = (list(tree) for tree in itertools.product(range(n), repeat=n))
    best = max(total(matrix, tree) for tree in every if is_tree(tree))
    found = best_tree(matrix)
    assert is_tree(found)
    assert abs(total(matrix, found) - best) < 1e-3


@given(scores)
def test_heads_are_greedy_where_that_makes_a_tree(matrix: np.ndarray) -> None:
    found = heads(matrix)
    assert is_tree(found)
    greedy = []
    for i, row in enumerate(matrix):
        allowed = [k for k in range(len(row)) if k != i + 1]
        best = max(allowed, key=lambda k: row[k])
        greedy.append(i if best == 0 else best - 1)
    if is_tree(greedy):
        assert found == greedy


def test_what_is_a_tree() -> None:
    assert is_tree([0])
    assert is_tree([1, 1, 1])
    assert not is_tree([0, 1])
    assert not is_tree([1, 0])
    assert not is_tree([0, 2, 1])


def test_a_long_sentence_of_equal_scores_has_a_tree() -> None:
    assert is_tree(heads(np.zeros((160, 161), np.float32)))
