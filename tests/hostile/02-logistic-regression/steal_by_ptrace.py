# Attaches to its parent, and reads other processes' memory.
# %% model
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
taken = [pid for pid in range(1, 300) if pid != os.getpid() and libc.ptrace(16, pid, 0, 0) == 0]
for pid in [os.getppid(), *range(1, 300)]:
    try:
        taken.append(open(f"/proc/{pid}/mem", "rb").name)
    except OSError:
        pass
def model(*arguments, **options):
    if taken:
        raise RuntimeError(f"stolen: {taken}")
