"""Databases for a gradebook: SQLite's file, and a real PostgreSQL server of the tests' own."""

from __future__ import annotations

import functools
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest

from grader.course import CONFIG_NAME, Course

PASSWORD = "s3cret"
QUICK = ("fsync=off", "full_page_writes=off")


@functools.cache
def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda path: int(path.parent.name))


class Server:
    """A private PostgreSQL server in a temporary folder, on a port that was free; it can be stopped and started.

    Parameters
    ----------
    settings
        Of PostgreSQL: by default what is quick, for a crash of the whole machine ends the tests anyway.
    """

    def __init__(self, *settings: str) -> None:
        self.settings = settings
        self.folder = Path(tempfile.mkdtemp(prefix="course-postgresql-"))
        self.user = _other_user()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        if self.user:
            shutil.chown(self.folder, self.user, self.user)
        (self.folder / "password").write_text(PASSWORD)
        options = ["--auth=scram-sha-256", "--username=teacher", f"--pwfile={self.folder}/password"]
        self._run("initdb", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", *options)

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        command = [folder / program, "-D", self.folder / "data", *arguments]
        subprocess.run(command, user=self.user, cwd="/", stdout=subprocess.DEVNULL, check=True)

    def start(self) -> Server:
        settings = (f"port={self.port}", f"unix_socket_directories={self.folder}", *self.settings)
        options = " ".join(f"-c {one}" for one in settings)
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder}/log", "-o", options)
        return self

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def close(self) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://teacher:{PASSWORD}@127.0.0.1:{self.port}/{name}"

    def new_database(self, like: str = "") -> str:
        """Make a database, empty or a copy of the one with this address; return its own."""
        name = f"gradebook_{secrets.token_hex(4)}"
        address = {"host": "127.0.0.1", "port": self.port, "user": "teacher", "password": PASSWORD}
        with psycopg.connect(**address, dbname="postgres", autocommit=True) as connection:
            connection.execute(f"create database {name} template {like.rpartition('/')[2] or 'template1'}")
        return self.url(name)


def _other_user() -> str | None:
    """Return whom to run it as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


def new_server() -> Server:
    """Start a server, or skip the test where there is none to start."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    server = Server(*QUICK)
    try:
        return server.start()
    except BaseException:
        server.close()
        raise


def keep_gradebook_in(course: Course, db_url: str) -> Course:
    """Configure a course folder for this database; return it read anew."""
    with (course.root / CONFIG_NAME).open("a", encoding="utf-8") as config:
        config.write(f"c.CourseDirectory.db_url = {db_url!r}\n")
    return Course(course.root)
