"""Real applications: Wagtail's start template and a django-oscar shop, made and filled once."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from harness.service import PROJECT, Service, clean_environment
from harness.traffic import Request

APPS = PROJECT.parent / "apps"


@dataclass(frozen=True)
class Application:
    """How an application is found, and what its visitors and its staff look at."""

    name: str
    settings: str
    wsgi: str
    paths: list = field(default_factory=list)


WAGTAIL = Application(
    "wagtail",
    "lab_settings",
    "mysite.wsgi",
    [
        "/",
        "/page-{n}/",
        "/search/?query=page",
        "/admin/",
        "/admin/pages/",
        "/admin/reports/site-history/",
        "/admin/images/",
        "/page-{n}/",
    ],
)
OSCAR = Application(
    "oscar",
    "shop_settings",
    "shop_wsgi",
    [
        "/catalogue/",
        "/catalogue/book-{n}_{n1}/",
        "/basket/",
        "/offers/",
        "/dashboard/",
        "/dashboard/catalogue/",
        "/dashboard/orders/",
        "/search/?q=book",
    ],
)
APPLICATIONS = {application.name: application for application in (WAGTAIL, OSCAR)}


class Installed:
    """An application with its project folder and its database."""

    def __init__(self, application, environment, postgres):
        self.application = application
        self.environment = environment
        self.folder = Path(tempfile.mkdtemp(prefix=f"headroom-lab-{application.name}-"))
        self.variables = {
            "DJANGO_SETTINGS_MODULE": application.settings,
            "LAB_DB_SOCKET": str(postgres.folder),
            "PYTHONPATH": f"{self.folder}:{PROJECT}",
        }
        postgres.run(
            "createdb", "-h", postgres.folder, "-U", "lab", "--maintenance-db=lab", application.name
        )
        if application is WAGTAIL:
            self.python(environment / "bin/wagtail", "start", "mysite", self.folder)
        shutil.copytree(APPS / application.name, self.folder, dirs_exist_ok=True)
        self.python("-m", "django", "migrate", "--verbosity", "0")
        self.session = self.python("fill.py").split()[-1]

    def python(self, *arguments):
        """Runs the environment's Python in the project folder."""
        done = subprocess.run(
            [self.environment / "bin/python", *arguments],
            cwd=self.folder,
            env=clean_environment() | self.variables,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip()[-2000:])
        return done.stdout

    def service(self, **settings):
        """The application as a service, not started yet."""
        python = self.environment / "bin/python"
        service = Service(python, self.variables, settings, project=self.folder)
        service.application = self.application.wsgi
        return service

    def requests(self, count):
        """So many requests over the application's pages, as its staff."""
        paths = self.application.paths
        for i in range(count):
            n = i % 30
            path = paths[i % len(paths)].format(n=n, n1=n + 1)
            yield Request(path, cookie=f"sessionid={self.session}")

    def remove(self):
        shutil.rmtree(self.folder)
