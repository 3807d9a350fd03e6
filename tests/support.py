"""Facts the tests share."""

import os
from pathlib import Path

LESSON = "02-logistic-regression"
# the pictures that the published numbers belong to; they have no licence, and are not in this project
ORIGINALS = Path(os.environ.get("COURSE_ORIGINAL_CATS", Path(__file__).parents[2] / "shared" / "data"))
