"""The catalogue of known mistakes: one module a lesson; each is a short wrong version and a sentence that helps."""
