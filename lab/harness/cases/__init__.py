"""The cases, one file for each thing that is measured.

A case has a `NAME`, which is that of its file of rows, a list of `KNOBS`, and
`measure(bench, **knobs)`, which starts a fresh service and returns its values.
"""

from harness.cases import apps, baseline, exports, preload, scenarios, uploads

ALL = {case.NAME: case for case in (baseline, preload, exports, uploads, scenarios, apps)}
