"""distributions.json: Student's t and F, by mpmath to 40 digits, and scipy beside it."""

import math

import mpmath
from scipy import stats


def t_two_sided(t, df):
    t, df = mpmath.mpf(t), mpmath.mpf(df)
    return mpmath.betainc(df / 2, mpmath.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def f_upper(f, d1, d2):
    f, d1, d2 = mpmath.mpf(f), mpmath.mpf(d1), mpmath.mpf(d2)
    return mpmath.betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 * f), regularized=True)


def t_quantile(p, df):
    exact = mpmath.mpf(p)
    outside = 2 * min(exact, 1 - exact)
    start = abs(float(stats.t.ppf(p, df)))
    root = mpmath.findroot(lambda u: mpmath.log(t_two_sided(mpmath.exp(u), df) / outside), math.log(start))
    return math.copysign(float(mpmath.exp(root)), p - 0.5)


def documents():
    t_grid = [1e-8, 1e-4, 0.01, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 37, 60]
    df_grid = [1, 2, 3, 5, 10, 30, 100, 252, 2518, 1e4, 1e5, 1e6]
    p_grid = [1e-12, 1e-4, 0.005, 0.025, 0.3, 0.4999, 0.6, 0.95, 0.975, 0.9995]
    f_grid = [1e-6, 0.1, 0.9, 1, 1.1, 3, 50, 1000]
    document = {
        "columns": {"t": "t df mpmath scipy", "quantile": "p df mpmath scipy", "f": "f d1 d2 mpmath scipy"},
        "t": [
            [t, df, float(t_two_sided(t, df)), float(2 * stats.t.sf(t, df))]
            for df in df_grid
            for t in t_grid
            if t_two_sided(t, df) > 1e-290
        ],
        "quantile": [
            [p, df, t_quantile(p, df), float(stats.t.ppf(p, df))] for df in [1, 2, 4, 10, 250, 2518, 1e5] for p in p_grid
        ],
        "f": [
            [f, d1, d2, float(f_upper(f, d1, d2)), float(stats.f.sf(f, d1, d2))]
            for d1 in [1, 2, 5, 20]
            for d2 in [1, 5, 60, 2514]
            for f in f_grid
            if f_upper(f, d1, d2) > 1e-290
        ],
    }
    return {"distributions.json": document}
