"""ols.json: statsmodels OLS on data sets of ordinary difficulty."""

import math
import random

import numpy
import statsmodels.api as sm
from inputs import FIXTURE_X, FIXTURE_Y, gaussian, plane
from statsmodels.stats.stattools import durbin_watson


def ols_inputs():
    rng = random.Random(20140102)
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], True, 0.95
    yield "12-point fixture, no intercept", FIXTURE_Y, [FIXTURE_X], False, 0.9
    market = gaussian(rng, 250, 0.01, 0.0004)
    yield "daily returns, 1 benchmark", plane(0.001, [1.9], [market], gaussian(rng, 250, 0.02)), [market], True, 0.95
    yield "daily returns, no relation", gaussian(rng, 250, 0.02), [market], True, 0.99
    two = [gaussian(rng, 60, 0.01), gaussian(rng, 60, 0.03, 0.002)]
    yield "2 benchmarks", plane(-0.0003, [0.8, -0.4], two, gaussian(rng, 60, 0.01)), two, True, 0.95
    yield "2 benchmarks, no intercept", plane(0, [0.8, -0.4], two, gaussian(rng, 60, 0.01)), two, False, 0.5
    common = gaussian(rng, 120, 0.01)
    five = [[c + e for c, e in zip(common, gaussian(rng, 120, 0.004))] for _ in range(5)]
    yield "5 related benchmarks", plane(0.0002, [1, 0.5, 0, -0.5, 0.2], five, gaussian(rng, 120, 0.01)), five, True, 0.95
    few = [gaussian(rng, 7) for _ in range(5)]
    yield "5 benchmarks, 1 degree of freedom", gaussian(rng, 7), few, True, 0.95
    heavy = [rng.gauss(0, 1) / max(0.05, abs(rng.gauss(0, 1))) for _ in range(80)]
    yield "heavy tails", [v * 2 + rng.gauss(0, 1) ** 3 for v in heavy], [heavy], True, 0.999
    drifting, level = [], 0.0
    for _ in range(100):
        level = 0.8 * level + rng.gauss(0, 1)
        drifting.append(level)
    trend = [float(i) for i in range(100)]
    yield "autocorrelated residuals", plane(5, [0.1], [trend], drifting), [trend], True, 0.95


def ols_case(name, y, columns, intercept, confidence):
    x = numpy.column_stack(columns)
    fit = sm.OLS(numpy.array(y), sm.add_constant(x, has_constant="add") if intercept else x).fit()
    bounds = fit.conf_int(1 - confidence)
    return {
        "name": name,
        "y": y,
        "x": columns,
        "intercept": intercept,
        "confidence": confidence,
        "coefficients": [
            {
                "estimate": fit.params[j],
                "standardError": fit.bse[j],
                "tStatistic": fit.tvalues[j],
                "pValue": fit.pvalues[j],
                "lower": bounds[j][0],
                "upper": bounds[j][1],
            }
            for j in range(len(fit.params))
        ],
        "rSquared": fit.rsquared,
        "adjustedRSquared": fit.rsquared_adj,
        "residualStandardError": math.sqrt(fit.scale),
        "fStatistic": fit.fvalue,
        "fPValue": fit.f_pvalue,
        "logLikelihood": fit.llf,
        "aic": fit.aic,
        "bic": fit.bic,
        "durbinWatson": durbin_watson(fit.resid),
    }


def documents():
    return {"ols.json": {"cases": [ols_case(*inputs) for inputs in ols_inputs()]}}
