"""Run every benchmark: a check, a training, a class, marking again, a large class, any size, the playground."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NAMES = ("check_time", "training", "grading", "follow_through", "size", "scaling", "playground")

for name in NAMES:
    print(f"# {name}.py\n", flush=True)
    subprocess.run([sys.executable, Path(__file__).with_name(f"{name}.py")], check=True)
