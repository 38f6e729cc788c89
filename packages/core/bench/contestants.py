"""The Python contestants: each job as a user of pandas, numpy and statsmodels would write it.

A contestant takes the columns that were put, prepares what its user would have ready, and returns the job: a function
without arguments that returns its answer, a column a quantity.
"""

from functools import partial

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.regression.rolling import RollingOLS

contestants = {}


def contestant(name):
    def register(prepare):
        contestants[name] = prepare
        return prepare

    return register


def read_table(fit):
    """Statistics are computed when they are first read: all that belong to full inference are."""
    fit.conf_int()
    return (
        fit.params,
        fit.bse,
        fit.tvalues,
        fit.pvalues,
        fit.rsquared,
        fit.rsquared_adj,
        fit.fvalue,
        fit.f_pvalue,
        fit.aic,
        fit.bic,
    )


@contestant("tutorial pandas")
def tutorial_pandas(put):
    def dated(name):
        return pd.Series(put[f"{name}.prices"], index=pd.to_datetime(put[f"{name}.days"], unit="D"))

    asset, market = dated("asset"), dated("market")

    def job():
        returns = pd.concat([asset, market], axis=1, join="inner", keys=["y", "x"]).pct_change().dropna()
        design = sm.add_constant(returns["x"])
        fit = sm.OLS(returns["y"], design).fit()
        read_table(fit)
        beta = fit.params["x"]
        hedged = sm.OLS(returns["y"] - beta * returns["x"], design).fit()
        read_table(hedged)
        return tutorial_answer(fit, hedged)

    return job


@contestant("tutorial numpy")
def tutorial_numpy(put):
    asset_days, market_days = put["asset.days"], put["market.days"]
    asset, market = put["asset.prices"], put["market.prices"]

    def job():
        _, left, right = np.intersect1d(asset_days, market_days, assume_unique=True, return_indices=True)
        y, x = (np.diff(prices) / prices[:-1] for prices in (asset[left], market[right]))
        design = np.column_stack([np.ones_like(x), x])
        fit = sm.OLS(y, design).fit()
        read_table(fit)
        hedged = sm.OLS(y - fit.params[1] * x, design).fit()
        read_table(hedged)
        return tutorial_answer(fit, hedged)

    return job


def tutorial_answer(fit, hedged):
    (alpha, beta), (alpha_left, beta_left) = np.asarray(fit.params), np.asarray(hedged.params)
    return {
        "beta": [beta, beta_left],
        "alpha": [alpha, alpha_left],
        "standardError": [*fit.bse],
        "rSquared": [fit.rsquared],
        "pValue": [*fit.pvalues],
    }


def rolling_pandas(put, window):
    y, x = pd.Series(put["rolling.y"]), pd.Series(put["rolling.x"])

    def job():
        beta = y.rolling(window).cov(x) / x.rolling(window).var()
        return {"beta": beta.to_numpy()[window - 1 :]}

    return job


def rolling_columns(put, window):
    y, x = pd.Series(put["rolling.y"]), pd.Series(put["rolling.x"])

    def job():
        variance = x.rolling(window).var()
        covariance = y.rolling(window).cov(x)
        total = y.rolling(window).var()
        beta = covariance / variance
        r_squared = beta * covariance / total
        alpha = y.rolling(window).mean() - beta * x.rolling(window).mean()
        error = np.sqrt((1 - r_squared) * total / variance / (window - 2))
        columns = {"beta": beta, "alpha": alpha, "standardError": error, "rSquared": r_squared}
        return {name: column.to_numpy()[window - 1 :] for name, column in columns.items()}

    return job


def rolling_frame(put, window):
    returns = pd.DataFrame({"y": put["rolling.y"], "x": put["rolling.x"]})

    def job():
        covariances = returns.rolling(window).cov().unstack()
        beta = covariances["y"]["x"] / covariances["x"]["x"]
        return {"beta": beta.to_numpy()[window - 1 :]}

    return job


def rolling_ols(put, window):
    y, x = pd.Series(put["rolling.y"]), pd.Series(put["rolling.x"], name="x")

    def job():
        fit = RollingOLS(y, sm.add_constant(x), window=window).fit()
        params, errors = fit.params.to_numpy()[window - 1 :], fit.bse.to_numpy()[window - 1 :]
        return {
            "beta": params[:, 1],
            "alpha": params[:, 0],
            "standardError": errors[:, 1],
            "rSquared": fit.rsquared.to_numpy()[window - 1 :],
        }

    return job


for _name, _prepare in [("pandas", rolling_pandas), ("columns", rolling_columns), ("frame", rolling_frame), ("statsmodels", rolling_ols)]:
    for _window in (60, 252):
        contestants[f"rolling {_name} {_window}"] = partial(_prepare, window=_window)


WALK_LOOKBACK = 252


def walked(y, x, every, betas):
    """Holds the shares of each beta until the next; betas has one for each rebalance."""
    first, n = WALK_LOOKBACK, len(y)
    ratios = np.empty(n - first)
    turnover, held = 0.0, 0.0
    for k, at in enumerate(range(first, n, every)):
        end = min(at + every, n)
        growth = np.cumprod((1 + x[at:end]) / (1 + y[at:end]))
        turnover += abs(betas[k] - held)
        ratios[at - first] = betas[k]
        ratios[at - first + 1 : end - first] = betas[k] * growth[:-1]
        held = betas[k] * growth[-1]
    hedged = y[first:] - ratios * x[first:]
    fit = sm.OLS(hedged, sm.add_constant(x[first:])).fit()
    (alpha, beta), (alpha_error, beta_error) = fit.params, fit.bse
    return {
        "beta": ratios,
        "returns": hedged,
        "turnover": [turnover],
        "verification": [beta, beta_error],
        "alpha": [alpha, alpha_error],
    }


def walk_pandas(put, every):
    y, x = pd.Series(put["walk.y"]), pd.Series(put["walk.x"])

    def job():
        beta = y.rolling(WALK_LOOKBACK).cov(x) / x.rolling(WALK_LOOKBACK).var()
        return walked(y.to_numpy(), x.to_numpy(), every, beta.to_numpy()[WALK_LOOKBACK - 1 : -1 : every])

    return job


def walk_statsmodels(put, every):
    y, x = put["walk.y"], put["walk.x"]

    def job():
        ends = range(WALK_LOOKBACK, len(y), every)
        windows = (slice(end - WALK_LOOKBACK, end) for end in ends)
        betas = [sm.OLS(y[window], sm.add_constant(x[window])).fit().params[1] for window in windows]
        return walked(y, x, every, betas)

    return job


for _name, _prepare in [("pandas", walk_pandas), ("statsmodels", walk_statsmodels)]:
    for _every in (21, 1):
        contestants[f"walk {_name} {_every}"] = partial(_prepare, every=_every)


@contestant("five-factors arrays")
def five_factors_arrays(put):
    y = put["five-factors.y"]
    design = sm.add_constant(put["five-factors.x"].reshape(-1, len(y)).T)
    return lambda: five_factors_answer(sm.OLS(y, design).fit())


@contestant("five-factors frame")
def five_factors_frame(put):
    y = pd.Series(put["five-factors.y"])
    design = sm.add_constant(pd.DataFrame(put["five-factors.x"].reshape(-1, len(y)).T))
    return lambda: five_factors_answer(sm.OLS(y, design).fit())


def five_factors_answer(fit):
    read_table(fit)
    alpha, *beta = np.asarray(fit.params)
    return {"beta": beta, "alpha": [alpha], "standardError": fit.bse, "rSquared": [fit.rsquared]}


@contestant("screen statsmodels")
def screen_statsmodels(put):
    market = put["screen.market"]
    part = put["screen.returns"].reshape(-1, len(market))[: int(put["screen.part"][0])]

    def job():
        design = sm.add_constant(market)
        fits = [sm.OLS(returns, design).fit() for returns in part]
        return {
            "beta": [fit.params[1] for fit in fits],
            "alpha": [fit.params[0] for fit in fits],
            "rSquared": [fit.rsquared for fit in fits],
            "standardError": [fit.bse[1] for fit in fits],
        }

    return job


@contestant("screen numpy")
def screen_numpy(put):
    market = put["screen.market"]
    returns = put["screen.returns"].reshape(-1, len(market))

    def job():
        centred = market - market.mean()
        squares = centred @ centred
        means = returns.mean(axis=1)
        beta = returns @ centred / squares
        total = np.einsum("ij,ij->i", returns, returns) - len(market) * means**2
        residual = total - beta**2 * squares
        return {
            "beta": beta,
            "alpha": means - beta * market.mean(),
            "rSquared": 1 - residual / total,
            "standardError": np.sqrt(residual / (len(market) - 2) / squares),
        }

    return job


@contestant("screen sum")
def screen_sum(put):
    returns = put["screen.returns"]
    return lambda: {"sum": [returns.sum()]}
