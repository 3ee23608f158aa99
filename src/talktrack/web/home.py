"""Where a person's data lies: one folder that only they can open."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from talktrack.kit.errors import UserError


@dataclass(frozen=True)
class Home:
    """The folder, and what lies where in it."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "talktrack.db"

    @property
    def secret(self) -> Path:
        """The key that signs cookies and undo tokens."""
        return self.path / "secret"

    @property
    def static(self) -> Path:
        """Styles, scripts and fonts, compressed and named by their content."""
        return self.path / "static"

    @property
    def running(self) -> Path:
        """Where the server that is running can be reached; there only while one is."""
        return self.path / "running.json"

    @property
    def lock(self) -> Path:
        return self.path / "running.lock"

    @property
    def posting(self) -> Path:
        """Held by the one program that sends this home's mail."""
        return self.path / "post.lock"

    @property
    def launch(self) -> Path:
        """A page that carries the launch token to the browser, so that no list of processes shows it."""
        return self.path / "open-talktrack.html"

    def example(self, name: str) -> Home:
        """The home of an example: a database of its own, never the person's."""
        return Home(self.path / "examples" / name)

    def read_secret(self) -> str:
        """The signing key, or "" where this home has not been made yet."""
        try:
            return self.secret.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return ""

    def make(self) -> None:
        """Make the folder (0700) and its secret (0600) where they are missing. Call with umask 077.

        Raises UserError where the folder cannot be made or written.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.chmod(0o700)
            if not self.read_secret():
                with self.secret.open("x", encoding="ascii") as file:
                    file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            return  # another start was faster, and made the same
        except OSError as error:
            raise UserError(
                f"The folder {self.path} cannot be written ({error.strerror}). Make it writable, or choose "
                "another one by setting TALKTRACK_HOME to its path."
            ) from error


def home(environment: Mapping[str, str]) -> Home:
    """The home that `TALKTRACK_HOME` names, else the platform's folder for a person's data."""
    named = environment.get("TALKTRACK_HOME", "")
    return Home(Path(named).expanduser().resolve() if named else user_data_path("talktrack", appauthor=False))
