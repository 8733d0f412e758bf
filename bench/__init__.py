"""The benchmarks behind `make bench`: the main readings and acts, each beside a hand-written floor in the same run.

The product is asked as people ask it: through its own application, signed in, with row-level security, views recorded.
The floor is the least that could give the same facts: one hand-written statement as the owner of the tables, on a bare
connection, nothing checked and nothing recorded. A ratio to a floor of the same minute means something on a noisy
machine; a time in milliseconds does not.

    .venv/bin/python -m bench [--cases 10000] [--rounds 3] [--plans] [board case calendar move feed …]
    .venv/bin/python -m bench scale [--small 10000] [--large 1000000]
    .venv/bin/python -m bench decay [--settled 1000000]

Beside them, what has a bar of its own: hostile documents, operations drawn from the whole schema and compared on both
paths, memory after ten thousand documents, and how latency grows with the data. All bars are told together at the end.
"""
