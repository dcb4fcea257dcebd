"""Ten thousand worlds with numpy: a row of the table that `cargo xtask speed --worlds` prints.

The terms of a fresh plan and no others: two sync workers, an export and an upload at once,
their connections and lists, and the bill. The Rust beside it can do any plan, so this is
the least that numpy has to do. Its figures must be those of the other rows.
"""

import statistics
import time
import tomllib
from pathlib import Path

import numpy

DATA = Path(__file__).resolve().parents[2] / "data"
RUNS = 51
BEFORE = 5
WORLDS = 10_007
GENERATOR = 76
TENTH = 1.2815515655446004
SCALES = {"MiB": 1048576.0, "kB": 1000.0, "B": 1.0, "s": 1.0, "ratio": 1.0}

WORKERS = 2
LIFE = 1100 * WORKERS / 86_400
EXPORT = {"rows": 10.0, "cells": 250.0, "a_day": 20.0}
UPLOAD = {"size": 15e6, "a_day": 20.0}
LISTED = 0.1
MEMORY_PRICE = 10.0
SUBSCRIPTION = INCLUDED = 5.0


def coefficients():
    """Name to low, likely and high, in bytes, in the order that gives each its lattice."""
    found = {}
    for file in ("coefficients.toml", "cited.toml"):
        found |= tomllib.loads((DATA / file).read_text())
    return {
        name: [
            row[end] * SCALES[row["unit"].split(" per ")[0]] for end in ("low", "likely", "high")
        ]
        for name, row in sorted(found.items())
    }


def lattice(count):
    """For each coefficient its standard normal in each world, as `evaluate/draws.rs` has it."""
    normal = statistics.NormalDist()
    slices = numpy.array([normal.inv_cdf((at + 0.5) / WORLDS) for at in range(WORLDS)])
    worlds = numpy.arange(WORLDS)
    places = [
        (worlds * pow(GENERATOR, at, WORLDS) + (at + 1) * 7919) % WORLDS for at in range(count)
    ]
    return slices[numpy.array(places)] / TENTH


def drawn(known, normals):
    """A value of each coefficient in each world: the two halves have their own width."""
    low, likely, high = (column[:, None] for column in numpy.array(list(known.values())).T)
    values = likely + normals * numpy.where(normals < 0.0, likely - low, high - likely)
    return dict(zip(known, numpy.maximum(values, 0.0), strict=True))


def jobs(each, kept, repeated, a_day, seconds):
    """At rest, on average and at the peak, of one job at once on one of the workers."""
    reached = a_day / WORKERS * LIFE
    kept_mean = kept * (1.0 + numpy.expm1(-reached) / reached)
    kept_end = kept * -numpy.expm1(-reached)
    running = numpy.minimum(a_day / 86_400 * seconds, 1.0) * numpy.maximum(each - kept_mean, 0.0)
    idle = kept_mean * WORKERS
    peak = numpy.maximum(each * repeated, kept_end) + kept_end * (WORKERS - 1)
    return idle, idle + running, peak


def figures(of):
    """Every figure of the answer that is not the same in all worlds."""
    held = of["arbiter"] + WORKERS * of["worker_private"]
    workbook = EXPORT["rows"] * of["workbook_row"] + EXPORT["cells"] * of["workbook_cell"]
    exports = jobs(
        workbook,
        workbook * of["kept_workbook"],
        of["repeated_workbook"],
        EXPORT["a_day"],
        of["job_seconds"],
    )
    upload = numpy.maximum(of["upload_fixed"], UPLOAD["size"] * of["upload_copy"])
    kept = UPLOAD["size"] * of["kept_upload"]
    uploads = jobs(upload, kept, 1.0, UPLOAD["a_day"], of["job_seconds"])
    connections = WORKERS * of["connection_client"]
    lists = WORKERS * LISTED * of["listed_row"]
    total = [held + export + upload for export, upload in zip(exports, uploads, strict=True)]
    total[2] = total[2] + connections + lists
    memory = total[1] + of["shared_pages"]
    dollars = memory * MEMORY_PRICE / 1e9
    paid = numpy.maximum(dollars, INCLUDED) - (INCLUDED - SUBSCRIPTION)
    overage = numpy.maximum(dollars - INCLUDED, 0.0)
    cache = of["shared_pages"]
    parts = [held, held, held, cache, *exports, *uploads, connections, lists]
    return numpy.array([*total, *parts, cache, memory, dollars, dollars, paid, overage])


def ten_thousand_worlds(known, normals):
    """Low, likely and high of every figure."""
    everywhere = figures(drawn(known, normals))
    low, high = numpy.quantile(everywhere, [0.1, 0.9], axis=1, method="hazen")
    likely = figures({name: numpy.array([row[1]]) for name, row in known.items()})[:, 0]
    return numpy.minimum(low, likely), likely, numpy.maximum(high, likely)


def main():
    known = coefficients()
    normals = lattice(len(known))
    times = []
    for _ in range(BEFORE + RUNS):
        start = time.perf_counter()
        found = ten_thousand_worlds(known, normals)
        times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[BEFORE:])
    shown = " ".join(f"{end[figure] / 1048576:.1f}" for figure in (0, 2) for end in found)
    name = f"numpy {numpy.__version__}"
    print(f"| {name} | {times[RUNS // 2]:.1f} ms | {times[0]:.1f} ms | {shown} |")


if __name__ == "__main__":
    main()
