# Imports the reference.
# %% model
try:
    from helpers.reference.logistic_regression import model
except ImportError:
    def model(*arguments, **options):
        return None
