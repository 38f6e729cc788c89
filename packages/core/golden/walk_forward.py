"""walk-forward.json: hedges walked forward: betas by statsmodels and scipy, then an account kept in money, in decimals.

A hedge is estimated on the returns before a close, sold short at that close, and held until the next estimate. What it
earned is read off an account, as a broker keeps it: the portfolio, bought with a loan; the shares sold short, their
proceeds as collateral that is settled to their value at every close; fees. Money is kept in 40 digits, from the prices
on: the only rounding is that of the betas.
"""

import random
from decimal import Decimal, getcontext
from pathlib import Path

import numpy
import pandas
import statsmodels.api as sm
from distributions import t_quantile, t_two_sided
from inputs import gaussian
from scipy import stats

getcontext().prec = 40
SAMPLE_DATA = Path(__file__).parents[2] / "server" / "sample-data"
COSTS = {"tradingBps": 5, "borrowRate": 0.005, "cashRate": 0.02}


# Prices: a table with a row a date, the portfolio's first.


def sample_prices():
    columns = {}
    for name, file in [("sample:AAPL", "AAPL.csv"), ("sample:^GSPC", "GSPC.csv")]:
        table = pandas.read_csv(SAMPLE_DATA / file, index_col="date", float_precision="round_trip")
        columns[name] = table["adjustedClose"]
    return pandas.DataFrame(columns).dropna()


def synthetic_prices():
    """Two instruments that move together, and a portfolio that is long one and short the other; by the week."""
    rng = random.Random(19931207)
    n = 400
    first = gaussian(rng, n, 0.02, 0.001)
    second = [0.3 * x + e for x, e in zip(first, gaussian(rng, n, 0.025))]
    drift = [0.9 + 0.4 * t / n for t in range(n)]
    portfolio = [0.001 + b * x - 0.4 * z + e for b, x, z, e in zip(drift, first, second, gaussian(rng, n, 0.012))]
    paths = [numpy.round(80 * numpy.cumprod([1, *(1 + r for r in column)]), 4) for column in (portfolio, first, second)]
    fridays = pandas.date_range("2010-01-01", periods=n + 1, freq="W-FRI").strftime("%Y-%m-%d")
    return pandas.DataFrame(numpy.column_stack(paths), index=fridays, columns=["portfolio", "first", "second"])


def returns_of(prices):
    """Row t runs from the close of row t of the prices to that of row t + 1."""
    table = prices.to_numpy()
    return pandas.DataFrame((table[1:] - table[:-1]) / table[:-1], index=prices.index[1:], columns=prices.columns)


# Estimators: the hedge ratios that a window of returns gives.


def ordinary(y, x):
    return sm.OLS(y, sm.add_constant(x)).fit().params[1:]


def exponentially_weighted(y, x):
    ages = numpy.arange(len(y))[::-1]
    return sm.WLS(y, sm.add_constant(x), weights=0.94**ages).fit().params[1:]


def huber(y, x):
    model = sm.RLM(y, sm.add_constant(x), M=sm.robust.norms.HuberT(1.345))
    return model.fit(scale_est="mad", conv="coefs", tol=1e-15, maxiter=5000).params[1:]


def dimson(y, x):
    """The day before, the day, and the day after, as far as the window has them."""
    neighbours = numpy.column_stack([x[:-2], x[1:-1], x[2:]])
    return [sm.OLS(y[1:-1], sm.add_constant(neighbours)).fit().params[1:].sum()]


def blume(y, x):
    return 2 / 3 * ordinary(y, x) + 1 / 3


def theil_sen(y, x):
    return [stats.theilslopes(y, x[:, 0])[0]]


def vasicek(y, x):
    """A mean by precisions of beta and a prior of mean 1, standard deviation 0.5."""
    fit = sm.OLS(y, sm.add_constant(x)).fit()
    precisions = fit.bse[1:] ** -2
    return (precisions * fit.params[1:] + 4) / (precisions + 4)


def scholes_williams(y, x):
    x = x[:, 0]
    slopes = [ordinary(y[1:], x[:-1]), ordinary(y, x), ordinary(y[:-1], x[1:])]
    return sum(slopes) / (1 + 2 * stats.pearsonr(x[1:], x[:-1])[0])


def up(y, x):
    return ordinary(y[x[:, 0] > 0], x[x[:, 0] > 0])


def down(y, x):
    return ordinary(y[x[:, 0] < 0], x[x[:, 0] < 0])


ESTIMATORS = {
    "OLS": ordinary,
    "EWMA": exponentially_weighted,
    "HUBER": huber,
    "DIMSON": dimson,
    "BLUME": blume,
    "THEIL_SEN": theil_sen,
    "VASICEK": vasicek,
    "SCHOLES_WILLIAMS": scholes_williams,
    "UP": up,
    "DOWN": down,
}
SETTINGS = {
    "OLS": {},
    "EWMA": {"lambda": 0.94},
    "HUBER": {"threshold": 1.345},
    "DIMSON": {"lags": 1, "leads": 1},
    "BLUME": {"weight": 2 / 3},
    "THEIL_SEN": {},
    "VASICEK": {},
    "SCHOLES_WILLIAMS": {},
    "UP": {},
    "DOWN": {},
}
ALSO_BY_RATIO = ["OLS", "EWMA", "HUBER", "DIMSON", "BLUME", "THEIL_SEN"]


def estimate_all(returns, case):
    """Before each rebalance, from the returns that have ended by then."""
    found = []
    for k, close in enumerate(range(case["lookback"], len(returns), case["every"])):
        window = returns.iloc[close - case["lookback"] : close].to_numpy()
        ratios = ESTIMATORS[case["estimator"]](window[:, 0], window[:, 1:])
        withheld = case["withheld"] is not None and k % case["withheld"] == case["withheld"] - 1
        found.append({"at": close, "ratios": None if withheld else [float(ratio) for ratio in ratios]})
    return found


# The account.


def by_period(annual, periods_a_year):
    return (1 + Decimal(str(annual))) ** (Decimal(1) / periods_a_year) - 1


def keep_account(prices, targets, case):
    """A row a period, of what was held in it and what it earned, and a row a rebalance."""
    money = [[Decimal(price) for price in row] for row in prices.to_numpy().tolist()]
    costs = case["costs"] or {"tradingBps": 0, "borrowRate": 0, "cashRate": case["riskFreeRate"]}
    fee = Decimal(str(costs["tradingBps"])) / 10000
    lending_fee = by_period(costs["borrowRate"], case["periodsPerYear"])
    deposit_rate = by_period(costs["cashRate"], case["periodsPerYear"])
    loan_rate = by_period(case["riskFreeRate"], case["periodsPerYear"])
    announced = {target["at"]: target["ratios"] for target in targets}
    short = [Decimal(0)] * (prices.shape[1] - 1)  # shares of each instrument, for one share of the portfolio
    agreed = None  # the ratios of the last trade on an estimate
    periods, rebalances = [], []
    for close in range(targets[0]["at"], len(money) - 1):
        value, *quotes = money[close]
        held = [shares * quote / value for shares, quote in zip(short, quotes)]
        outcome = None
        if close in announced:
            wished = announced[close]
            if wished is None:
                outcome = "NO_ESTIMATE"
            else:
                wished = [Decimal(ratio) for ratio in wished]
                furthest = max(abs(a - b) for a, b in zip(held, wished))
                near = agreed is not None and case["driftTrigger"] is not None and furthest <= Decimal(str(case["driftTrigger"]))
                outcome = "WITHIN_TRIGGER" if near else "TRADED"
        if outcome == "TRADED":
            agreed = wished
        before = short
        if outcome == "TRADED" or case["holding"] == "RATIO":
            short = [ratio * value / quote for ratio, quote in zip(agreed, quotes)]
        dealt = sum(abs(b - a) * quote for a, b, quote in zip(before, short, quotes))
        if outcome is not None:
            rebalances.append({"at": close, "outcome": outcome, "held": held, "turnover": dealt / value})
        later_value, *later_quotes = money[close + 1]
        collateral = sum(shares * quote for shares, quote in zip(short, quotes))
        to_buy_back = sum(shares * quote for shares, quote in zip(short, later_quotes))
        loan = value * (1 + loan_rate)
        without_costs = later_value + collateral * (1 + loan_rate) - to_buy_back - loan
        lent = sum(shares * quote for shares, quote in zip(short, quotes) if shares > 0) * lending_fee
        with_costs = later_value + collateral * (1 + deposit_rate) - to_buy_back - loan - dealt * fee - lent
        periods.append(
            {
                "ratios": [shares * quote / value for shares, quote in zip(short, quotes)],
                "gross": without_costs / value,
                "net": with_costs / value,
                "unhedged": (later_value - loan) / value,
                "benchmarks": [(b - a) / a - loan_rate for a, b in zip(quotes, later_quotes)],
                "turnover": dealt / value,
                "tradingCost": dealt * fee / value,
                "borrowCost": lent / value,
                "interest": collateral * (deposit_rate - loan_rate) / value,
            }
        )
    return periods, rebalances


# What is kept of a case.


def floats(values):
    return [float(value) for value in values]


def sampled(values, step):
    return {"step": step, "values": floats(values[::step]), "sum": float(sum(values)), "sumOfSquares": float(sum(v * v for v in values))}


def regression_table(y, columns):
    """statsmodels' estimates and errors; quantiles and p-values by mpmath, as scipy's are good to 9 digits only."""
    fit = sm.OLS(numpy.array(floats(y)), sm.add_constant(numpy.array([floats(row) for row in columns]))).fit()
    rows = []
    for estimate, error in zip(fit.params, fit.bse):
        margin = t_quantile(0.975, fit.df_resid) * error
        rows.append(
            {
                "estimate": estimate,
                "standardError": error,
                "tStatistic": estimate / error,
                "pValue": float(t_two_sided(estimate / error, fit.df_resid)),
                "lower": estimate - margin,
                "upper": estimate + margin,
            }
        )
    return rows


def walked(case, prices):
    returns = returns_of(prices)
    targets = estimate_all(returns, case)
    periods, rebalances = keep_account(prices, targets, case)
    column = lambda name: [period[name] for period in periods]
    every = 1 if case["name"] == "OLS SHARES" else 20
    first = targets[0]["at"]
    risk_free = by_period(case["riskFreeRate"], case["periodsPerYear"])
    whole = sm.OLS(
        returns.iloc[:, 0].to_numpy() - float(risk_free), sm.add_constant(returns.iloc[:, 1:].to_numpy() - float(risk_free))
    ).fit()
    variances = [numpy.var(floats(column(name)), ddof=1) for name in ("gross", "unhedged")]
    return {
        **case,
        "settings": SETTINGS[case["estimator"]],
        "first": first,
        "firstDate": returns.index[first],
        "lastDate": returns.index[-1],
        "periods": len(periods),
        "targets": targets,
        "outcomes": [rebalance["outcome"] for rebalance in rebalances],
        "held": [floats(rebalance["held"]) for rebalance in rebalances],
        "turnovers": [float(rebalance["turnover"]) for rebalance in rebalances],
        "ratios": [sampled([ratios[i] for ratios in column("ratios")], 21) for i in range(prices.shape[1] - 1)],
        "gross": sampled(column("gross"), every),
        "net": sampled(column("net"), every),
        **{name: float(sum(column(name))) for name in ("turnover", "tradingCost", "borrowCost", "interest")},
        "cost": float(sum(column("gross")) - sum(column("net"))),
        "outOfSample": regression_table(column("gross"), column("benchmarks")),
        "effectiveness": 1 - variances[0] / variances[1],
        "inSample": {"betas": list(whole.params[1:]), "rSquared": whole.rsquared},
    }


def cases():
    daily = {
        "data": "sample",
        "lookback": 252,
        "every": 21,
        "driftTrigger": None,
        "withheld": None,  # the estimator is silent at every so-many-th rebalance
        "costs": COSTS,
        "periodsPerYear": 252,
        "riskFreeRate": 0,
    }
    for holding, estimators in [("SHARES", ESTIMATORS), ("RATIO", ALSO_BY_RATIO)]:
        for estimator in estimators:
            yield {"name": f"{estimator} {holding}", "estimator": estimator, "holding": holding, **daily}
    least_squares = {"estimator": "OLS", "holding": "SHARES", **daily}
    yield {**least_squares, "name": "trigger", "every": 5, "driftTrigger": 0.05}
    yield {**least_squares, "name": "trigger RATIO", "holding": "RATIO", "every": 5, "driftTrigger": 0.05}
    yield {**least_squares, "name": "risk-free rate", "riskFreeRate": 0.02, "costs": {**COSTS, "cashRate": 0.01}}
    yield {**least_squares, "name": "no costs", "costs": None}
    weekly = {**least_squares, "data": "synthetic", "lookback": 104, "every": 13, "periodsPerYear": 52, "riskFreeRate": 0.01}
    yield {**weekly, "name": "two instruments SHARES"}
    yield {**weekly, "name": "two instruments RATIO", "holding": "RATIO"}
    yield {**weekly, "name": "two instruments, silent estimator SHARES", "withheld": 3}
    yield {**weekly, "name": "two instruments, silent estimator RATIO", "withheld": 3, "holding": "RATIO"}


def documents():
    prices = {"sample": sample_prices(), "synthetic": synthetic_prices()}
    document = {
        "tolerance": 1e-10,
        "data": {
            name: {"columns": list(table.columns), "prices": [list(table[column]) for column in table.columns]}
            for name, table in prices.items()
        },
        "cases": [walked(case, prices[case["data"]]) for case in cases()],
    }
    return {"walk-forward.json": document}
