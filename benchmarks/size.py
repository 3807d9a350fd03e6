"""A thousand submissions: does the time grow linearly, does the memory stay flat?

    python benchmarks/size.py [--size 1000]

Half the class is graded first, then the whole; the memory is that of the whole process tree, at 2 workers.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from grading import make_class, ours
from tree import Cost

HUNDRED = 100


def between(cost: Cost, first: int, last: int) -> tuple[float, float]:
    """Return the seconds and the median bytes from one count of submissions to another."""
    part = [(second, size) for second, size, done in cost.samples if first <= done < last]
    return part[-1][0] - part[0][0], statistics.median(size for _, size in part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000)
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory() as scratch:
        costs = {
            f"{count} submissions": (
                ours(make_class(Path(scratch) / str(count), count, "tagged", stock=False), 2, memory=True),
                count,
            )
            for count in (size // 2, size)
        }
    for name, (cost, count) in costs.items():
        print(f"{name}: {cost.wall:.1f} s, {60 * count / cost.wall:.0f} a minute, peak {cost.peak_bytes / 1e6:.0f} MB")
    whole, _ = costs[f"{size} submissions"]
    (early, before), (late, after) = between(whole, 1, HUNDRED), between(whole, size - HUNDRED, size)
    print(f"the first hundred: {early:.1f} s at {before / 1e6:.0f} MB, the last: {late:.1f} s at {after / 1e6:.0f} MB")
    print(f"memory of the last hundred against the first: {after / before:.3f} (goal: at most 1.1)")


if __name__ == "__main__":
    main()
