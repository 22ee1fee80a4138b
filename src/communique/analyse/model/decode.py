"""Trees from arc scores: the best head of each word where that makes a tree, else the best tree.

The best tree is found after Chu and Liu (1965) and Edmonds (1967); that one word alone hangs on the root is
ensured by a penalty on arcs from the root (Zmigrod et al. 2020 discuss the ways).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FAR = -1e9


def heads(scores: Floats) -> list[int]:
    """Heads of the words of one sentence, as indices; the root is its own.

    ``scores`` is (words, 1 + words), column 0 the root's.
    """
    n = len(scores)
    if n == 1:
        return [0]
    square = scores[:, 1:].copy()
    diagonal = np.arange(n)
    square[diagonal, diagonal] = scores[:, 0]
    chosen: list[int] = square.argmax(1).tolist()
    return chosen if is_tree(chosen) else best_tree(scores)


def is_tree(chosen: list[int]) -> bool:
    """Whether there is one root (its own head) that all words lead to."""
    n = len(chosen)
    state = [0] * n
    roots = 0
    for i in range(n):
        if chosen[i] == i:
            roots += 1
            state[i] = -1
    if roots != 1:
        return False
    for i in range(n):
        node = i
        while state[node] == 0:
            state[node] = i + 1
            node = chosen[node]
        if state[node] == i + 1:
            return False
        node = i
        while state[node] == i + 1:
            state[node] = -1
            node = chosen[node]
    return True


def best_tree(scores: Floats) -> list[int]:
    """The tree with the highest sum of scores that has one root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), FAR)
    full[1:, :] = scores
    spread = float(scores.max() - scores.min()) + 1
    full[1:, 0] -= spread * (n + 1)
    diagonal = np.arange(n + 1)
    full[diagonal, diagonal] = 10 * FAR
    found = _edmonds(full)
    return [i if h == 0 else h - 1 for i, h in enumerate(found[1:])]


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads in the best tree with root 0; ``scores[dependant, head]``."""
    chosen = scores.argmax(1)
    chosen[0] = 0
    cycle = _cycle(chosen.tolist())
    if not cycle:
        out: list[int] = chosen.tolist()
        return out
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    own = scores[inside, chosen[inside]]
    entering = scores[np.ix_(inside, outside)] - own[:, None]
    leaving = scores[np.ix_(outside, inside)]
    size = len(outside)
    small = np.full((size + 1, size + 1), 10 * FAR)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    small[size, :size] = entering.max(0)
    small[:size, size] = leaving.max(1)
    enter_at, leave_from = entering.argmax(0), leaving.argmax(1)
    solved = _edmonds(small)
    result: list[int] = chosen.tolist()
    for k in range(1, size):
        head = solved[k]
        result[outside[k]] = int(inside[leave_from[k]]) if head == size else int(outside[head])
    head = solved[size]
    result[int(inside[enter_at[head]])] = int(outside[head])
    return result


def _cycle(chosen: list[int]) -> list[int]:
    seen = [0] * len(chosen)
    seen[0] = -1
    for i in range(1, len(chosen)):
        node = i
        while seen[node] == 0:
            seen[node] = i
            node = chosen[node]
        if seen[node] == i:
            cycle, at = [node], chosen[node]
            while at != node:
                cycle.append(at)
                at = chosen[at]
            return cycle
        node = i
        while seen[node] == i:
            seen[node] = -1
            node = chosen[node]
    return []
