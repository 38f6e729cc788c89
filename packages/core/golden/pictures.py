"""pictures.json: what pictures draw, by statsmodels, exact arithmetic, numpy, pandas and R: bounds of a fitted line,
added-variable plots, growth and drawdowns by the day, normal quantiles."""

import json
import random
import subprocess
from fractions import Fraction

import mpmath
import numpy
import pandas
import statsmodels.api as sm
from distributions import t_quantile
from estimators import sample_returns
from exact import inverse, real
from inputs import FIXTURE_X, FIXTURE_Y, gaussian, plane

COVARIANCES = {
    "CLASSICAL": {"cov_type": "nonrobust"},
    "HC1": {"cov_type": "HC1", "use_t": True},
    "HC3": {"cov_type": "HC3", "use_t": True},
    "HAC": {"cov_type": "HAC", "cov_kwds": {"maxlags": 3, "use_correction": False}, "use_t": True},
}
CONFIDENCE = 0.9


def regressions():
    """Name, response, regressors, intercept, points (one a row)."""
    rng = random.Random(19690101)
    grid = [[v / 4] for v in range(-10, 11, 2)]
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], True, grid
    yield "12-point fixture, no intercept", FIXTURE_Y, [FIXTURE_X], False, grid
    stock, index = (values[:252] for values in sample_returns())
    yield "a year of AAPL on the S&P 500", stock, [index], True, [[v / 100] for v in range(-5, 6)]
    market = gaussian(rng, 80, 0.01, 0.0004)
    sector = [0.6 * m + e for m, e in zip(market, gaussian(rng, 80, 0.008))]
    noise = [rng.gauss(0, 0.004 + abs(m)) for m in market]
    two = [[0, 0], [1, 0], [0, 1], [0.02, -0.01], [-0.03, 0.02], [market[3], sector[3]]]
    for intercept in (True, False):
        name = "2 benchmarks, wilder on turbulent days" + ("" if intercept else ", no intercept")
        yield name, plane(0.0005, [1.1, -0.4], [market, sector], noise), [market, sector], intercept, two


def table(y, design, at, covariance):
    """statsmodels' mean and its standard error; its t quantile is good to 10 digits only, so the bounds take mpmath's."""
    prediction = sm.OLS(y, design).fit(**COVARIANCES[covariance]).get_prediction(at)
    return {
        "covariance": covariance,
        "lags": 3 if covariance == "HAC" else None,
        "estimates": prediction.predicted_mean.tolist(),
        **bounds(prediction.predicted_mean, prediction.se_mean, len(y) - design.shape[1]),
        "byStatsmodels": prediction.conf_int(alpha=1 - CONFIDENCE).T.tolist(),
    }


def bounds(means, errors, df):
    t = -t_quantile((1 - CONFIDENCE) / 2, df)
    return {
        "standardErrors": list(errors),
        "lower": [m - t * e for m, e in zip(means, errors)],
        "upper": [m + t * e for m, e in zip(means, errors)],
    }


def mean_response(name, y, columns, intercept, points):
    ones = lambda rows: [[1.0, *row] if intercept else row for row in rows]
    design, at = numpy.array(ones(list(zip(*columns))), dtype=float), numpy.array(ones(points), dtype=float)
    return {
        "name": name,
        "y": y,
        "x": columns,
        "intercept": intercept,
        "confidence": CONFIDENCE,
        "points": numpy.array(points, dtype=float).T.tolist(),
        "tables": [table(numpy.array(y), design, at, covariance) for covariance in COVARIANCES],
    }


def far_from_zero():
    """Name, response, regressors, points (one a row)."""
    rng = random.Random(19690102)
    for ratio in [1e3, 1e6]:
        x = gaussian(rng, 60, 1.0, ratio)
        at = [[0.0], [ratio], [ratio + 0.37], [ratio - 2.5], [x[7]], [2 * ratio]]
        yield f"mean/sd {ratio:g}", plane(3 - 0.7 * ratio, [0.7], [x], gaussian(rng, 60, 0.5)), [x], at
    x, z = gaussian(rng, 60, 1.0, 1e6), gaussian(rng, 60, 1.0, -1e6)
    at = [[0.0, 0.0], [1e6, -1e6], [1e6 + 2, -1e6 - 1], [x[7], z[7]]]
    yield "mean/sd 1e6, 2 benchmarks", plane(2, [0.7, 0.7], [x, z], gaussian(rng, 60, 0.5)), [x, z], at
    twin = [v + e for v, e in zip(x, gaussian(rng, 60, 1e-4))]
    at = [[x[7], twin[7]], [1e6, 1e6], [1e6 + 1, 1e6 + 1], [1e6, 1e6 + 1]]
    yield "mean/sd 1e6, near-twins", plane(2, [0.7, 0.7], [x, twin], gaussian(rng, 60, 0.5)), [x, twin], at
    wild = gaussian(rng, 60, 0.01)
    y = plane(0, [1], [wild], gaussian(rng, 60, 0.01))
    y[20] = 1e3
    # The last point is where the bad tick has no weight.
    middle = sum(wild) / 60
    still = middle - sum((v - middle) ** 2 for v in wild) / 60 / (wild[20] - middle)
    yield "1 bad tick of 1000", y, [wild], [[0.0], [wild[20]], [0.02], [-0.02], [still]]


def exact_mean_response(name, y, columns, points):
    """In exact rational arithmetic, rounded at the end."""
    response = [Fraction(v) for v in y]
    n = len(response)
    x = [[Fraction(1)] * n] + [[Fraction(v) for v in column] for column in columns]
    inv = inverse([[sum(a * b for a, b in zip(p, q)) for q in x] for p in x])
    weights = [[sum(a * column[t] for a, column in zip(row, x)) for t in range(n)] for row in inv]
    estimates = [sum(a * b for a, b in zip(row, response)) for row in weights]
    residuals = [v - sum(b * column[t] for b, column in zip(estimates, x)) for t, v in enumerate(response)]
    leverages = [sum(column[t] * row[t] for column, row in zip(x, weights)) for t in range(n)]
    s2 = sum(e * e for e in residuals) / (n - len(x))
    variances = {
        "CLASSICAL": [s2] * n,
        "HC1": [e * e * Fraction(n, n - len(x)) for e in residuals],
        "HC3": [(e / (1 - h)) ** 2 for e, h in zip(residuals, leverages)],
    }
    rows = [[Fraction(1), *map(Fraction, point)] for point in points]
    pulls = [[sum(a * row[t] for a, row in zip(at, weights)) for t in range(n)] for at in rows]
    means = [real(sum(a * b for a, b in zip(at, estimates))) for at in rows]
    tables = []
    for covariance, each in variances.items():
        errors = [mpmath.sqrt(real(sum(p * p * v for p, v in zip(pull, each)))) for pull in pulls]
        made = {"estimates": means, **bounds(means, errors, n - len(x))}
        made = {key: [float(v) for v in values] for key, values in made.items()}
        tables.append({"covariance": covariance, "lags": None, **made})
    return {
        "name": name,
        "y": y,
        "x": columns,
        "intercept": True,
        "confidence": CONFIDENCE,
        "points": [list(column) for column in zip(*points)],
        "tables": tables,
    }


def partial_regressions():
    """Each regressor's added-variable plot, as statsmodels' plot_partregress has it: residuals on all others."""
    rng = random.Random(19630101)
    common = gaussian(rng, 60, 0.01, 0.0004)
    three = [[c + e for c, e in zip(common, gaussian(rng, 60, 0.006))] for _ in range(3)]
    for columns in (three, three[:2], three[:1]):
        y = plane(0.0003, [1.2, -0.5, 0.3], columns, gaussian(rng, 60, 0.008))
        plots = [residuals_on(columns[:j] + columns[j + 1 :], [y, columns[j]]) for j in range(len(columns))]
        yield {"name": f"{len(columns)} benchmarks", "y": y, "x": columns, "plots": plots}


def residuals_on(others, targets):
    design = numpy.column_stack([numpy.ones(len(targets[0])), *others])
    left = [numpy.array(t) - design @ numpy.linalg.lstsq(design, numpy.array(t), rcond=None)[0] for t in targets]
    return dict(zip(["response", "regressor"], [column.tolist() for column in left]))


def paths():
    """Cumulative returns and drawdowns by the day, the start counting as a peak, by pandas."""
    stock, index = (values[:500] for values in sample_returns())
    hedged = [a - 0.9 * b for a, b in zip(stock, index)]
    problems = [("AAPL", stock), ("AAPL hedged", hedged), ("everything lost at the end", [0.1, -0.2, 0.3, -1.0])]
    for name, values in problems:
        yield path(name, "SIMPLE", values, (1 + pandas.Series(values)).cumprod())
    logs = numpy.log1p(stock)
    yield path("AAPL, log returns", "LOG", logs.tolist(), numpy.exp(pandas.Series(logs).cumsum()))


def path(name, kind, values, wealth):
    peak = wealth.cummax().clip(lower=1.0)
    return {
        "name": name,
        "kind": kind,
        "returns": values,
        "growth": (wealth - 1).tolist(),
        "drawdown": (wealth / peak - 1).tolist(),
    }


QUANTILES = """
samples <- jsonlite::fromJSON(file("stdin"), simplifyVector = FALSE)
line <- qqline  # what it draws, as numbers
body(line)[[length(body(line))]] <- quote(c(int, slope))
one <- function(values) {
  y <- unlist(values)
  # As text: toJSON itself rounds to 15 digits.
  lapply(list(quantiles = qnorm(ppoints(length(y))), line = line(y)), function(v) I(sprintf("%.17g", v)))
}
answer <- list(version = R.version.string, cases = lapply(samples, one))
cat(jsonlite::toJSON(answer, auto_unbox = TRUE))
"""


def quantiles():
    rng = random.Random(19680101)
    samples = {f"{n} values": gaussian(rng, n, 0.01, 0.001) for n in [1, 2, 3, 5, 10, 11, 12, 61]}
    samples["ties"] = [0.0, 0.01, 0.0, -0.02, 0.01, 0.0, 0.0, 0.03, 0.0, 0.0, 0.0, -0.01]
    samples["2 years of AAPL"] = sample_returns()[0][:500]
    command = ["Rscript", "--vanilla", "-e", QUANTILES]
    run = subprocess.run(
        command, input=json.dumps(list(samples.values())), capture_output=True, text=True, check=True
    )
    answer = json.loads(run.stdout)
    cases = []
    for (name, values), made in zip(samples.items(), answer["cases"]):
        line = dict(zip(["intercept", "slope"], map(float, made["line"])))
        by_rank = [float(v) for v in made["quantiles"]]
        cases.append({"name": name, "values": values, "quantiles": by_rank, "line": line})
    return answer["version"], cases


def documents():
    version, by_r = quantiles()
    return {
        "pictures.json": {
            "madeWith": version,
            "tolerance": 1e-9,
            "meanResponses": [mean_response(*problem) for problem in regressions()],
            "exactMeanResponses": [exact_mean_response(*problem) for problem in far_from_zero()],
            "partialRegressions": list(partial_regressions()),
            "paths": list(paths()),
            "quantiles": by_r,
        }
    }
