"""What goes inside: these modules, the student kit, and nothing else of `grader`, share a room with student code."""
