"""Run every benchmark of the course, one after another: what a check, grading a class and follow-through cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for name in ("check_time.py", "grading.py", "follow_through.py"):
    print(f"# {name}\n", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name(name)], check=True)
