"""Setting up on a machine that has little: what is missing is named, nothing half-made stays."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`make` with our Makefile in an empty folder."""
    shutil.copy(ROOT / "Makefile", folder)
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True)


def test_without_a_target_they_are_listed(tmp_path: Path) -> None:
    listed = make(tmp_path).stdout
    assert all(f"make {target} " in listed for target in ("run", "test", "check", "fix"))


@pytest.mark.parametrize("python", ["", "false"])
def test_a_python_that_cannot_make_an_environment_is_said(tmp_path: Path, python: str) -> None:
    """None that is new enough; one without ensurepip, as Debian has it."""
    done = make(tmp_path, ".venv/bin/python", f"PYTHON={python}")
    assert done.returncode != 0
    assert ("python3-venv" if python else "Python 3.11 or later is needed") in done.stderr
    assert not (tmp_path / ".venv").exists()
