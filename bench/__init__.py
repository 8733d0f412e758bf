"""The benchmarks behind `make bench`: the main readings and acts, each beside a hand-written floor in the same run.

The product is asked as people ask it: through its own application, signed in, with row-level security, views recorded.
The floor is the least that could give the same facts: one hand-written statement as the owner of the tables, on a bare
connection, nothing checked and nothing recorded. A ratio to a floor of the same minute means something on a noisy
machine; a time in milliseconds does not.

    .venv/bin/python -m bench [--cases 2000] [--rounds 3] [--seconds 2] [board calendar …]
"""
