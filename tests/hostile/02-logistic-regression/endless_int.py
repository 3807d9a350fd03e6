# Computes a power that never ends, where no signal is heard.
# %% model
def model(*arguments, **options):
    return 9 ** 9 ** 9 ** 9
