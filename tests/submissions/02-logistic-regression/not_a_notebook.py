# raw
Dear teacher, my dog ate the notebook.
