"""The tutorial's job as a Python user would write it: reads two price series as JSON, prints median microseconds."""

import json
import statistics
import sys
import time

import numpy as np
import pandas as pd
import statsmodels.api as sm

asset, market = json.load(sys.stdin)
days = [np.array(s["days"]) for s in (asset, market)]
prices = [np.array(s["prices"]) for s in (asset, market)]
series = [pd.Series(p, index=pd.to_datetime(d, unit="D")) for d, p in zip(days, prices)]


def table(fit):
    return fit.params, fit.bse, fit.tvalues, fit.pvalues, fit.conf_int(), fit.rsquared, fit.fvalue, fit.f_pvalue, fit.aic


def with_numpy():
    _, left, right = np.intersect1d(days[0], days[1], assume_unique=True, return_indices=True)
    y, x = (np.diff(p) / p[:-1] for p in (prices[0][left], prices[1][right]))
    design = np.column_stack([np.ones_like(x), x])
    fit = sm.OLS(y, design).fit()
    table(fit)
    return table(sm.OLS(y - fit.params[1] * x, design).fit())


def with_pandas():
    returns = pd.concat(series, axis=1, join="inner", keys=["y", "x"]).pct_change().dropna()
    design = sm.add_constant(returns["x"])
    fit = sm.OLS(returns["y"], design).fit()
    table(fit)
    return table(sm.OLS(returns["y"] - fit.params["x"] * returns["x"], design).fit())


def median_microseconds(action, runs=100):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


print(
    json.dumps(
        {
            "numpy + statsmodels": median_microseconds(with_numpy),
            "pandas + statsmodels": median_microseconds(with_pandas),
        }
    )
)
