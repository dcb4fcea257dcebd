"""The cases, one file for each thing that is measured.

A case has a `NAME`, which is that of its file of rows, a list of `KNOBS`, and
`measure(bench, **knobs)`, which starts a fresh service and returns its values.
"""

from harness.cases import (
    apps,
    arenas,
    baseline,
    exports,
    greenlets,
    growth,
    logs,
    long_runs,
    neighbours,
    overlap,
    pooling,
    preload,
    pythons,
    queries,
    riddle,
    scenarios,
    stacks,
    tmpfs,
    uploads,
)

ALL = {
    case.NAME: case
    for case in (
        baseline,
        stacks,
        preload,
        long_runs,
        exports,
        uploads,
        logs,
        pooling,
        greenlets,
        growth,
        queries,
        arenas,
        tmpfs,
        overlap,
        neighbours,
        pythons,
        riddle,
        scenarios,
        apps,
    )
}
