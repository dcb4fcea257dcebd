"""The quick check: a few measurements, each close to the median of the committed rows.

It guards the lab against rot; it proves nothing about the model.
"""

from harness import rows
from harness.cases import baseline, exports, preload, uploads

#: Other Pythons differ by 6 %, and small figures by a page here and there.
TOLERANCE = 0.10
SLACK = 2.0

CHECKS = [
    (baseline, baseline.KNOBS[0], "cg_anon"),
    (baseline, baseline.KNOBS[1], "cg_anon"),
    (preload, {"workers": 3, "preload": True, "eager": True, "freeze": True}, "after_50_cg_anon"),
    (exports, {"form": "workbook_naive", "rows": 10_000, "columns": 25}, "peak_1"),
    (exports, {"form": "csv_stream", "rows": 10_000, "columns": 25}, "peak_1"),
    (uploads, {"how": "read", "megabytes": 15}, "peak_1"),
]


def check(bench, folder):
    """Measures, compares, and ends with the line that counts what passed and failed."""
    results = [holds(bench, folder, *one) for one in CHECKS]
    passed, failed = results.count(True), results.count(False)
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed")
    return 1 if failed else 0


def holds(bench, folder, case, knobs, metric):
    """Whether one measurement is as the committed rows say."""
    known = rows.medians(rows.read(folder / f"{case.NAME}.csv"))
    measured = {row.metric: row for row in bench.measure(case, knobs)}
    if metric not in measured:
        print(f"FAILED: {bench.failed[-1]}")
        return False
    row = measured[metric]
    if row.key not in known:
        print(f"FAILED: {case.NAME}.csv has no row of {rows.knob_text(knobs)}")
        return False
    expected, _ = known[row.key]
    found = float(row.value)
    allowed = max(TOLERANCE * expected, SLACK)
    good = abs(found - expected) <= allowed
    print(
        f"{'ok' if good else 'FAILED'}: {case.NAME} {rows.knob_text(knobs)} {metric}: "
        f"{found:.1f} MiB, {expected:.1f} in the rows, {allowed:.1f} allowed"
    )
    return good
