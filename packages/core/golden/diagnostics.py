"""diagnostics.json: diagnostics of regressions, by statsmodels, R's lmtest, numpy, and mpmath where doubles would not do.

Debian: apt-get install r-cran-lmtest r-cran-jsonlite, for Durbin-Watson's p-value.
"""

import csv
import json
import random
import subprocess
from pathlib import Path

import mpmath
import numpy
import statsmodels.api as sm
from inputs import FIXTURE_X, FIXTURE_Y, gaussian, plane
from scipy import stats
from statsmodels.stats.diagnostic import acorr_ljungbox, breaks_cusumolsresid, het_breuschpagan
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson, jarque_bera

SAMPLE_DATA = Path(__file__).parents[2] / "server" / "sample-data"


def sample_returns(*names):
    """Simple returns on the dates that all have."""
    prices = []
    for name in names:
        with open(SAMPLE_DATA / f"{name}.csv") as file:
            prices.append({row["date"]: float(row["adjustedClose"]) for row in csv.DictReader(file)})
    dates = sorted(set.intersection(*(set(series) for series in prices)))
    return [[series[b] / series[a] - 1 for a, b in zip(dates, dates[1:])] for series in prices]


def inputs():
    """Name, response, regressors, intercept, break."""
    rng = random.Random(19600701)
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], True, 6
    yield "12-point fixture, no intercept", FIXTURE_Y, [FIXTURE_X], False, 5
    stock, index = sample_returns("AAPL", "GSPC")
    yield "AAPL on ^GSPC", stock, [index], True, 700
    market = gaussian(rng, 90, 0.01)
    sector = [0.5 * m + e for m, e in zip(market, gaussian(rng, 90, 0.008))]
    errors, before = [], 0.0
    for m, e in zip(market, gaussian(rng, 90, 0.006)):
        before = 0.3 * before + e * (1 + 40 * abs(m))
        errors.append(before)
    moved = [0.0002 + (0.4 if t < 50 else 1.3) * m - 0.5 * s for t, (m, s) in enumerate(zip(market, sector))]
    yield "2 benchmarks, a moved beta", [a + e for a, e in zip(moved, errors)], [market, sector], True, 40
    twin = [m + 1e-5 * e for m, e in zip(market, gaussian(rng, 90, 0.01))]
    yield "near-twins", plane(0, [0.7, 0.3], [market, twin], gaussian(rng, 90, 0.005)), [market, twin], True, 45
    wild = [0.02 * abs(rng.gauss(0, 1)) ** 3 * rng.choice([-1, 1]) for _ in range(40)]
    broken = [0.5 * w + e for w, e in zip(wild, gaussian(rng, 40, 0.01))]
    wild[17], broken[17], broken[30] = 12.5, -8.0, 9.0
    yield "bad ticks", broken, [wild], True, 20


DURBIN_WATSON = """
suppressMessages(library(lmtest))
case <- jsonlite::fromJSON(file("stdin"), simplifyMatrix = FALSE)
x <- do.call(cbind, case$x)
model <- if (case$intercept) lm(case$y ~ x) else lm(case$y ~ x - 1)
cat(sprintf("%.17g", dwtest(model, exact = FALSE, alternative = "two.sided")$p.value))
cat("", R.version$major, R.version$minor, as.character(packageVersion("lmtest")))
"""


def durbin_watson_p(y, columns, intercept):
    case = json.dumps({"y": y, "x": columns, "intercept": intercept})
    command = ["Rscript", "--vanilla", "-e", DURBIN_WATSON]
    p, *version = subprocess.run(command, input=case, capture_output=True, text=True, check=True).stdout.split()
    return float(p), f"R {version[0]}.{version[1]}, lmtest {version[2]}"


def durbin_watson_p_exactly(y, design):
    """The same p-value to 50 digits: with the exact moments of the statistic, from tr MA and tr (MA)²."""
    n, k = design.shape
    x = mpmath.matrix(design.tolist())
    _, e, inverse = mp_fit(y, design.tolist())
    padded = [x[0, :], *(x[t, :] for t in range(n)), x[n - 1, :]]
    second = mpmath.matrix([list(2 * padded[t + 1] - padded[t] - padded[t + 2]) for t in range(n)])
    product = x.T * second * inverse
    trace = 2 * (n - 1) - sum(product[j, j] for j in range(k))
    twice = second.T * second * inverse
    square = product * product
    square_trace = 6 * n - 8 + sum(square[j, j] - 2 * twice[j, j] for j in range(k))
    mean = trace / (n - k)
    variance = mpmath.mpf(2) / ((n - k) * (n - k + 2)) * (square_trace - trace * mean)
    statistic = sum((e[t] - e[t - 1]) ** 2 for t in range(1, n)) / sum(v * v for v in e)
    return float(mpmath.erfc(abs(statistic - mean) / mpmath.sqrt(2 * variance)))


def fluctuation(steps, scale):
    path = numpy.cumsum(steps) / scale
    index = int(numpy.argmax(numpy.abs(path)))
    statistic = float(abs(path[index]))
    return {"statistic": statistic, "pValue": stats.kstwobign.sf(statistic), "index": index}


def chow(y, design, at):
    def squares(part):
        residuals = y[part] - design[part] @ numpy.linalg.lstsq(design[part], y[part], rcond=None)[0]
        return residuals @ residuals

    n, k = design.shape
    apart = squares(slice(0, at)) + squares(slice(at, n))
    f = (squares(slice(0, n)) - apart) / k / (apart / (n - 2 * k))
    return {"at": at, "statistic": f, "pValue": stats.f.sf(f, k, n - 2 * k)}


def mp_fit(y, rows):
    """Coefficients, residuals and (XᵀX)⁻¹ to 50 digits."""
    x, response = mpmath.matrix(rows), mpmath.matrix(y)
    inverse = (x.T * x) ** -1
    estimates = inverse * (x.T * response)
    return estimates, response - x * estimates, inverse


def influences(y, design, kept):
    """Each observation's effect by leaving it out, to 50 digits."""
    rows, n, k = design.tolist(), *design.shape
    estimates, residuals, inverse = mp_fit(y, rows)
    variance = sum(e * e for e in residuals) / (n - k)
    for t in kept:
        without, others, _ = mp_fit(y[:t] + y[t + 1 :], rows[:t] + rows[t + 1 :])
        row = mpmath.matrix(rows[t])
        leverage = (row.T * inverse * row)[0]
        scale = mpmath.sqrt(sum(e * e for e in others) / (n - 1 - k))
        yield {
            "index": t,
            "changes": [float(a - b) for a, b in zip(estimates, without)],
            "leverage": float(leverage),
            "studentizedResidual": float(residuals[t] / scale / mpmath.sqrt(1 - leverage)),
            "cooksDistance": float(residuals[t] ** 2 * leverage / (k * variance * (1 - leverage) ** 2)),
        }


def by_statsmodels(fit, kept):
    effects = OLSInfluence(fit)
    return [
        {
            "index": int(t),
            "changes": list(effects.dfbeta[t]),
            "leverage": effects.hat_matrix_diag[t],
            "studentizedResidual": effects.resid_studentized_external[t],
            "cooksDistance": effects.cooks_distance[0][t],
        }
        for t in kept
    ]


def inflation(columns):
    """1/(1 − R²) of each column on a constant and the others, to 50 digits."""
    for j, column in enumerate(columns):
        others = [c for i, c in enumerate(columns) if i != j]
        _, residuals, _ = mp_fit(column, [[1, *row] for row in zip(*others)] if others else [[1]] * len(column))
        exact = [mpmath.mpf(v) for v in column]
        mean = sum(exact) / len(exact)
        yield float(sum((v - mean) ** 2 for v in exact) / sum(e * e for e in residuals))


def case(name, y, columns, intercept, at):
    # lmtest's normal equations keep three digits of twins, statsmodels' 1 - R² six: they would not come out the same
    # elsewhere. mpmath stands alone there.
    twins = name == "near-twins"
    x = numpy.column_stack(columns)
    design = sm.add_constant(x, has_constant="add") if intercept else x
    fit = sm.OLS(numpy.array(y), design).fit()
    n, k = design.shape
    p, version = (None, None) if twins else durbin_watson_p(y, columns, intercept)
    lagged = acorr_ljungbox(fit.resid)
    normality = jarque_bera(fit.resid)
    # The auxiliary regression has a constant, whether the first had one or not.
    spread = het_breuschpagan(fit.resid, sm.add_constant(x, has_constant="add"))
    centred = x - x.mean(axis=0)
    scores = numpy.linalg.pinv(design) * fit.resid
    largest = [numpy.argsort(-numpy.abs(column))[:10] for column in OLSInfluence(fit).dfbeta.T]
    kept = range(n) if n < 50 else sorted({int(t) for column in largest for t in column})
    alpha = None
    if intercept:
        statistic, p_value, _ = breaks_cusumolsresid(fit.resid, ddof=k)
        alpha = {"statistic": statistic, "pValue": p_value, "index": int(numpy.argmax(numpy.abs(fit.resid.cumsum())))}
    return {
        "name": name,
        "y": y,
        "x": columns,
        "intercept": intercept,
        "durbinWatson": {"statistic": durbin_watson(fit.resid), "pValue": durbin_watson_p_exactly(y, design)},
        "durbinWatsonByLmtest": {"pValue": p, "madeBy": version},
        "ljungBox": [
            {"lags": int(lags), "statistic": row.lb_stat, "pValue": row.lb_pvalue} for lags, row in lagged.iterrows()
        ],
        "jarqueBera": dict(zip(["statistic", "pValue", "skewness", "kurtosis"], map(float, normality))),
        "breuschPagan": {"statistic": spread[0], "pValue": spread[1]},
        "conditionNumber": numpy.linalg.cond(centred / numpy.linalg.norm(centred, axis=0)),
        "varianceInflation": list(inflation(columns)),
        "varianceInflationByStatsmodels": None
        if twins
        else [variance_inflation_factor(sm.add_constant(x, has_constant="add"), j + 1) for j in range(x.shape[1])],
        "influence": list(influences(y, design, kept)) if n < 1000 else by_statsmodels(fit, kept),
        "influenceByStatsmodels": by_statsmodels(fit, kept),
        "residualCusum": alpha,
        "betaCusum": [fluctuation(column, numpy.sqrt(column @ column)) for column in scores],
        "chow": chow(numpy.array(y), design, at),
    }


def documents():
    return {"diagnostics.json": {"tolerance": 1e-8, "cases": [case(*problem) for problem in inputs()]}}
