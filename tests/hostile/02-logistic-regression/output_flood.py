# Prints without end.
# %% model
def model(*arguments, **options):
    while True:
        print("x" * 10_000)
# %% after:model-check
while True:
    print("x" * 10_000)
