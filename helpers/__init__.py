"""What a student's notebook imports: data, plots, explorers and checks. Never imports `grader`."""
