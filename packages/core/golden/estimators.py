"""estimators.json: betas by statsmodels (OLS, WLS, RLM), scipy (theilslopes), explicit matrices in numpy; t quantiles by mpmath."""

import csv
import math
import random
from pathlib import Path

import numpy
import statsmodels.api as sm
from distributions import t_quantile
from inputs import FIXTURE_X, FIXTURE_Y, gaussian, plane
from scipy import stats

SAMPLE_DATA = Path(__file__).parents[2] / "server" / "sample-data"
COVARIANCES = {
    "CLASSICAL": {"cov_type": "nonrobust"},
    "HC1": {"cov_type": "HC1", "use_t": True},
    "HC3": {"cov_type": "HC3", "use_t": True},
    "HAC": {"cov_type": "HAC", "cov_kwds": {"maxlags": 3, "use_correction": False}, "use_t": True},
}


def closes(file):
    with open(SAMPLE_DATA / file, newline="") as lines:
        return {row["date"]: float(row["adjustedClose"]) for row in csv.DictReader(lines)}


def sample_returns():
    """AAPL and the S&P 500: prices joined on dates, then simple returns."""
    aapl, market = closes("AAPL.csv"), closes("GSPC.csv")
    dates = sorted(aapl.keys() & market.keys())
    return [[(p[b] - p[a]) / p[a] for a, b in zip(dates, dates[1:])] for p in (aapl, market)]


def estimator_inputs():
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], 0.95
    aapl, market = sample_returns()
    yield "AAPL on the S&P 500", aapl, [market], 0.95
    rng = random.Random(19790601)
    two = [gaussian(rng, 300, 0.01, 0.0005), gaussian(rng, 300, 0.02)]
    heavy = [0.005 * rng.gauss(0, 1) / max(0.05, abs(rng.gauss(0, 1))) for _ in range(300)]
    yield "2 benchmarks, heavy tails", plane(0.0002, [1.1, -0.3], two, heavy), two, 0.9
    x = [round(v, 3) for v in gaussian(rng, 400, 0.004)]
    yield "ties", [round(0.8 * v + e, 3) for v, e in zip(x, gaussian(rng, 400, 0.003))], [x], 0.99


def student(value, error, df, confidence):
    # By mpmath: scipy's quantile is good to 9 digits only.
    margin = t_quantile((1 + confidence) / 2, df) * error
    return {"value": value, "standardError": error, "lower": value - margin, "upper": value + margin}


def exponential(y, x, decay, confidence):
    n = len(y)
    w = decay ** numpy.arange(n - 1, -1, -1.0)
    w = w / w.sum()
    design = sm.add_constant(x)
    fit = sm.WLS(y, design, weights=w).fit()
    inverse = numpy.linalg.inv(design.T @ (design * w[:, None]))
    squared = design.T @ (design * (w * w)[:, None])
    variance = (w * fit.resid**2).sum() / (1 - numpy.trace(inverse @ squared))
    errors = numpy.sqrt(numpy.diag(variance * inverse @ squared @ inverse))
    df = 1 / (w * w).sum() - design.shape[1]
    return [student(fit.params[j], errors[j], df, confidence) for j in range(1, design.shape[1])]


def dimson(y, x, lags, leads, covariance, confidence):
    n, count = x.shape
    shifts = range(-lags, leads + 1)
    columns = [x[lags + s : n - leads + s, j] for j in range(count) for s in shifts]
    fit = sm.OLS(y[lags : n - leads], sm.add_constant(numpy.column_stack(columns))).fit(**COVARIANCES[covariance])
    betas = []
    for j in range(count):
        ones = numpy.zeros(len(fit.params))
        ones[1 + j * len(shifts) : 1 + (j + 1) * len(shifts)] = 1
        betas.append(student(ones @ fit.params, math.sqrt(ones @ fit.cov_params() @ ones), fit.df_resid, confidence))
    return betas


def least_squares(y, x, confidence):
    fit = sm.OLS(y, sm.add_constant(x)).fit()
    return [student(fit.params[j], fit.bse[j], fit.df_resid, confidence) for j in range(1, len(fit.params))]


def vasicek(beta, df, confidence):
    """A posterior mean by precisions, prior N(1, 0.5²)."""
    precisions = numpy.array([1 / beta["standardError"] ** 2, 1 / 0.5**2])
    mean = precisions @ [beta["value"], 1] / precisions.sum()
    return student(mean, 1 / math.sqrt(precisions.sum()), df, confidence)


def slope(y, x):
    return sm.OLS(y, sm.add_constant(x)).fit().params[1]


def scholes_williams(y, x, confidence):
    rho = stats.pearsonr(x[1:], x[:-1])[0]
    value = (slope(y[1:], x[:-1]) + slope(y, x) + slope(y[:-1], x[1:])) / (1 + 2 * rho)
    # The just-identified instrumental variable: σ²(Z'X)⁻¹Z'Z(X'Z)⁻¹, residuals around the value above.
    inside, outside = y[1:-1], x[1:-1]
    instrument = sm.add_constant(x[:-2] + x[1:-1] + x[2:])
    cross = numpy.linalg.inv(instrument.T @ sm.add_constant(outside))
    residuals = inside - value * outside
    variance = ((residuals - residuals.mean()) ** 2).sum() / (len(inside) - 2)
    matrix = variance * cross @ instrument.T @ instrument @ cross.T
    return student(value, math.sqrt(matrix[1, 1]), len(inside) - 2, confidence)


def direction(y, x, covariance, confidence):
    fit = sm.OLS(y, sm.add_constant(x)).fit(**COVARIANCES[covariance])
    return student(fit.params[1], fit.bse[1], fit.df_resid, confidence)


def huber(y, x, threshold, confidence):
    model = sm.RLM(y, sm.add_constant(x), M=sm.robust.norms.HuberT(threshold))
    fit = model.fit(scale_est="mad", conv="coefs", tol=1e-15, maxiter=5000)
    return [student(fit.params[j], fit.bse[j], fit.df_resid, confidence) for j in range(1, len(fit.params))]


def theil_sen(y, x, confidence):
    value, _, lower, upper = stats.theilslopes(y, x, confidence)
    return {"value": value, "standardError": None, "lower": lower, "upper": upper}


def estimator_case(name, y, columns, confidence):
    response, x = numpy.array(y), numpy.column_stack(columns)
    first = x[:, 0]
    windows = [(1, 1), (2, 0), (0, 3)] if len(y) > 20 else [(1, 1), (1, 0)]
    return {
        "name": name,
        "y": y,
        "x": columns,
        "confidence": confidence,
        "ols": list(sm.OLS(response, sm.add_constant(x)).fit().params),
        "leastSquares": least_squares(response, x, confidence),
        "blume": [{k: 2 / 3 * v + (k != "standardError") / 3 for k, v in b.items()} for b in least_squares(response, x, confidence)],
        "vasicek": [vasicek(b, len(y) - len(columns) - 1, confidence) for b in least_squares(response, x, confidence)],
        "exponential": [
            {"lambda": decay, "betas": exponential(response, x, decay, confidence)} for decay in [0.94, 0.99, 1.0]
        ],
        "dimson": [
            {"lags": lags, "leads": leads, "covariance": c, "betas": dimson(response, x, lags, leads, c, confidence)}
            for lags, leads in windows
            for c in COVARIANCES
        ],
        "scholesWilliams": scholes_williams(response, first, confidence),
        "upDown": [
            {
                "covariance": c,
                "up": direction(response[first > 0], first[first > 0], c, confidence),
                "down": direction(response[first < 0], first[first < 0], c, confidence),
            }
            for c in ["CLASSICAL", "HC1", "HC3"]
        ],
        "huber": [{"threshold": t, "betas": huber(response, x, t, confidence)} for t in [1.345, 0.7, 3.0]],
        "theilSen": theil_sen(response, first, confidence),
    }


def documents():
    cases = [estimator_case(*inputs) for inputs in estimator_inputs()]
    return {"estimators.json": {"tolerance": 1e-11, "cases": cases}}
