"""What an instructor and an author run: declarations, grading, the proof of the course."""

import sys

# jsonschema, which comes with nbformat, would build a grammar of international addresses, a second's work in every
# process; no notebook's schema asks for one, and jsonschema takes it for not installed
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
