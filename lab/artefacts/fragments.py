"""Railway's infrastructure as code: the fragments in a file, by Railway's own SDKs.

Each fragment is put where its comments say, the TypeScript is compiled against `railway`,
and what both programs come to is compared with the plan.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from artefacts import forms, railway_environment
from artefacts.checks import Wrong, equal, holds
from artefacts.gunicorns import folder
from artefacts.railway_environment import SERVICE

EVALUATE = Path(__file__).resolve().parent / "evaluate.mjs"
GRACEFUL_AND_FIVE = 35
TYPESCRIPT = """import {{ defineRailway, project, service }} from "railway/iac";

{fragment}
export default defineRailway(() => {{
{service}
  return project("shop", {{ resources: [web] }});
}});
"""
PYTHON = """from railway_sdk import define_railway, project, service

{fragment}

@define_railway
def main(ctx=None):
{service}
    return project("shop", resources=[web])
"""


def check(checks, bench):
    """Every plan: TypeScript, Python, and JSON for `railway environment edit`."""
    with folder() as place:
        (place / "node_modules").symlink_to(bench.node_modules)
        (place / "package.json").write_text('{"type": "module"}\n')
        files = []
        for plan in bench.plans:
            files.append(place / f"{plan.folder.name}.ts")
            files[-1].write_text(typescript(plan))
        with checks.one("TypeScript of all plans compiles against Railway's SDK"):
            compiles(bench, place, files)
        graphs = {}
        with checks.one("TypeScript of all plans is evaluated"):
            graphs = json.loads(run([bench.node, EVALUATE, *files], place))
        for plan, file in zip(bench.plans, files, strict=True):
            with checks.one(f"{plan.name}: railway.fragment.ts"):
                look(plan, bench, graphs[str(file)], "the TypeScript")
            with checks.one(f"{plan.name}: railway_fragment.py"):
                look(plan, bench, by_python(plan, place), "the Python")
            with checks.one(f"{plan.name}: railway_environment.json"):
                environment(plan)


def typescript(plan):
    return TYPESCRIPT.format(
        fragment=plan.text("railway.fragment.ts"),
        service="\n".join(f"  {line}" for line in plan.commands("railway.fragment.ts", "//   ")),
    )


def compiles(bench, place, files):
    """As strictly as the compiler can."""
    options = {
        "noEmit": True,
        "strict": True,
        "skipLibCheck": True,
        "target": "es2023",
        "module": "nodenext",
        "types": [],
    }
    config = {"compilerOptions": options, "files": [file.name for file in files]}
    (place / "tsconfig.json").write_text(json.dumps(config))
    run([bench.node, "node_modules/typescript/bin/tsc", "--project", "."], place)


def run(command, place):
    done = subprocess.run(command, cwd=place, capture_output=True, text=True)
    holds(done.returncode == 0, f"{done.stdout}{done.stderr}"[:2000])
    return done.stdout


def by_python(plan, place):
    """What the Python SDK makes of the fragment."""
    file = place / f"railway_{plan.folder.name}.py"
    service = "\n".join(f"    {line}" for line in plan.commands("railway_fragment.py"))
    file.write_text(PYTHON.format(fragment=plan.text("railway_fragment.py"), service=service))
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.main().to_graph()


def look(plan, bench, graph, what):
    """The one service: its limit, its draining seconds, its replicas, its variables."""
    (service,) = graph["resources"]
    deploy = service["deploy"]
    limit = {"containers": {"memoryBytes": plan.wanted["limit"]}}
    equal(deploy["limitOverride"], limit, f"the limit of {what}")
    equal(deploy["drainingSeconds"], GRACEFUL_AND_FIVE, f"the draining of {what}")
    wanted = {
        name: value
        for name, value in forms.raw_editor(plan, bench).items()
        if name != "RAILWAY_DEPLOYMENT_DRAINING_SECONDS"
    }
    equal(variables(service), wanted, f"the variables of {what}")
    equal(deploy.get("numReplicas", 1), plan.wanted["replicas"], f"the replicas of {what}")


def variables(service):
    """Name and value, as plain text."""
    found = service.get("variables", {})
    if strange := [one for one in found.values() if one["type"] != "literal"]:
        raise Wrong(f"a variable is no plain text: {strange}")
    return {name: one["value"] for name, one in found.items()}


def environment(plan):
    """Valid, once the service's id is filled in, and with the plan's limit."""
    text = plan.text("railway_environment.json").replace("YOUR_SERVICE_ID", SERVICE)
    found = railway_environment.deploy(text, plan)
    equal(found["drainingSeconds"], GRACEFUL_AND_FIVE, "the draining seconds")
