# Closes and deletes the standard streams at the very end of the notebook.
# %% after:model-try
import sys
sys.stdout.close()
sys.stdout = sys.stderr = sys.__stdout__ = None
