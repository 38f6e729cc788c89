"""The process in which the Python contestants are timed: it answers over stdin and stdout (see python-worker.ts)."""

import json
import platform
import sys
import time

try:
    import numpy as np
    import pandas as pd
    import statsmodels
    from contestants import contestants
except ImportError:
    sys.exit(0)  # without a line: the next Python is tried


def batch(job, runs):
    start = time.perf_counter()
    for _ in range(runs):
        job()
    return time.perf_counter() - start


def enough(job, seconds):
    job()
    runs = 1
    while batch(job, runs) < seconds:
        runs *= 2
    return runs


def answer_requests():
    put, jobs, runs = {}, {}, {}
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        if request["do"] == "put":
            column = sys.stdin.buffer.read(request["bytes"])
            put[request["name"]] = np.frombuffer(column, dtype=f"<{request['type']}")
            yield True
            continue
        name = request["contestant"]
        if name not in jobs:
            jobs[name] = contestants[name](put)
        if request["do"] == "answer":
            yield jobs[name]()
            continue
        if name not in runs:
            runs[name] = enough(jobs[name], request["seconds"])
        yield batch(jobs[name], runs[name]) / runs[name]


def say(value):
    print(json.dumps(value, default=lambda array: np.asarray(array).tolist()), flush=True)


say(
    f"Python {platform.python_version()}, numpy {np.__version__}, pandas {pd.__version__}, "
    f"statsmodels {statsmodels.__version__}"
)
for answer in answer_requests():
    say(answer)
