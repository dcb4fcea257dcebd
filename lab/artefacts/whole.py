"""A Gunicorn with all that is exported of a plan: the file, the variables, the project."""

import contextlib
import shlex

from artefacts import forms
from artefacts.checks import Wrong
from artefacts.gunicorns import Gunicorn, folder, project


@contextlib.contextmanager
def running(bench, plan, timeout=None):
    """Started in a folder of its own, and stopped at the end of the `with` statement."""
    with folder() as place:
        project(plan, place)
        variables = forms.raw_editor(plan, bench)
        arguments = start_command(plan, "shop.wsgi")
        database = bench.database.folder
        with Gunicorn(bench.python, place, variables, arguments, database, timeout) as gunicorn:
            yield gunicorn


def start_command(plan, application):
    """What follows `gunicorn` in the start command: the plan's, or the application alone."""
    if plan.wanted["count_set"] != "command":
        return [application]
    commands = [line for line in plan.commands("variables.env") if line.startswith("gunicorn ")]
    if len(commands) != 1:
        raise Wrong(f"variables.env tells {len(commands)} start commands")
    return shlex.split(commands[0].replace("YOUR_PROJECT.wsgi", application))[1:]
