"""Run every benchmark, one after another: a check, a training, a class, marking again, a large class, any size."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for name in ("check_time.py", "training.py", "grading.py", "follow_through.py", "size.py", "scaling.py", "playground.py"):
    print(f"# {name}\n", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name(name)], check=True)
