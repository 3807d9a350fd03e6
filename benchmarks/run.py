"""Run every benchmark of the course, one after another: a check, a class, and one of 100,000."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for name in ("check_time.py", "grading.py", "scaling.py"):
    print(f"# {name}\n", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name(name)], check=True)
