# The lesson as it was released.
