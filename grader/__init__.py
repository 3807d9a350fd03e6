"""What an instructor and an author run: declarations, grading, the proof of the course."""

import sys

# jsonschema, which comes with nbformat, would build grammars of addresses and durations, a second's work in every
# process; no notebook's schema asks for one, and jsonschema takes them for not installed
for grammar in ("rfc3987_syntax", "rfc3986_validator", "isoduration"):
    sys.modules.setdefault(grammar, None)  # type: ignore[arg-type]
