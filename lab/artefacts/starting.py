"""Each form of the variables over three starting points: the plan's number of workers runs.

Where the variables say `GUNICORN_CMD_ARGS`, or the plan changes the start command, the
user's own file stays as it is. Where they say `WEB_CONCURRENCY`, a file that sets the
workers gives way to the exported one, as the variables' comments tell.
"""

import threading

from artefacts import forms
from artefacts.checks import each, equal
from artefacts.gunicorns import Gunicorn, folder, project
from artefacts.whole import start_command

#: What a user may have today, beside what Gunicorn reads by itself.
POINTS = {
    "no file": None,
    "a file that fixes the workers": "workers = 7\n",
    "a file that counts CPUs": "from os import cpu_count\n\nworkers = cpu_count() * 2 + 1\n",
}
RAILWAY = "RAILWAY_"
APPLICATION = """
def application(environ, start_response):
    start_response("200 OK", [])
    return [b"here"]
"""


def check(checks, bench):
    """Every plan, every form, every starting point."""
    runs = Runs(bench)
    jobs = [
        (plan, form, point)
        for plan in bench.plans
        if plan.wanted["workers"]
        for form in forms.ALL
        for point in POINTS
    ]

    def one(job):
        plan, form, point = job
        with checks.one(f"{plan.name}: {form} over {point}"):
            variables = forms.ALL[form](plan, bench)
            equal(runs.count(plan, variables, point), plan.wanted["workers"], "workers running")

    each(one, jobs)
    print(f"{len(runs.known)} different starts of Gunicorn for {len(jobs)} checks", flush=True)


class Runs:
    """Starts of Gunicorn; one that several forms lead to is done once."""

    def __init__(self, bench):
        self.bench = bench
        self.known = {}
        self.lock = threading.Lock()

    def count(self, plan, variables, point):
        """The processes that run."""
        exported = "WEB_CONCURRENCY" in variables and POINTS[point]
        file = plan.text("gunicorn.conf.py") if exported else POINTS[point]
        arguments = start_command(plan, "shop.wsgi" if exported else "little")
        # What Railway reads itself makes no other Gunicorn.
        read = {name: value for name, value in variables.items() if not name.startswith(RAILWAY)}
        key = (file, tuple(arguments), tuple(sorted(read.items())))
        with self.lock:
            gate = self.known.setdefault(key, [threading.Lock(), None])
        with gate[0]:
            if gate[1] is None:
                gate[1] = self.start(plan, file, variables, arguments, exported)
        return gate[1]

    def start(self, plan, file, variables, arguments, exported):
        """One start: of the project for the exported file, of next to nothing otherwise."""
        with folder() as place:
            if exported:
                project(plan, place)
            else:
                (place / "little.py").write_text(APPLICATION)
                if file:
                    (place / "gunicorn.conf.py").write_text(file)
            database = self.bench.database.folder
            with Gunicorn(self.bench.python, place, variables, arguments, database) as gunicorn:
                equal(gunicorn.get("/")[0], 200, "the answer's status")
                return gunicorn.count()
