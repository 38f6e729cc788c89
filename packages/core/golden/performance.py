"""performance.json: performance measures by pandas, numpy and scipy, betas by statsmodels; AAPL, and random returns."""

import math
import random
from fractions import Fraction

import numpy
import pandas
import statsmodels.api as sm
from estimators import sample_returns
from scipy import stats


def risk_free(rng, n):
    """A rate of 0 to 5 % a year that wanders, by the day."""
    annual, rates = 0.02, []
    for _ in range(n):
        annual = min(0.05, max(0.0, annual + rng.gauss(0, 0.0005)))
        rates.append((1 + annual) ** (1 / 252) - 1)
    return rates


def series():
    """Each by its name."""
    aapl, market = sample_returns()
    rng = random.Random(19660101)
    rates = risk_free(rng, len(aapl))
    heavy = [0.012 * rng.gauss(0, 1) / max(0.15, abs(rng.gauss(0, 1))) + 0.001 for _ in range(241)]
    apart = random.Random(19660102)
    unrelated = [apart.gauss(0.001, 0.02) for _ in heavy]
    logs = {name: [math.log1p(value) for value in values] for name, values in {"AAPL": aapl, "market": market}.items()}
    return {
        "AAPL": aapl,
        "market": market,
        "riskFree": rates,
        "logAAPL": logs["AAPL"],
        "logMarket": logs["market"],
        "logRiskFree": [math.log1p(rate) for rate in rates],
        "heavy": heavy,
        "unrelated": unrelated,
        "growth": [0.01] * 24,
        "three": [0.01, -0.02, 0.025],
    }


CASES = [
    # Name, returns, kind, periods a year, benchmark, risk-free rate, confidence.
    ("AAPL on the S&P 500", "AAPL", "SIMPLE", 252, "market", None, "0.95"),
    ("over a risk-free rate", "AAPL", "SIMPLE", 252, "market", "riskFree", "0.99"),
    ("log returns", "logAAPL", "LOG", 252, "logMarket", None, "0.9"),
    ("log returns over a risk-free rate", "logAAPL", "LOG", 252, "logMarket", "logRiskFree", "0.975"),
    ("weeks of heavy tails, an unrelated benchmark", "heavy", "SIMPLE", 52, "unrelated", None, "0.9"),
    ("the index alone", "market", "SIMPLE", 252, None, "riskFree", "0.95"),
    ("constant growth by the month", "growth", "SIMPLE", 12, None, None, "0.95"),
    ("3 observations", "three", "SIMPLE", 12, None, None, "0.5"),
]


def drawdown(r, kind):
    """By the definition: wealth over its running maximum, the start included."""
    wealth = wealth_of(r, kind)
    below = wealth / wealth.cummax() - 1
    if below.min() > -1e-13:
        return None
    trough = int(below.idxmin())
    level = wealth[:trough].max()
    peak = int(wealth[:trough][wealth[:trough] == level].index[-1])
    later = wealth[trough:]
    back = later[later >= level]
    return {
        "depth": -below.min(),
        "peak": peak - 1,
        "trough": trough - 1,
        "recovery": int(back.index[0]) - 1 if len(back) else None,
    }


def wealth_of(r, kind):
    """Wealth at every moment, from the start on."""
    start = pandas.Series([1.0])
    after = numpy.exp(r.cumsum()) if kind == "LOG" else (1 + r).cumprod()
    return pandas.concat([start, after], ignore_index=True)


def tail_loss(r, confidence):
    # The rank from the decimal that was meant: 0.9 is not a double.
    exact = (len(r) - 1) * (1 - Fraction(confidence))
    worst = numpy.sort(r)[: math.floor(exact) + 1]
    return {
        "valueAtRisk": -numpy.quantile(r, 1 - float(confidence)),
        "expectedShortfall": -worst.mean(),
    }


def beta_of(excess, market):
    fit = sm.OLS(excess.to_numpy(), sm.add_constant(market.to_numpy())).fit()
    lower, upper = fit.conf_int(0.05)[1]
    return {"estimate": fit.params[1], "lower": lower, "upper": upper}


def relative(r, benchmark, s):
    if benchmark is None:
        return dict.fromkeys(["trackingError", "informationRatio", "upCapture", "downCapture"])
    active, up, down = r - benchmark, benchmark > 0, benchmark < 0
    error = active.std() * math.sqrt(s)
    return {
        "trackingError": error,
        "informationRatio": active.mean() * s / error,
        "upCapture": r[up].mean() / benchmark[up].mean(),
        "downCapture": r[down].mean() / benchmark[down].mean(),
    }


def measures(r, kind, s, benchmark, rate, confidence, beta):
    n = len(r)
    excess = r if rate is None else r - rate
    still = r.max() == r.min()
    total = math.exp(math.fsum(r if kind == "LOG" else map(math.log1p, r)))
    fall = drawdown(r, kind)
    shortfall = numpy.minimum(excess, 0)
    annual = total ** (s / n) - 1
    treynor = None
    if beta is not None and beta["lower"] * beta["upper"] > 0:
        treynor = excess.mean() * s / beta["estimate"]
    return {
        "cumulativeReturn": total - 1,
        "annualizedReturn": annual,
        "annualizedVolatility": 0.0 if still else r.std() * math.sqrt(s),
        "sharpe": None if still else excess.mean() / excess.std() * math.sqrt(s),
        "sortino": excess.mean() * s / (math.sqrt(s) * math.sqrt((shortfall**2).mean())) if shortfall.any() else None,
        "calmar": None if fall is None else annual / fall["depth"],
        "skew": None if still else stats.skew(r, bias=False),
        "kurtosis": None if still or n < 4 else stats.kurtosis(r, bias=False),
        **tail_loss(r.to_numpy(), confidence),
        **relative(r, benchmark, s),
        "treynor": treynor,
        "hitRate": float((r > 0).mean()),
        "maximumDrawdown": fall,
    }


def by_pandas(r):
    """Its own skewness and kurtosis, beside scipy's."""
    return {"skew": r.skew(), "kurtosis": r.kurt()}


def case(columns, name, returns, kind, s, benchmark, rate, confidence):
    def column(key):
        return None if key is None else pandas.Series(columns[key])

    r, b, rf = column(returns), column(benchmark), column(rate)
    excess = [x if rf is None else x - rf for x in (r, b) if x is not None]
    beta = None if b is None else beta_of(*excess)
    varied = r.max() > r.min() and len(r) > 3
    return {
        "name": name,
        "returns": returns,
        "kind": kind,
        "periodsPerYear": s,
        "benchmark": benchmark,
        "riskFree": rate,
        "confidence": float(confidence),
        "beta": beta,
        "measures": measures(r, kind, s, b, rf, confidence, beta),
        "byPandas": by_pandas(r) if varied else None,
    }


def documents():
    columns = series()
    return {
        "performance.json": {
            "tolerance": 1e-11,
            "series": columns,
            "cases": [case(columns, *problem) for problem in CASES],
        }
    }
