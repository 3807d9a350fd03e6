"""Run every benchmark, one after another: what a check costs, what a class costs, what a large one does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for name in ("check_time.py", "grading.py", "size.py"):
    print(f"# {name}\n", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name(name)], check=True)
