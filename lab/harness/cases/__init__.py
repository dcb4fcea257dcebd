"""The cases, one file for each thing that is measured.

A case has a `NAME`, which is that of its file of rows, a list of `KNOBS`, and
`measure(bench, **knobs)`, which starts a fresh service and returns its values.
"""

from harness.cases import (
    apps,
    arenas,
    baseline,
    exports,
    growth,
    logs,
    neighbours,
    overlap,
    pooling,
    preload,
    queries,
    riddle,
    scenarios,
    tmpfs,
    uploads,
)

ALL = {
    case.NAME: case
    for case in (
        baseline,
        preload,
        exports,
        uploads,
        logs,
        pooling,
        growth,
        queries,
        arenas,
        tmpfs,
        overlap,
        neighbours,
        riddle,
        scenarios,
        apps,
    )
}
