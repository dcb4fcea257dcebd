"""Python compiles, and ruff finds nothing."""

import subprocess

from artefacts.checks import holds


def check(checks, bench):
    """Every Python file of every plan, on its own."""
    for plan in bench.plans:
        for path in sorted(plan.files.rglob("*.py")):
            with checks.one(f"{plan.name}: {path.name} compiles"):
                compile(path.read_bytes(), path.name, "exec")
        with checks.one(f"{plan.name}: ruff"):
            done = subprocess.run(
                [bench.tool("ruff"), "check", "--isolated", "--no-cache", *rules(), plan.files],
                capture_output=True,
                text=True,
            )
            holds(done.returncode == 0, done.stdout + done.stderr)


def rules():
    """Pyflakes, pycodestyle, likely bugs, what can be simpler, and what can be newer."""
    # A line of a strange plan's name may be long; a test cannot say how wide a file may be.
    return ["--select", "E,F,W,B,C4,I,PIE,RET,RUF100,SIM,UP", "--ignore", "E501"]
