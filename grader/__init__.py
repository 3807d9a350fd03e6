"""What an instructor runs: declarations, marking, verification, and the command `course`."""
