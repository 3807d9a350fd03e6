# Nothing is written.
