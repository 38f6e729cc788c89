"""tails.json: normal, chi-squared and Kolmogorov tails, by mpmath to 40 digits and more, and scipy beside them."""

import mpmath
from scipy import special, stats


def normal_two_sided(z):
    return mpmath.erfc(abs(mpmath.mpf(z)) / mpmath.sqrt(2))


def normal_quantile(p):
    exact = mpmath.mpf(p)
    outside = min(exact, 1 - exact)
    start = mpmath.log(-stats.norm.ppf(float(outside)))
    root = mpmath.findroot(lambda u: mpmath.log(normal_two_sided(mpmath.exp(u)) / 2 / outside), start)
    return mpmath.sign(exact - 0.5) * mpmath.exp(root)


def chi_squared_upper(x, df):
    # The half of a tail of 1e-300 is to have its own digits: mpmath's complement would take them from 1.
    return mpmath.gammainc(mpmath.mpf(df) / 2, mpmath.mpf(x) / 2, mpmath.inf, regularized=True)


def kolmogorov_upper(x):
    # The alternating sum, with as many digits as it cancels: for x = 0.03 its terms only fall after k = 40.
    with mpmath.workdps(120):
        x = mpmath.mpf(x)
        terms = int(mpmath.ceil(14 / x)) + 3
        total = sum((-1) ** (k - 1) * mpmath.exp(-2 * k * k * x * x) for k in range(1, terms))
        return +(2 * total)


def documents():
    z_grid = [1e-9, 1e-4, 0.01, 0.3, 0.6745, 1, 1.3, 1.7, 1.73, 1.74, 1.96, 2.5, 3.1, 4.7, 8.3, 13.1, 21.7, 33.3, 37.1]
    p_grid = [1e-300, 1e-100, 1e-20, 1e-12, 1.3e-11, 1.5e-11, 1e-6, 0.001, 0.025, 0.0749, 0.0751, 0.2, 0.4, 0.4999999]
    x_grid = [1e-6, 0.01, 0.3, 1, 3.84, 9.2, 11.7, 19.9, 30, 55, 120, 333, 700.3, 1300]
    k_grid = [0.03, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.17, 1.179999, 1.18, 1.181, 1.36, 1.63, 2.2, 3.7, 6.1, 9.9, 14.3, 18.7]
    near_middle = [[x, df] for df in [1e3, 2e4, 1e6] for x in [0.5 * df, 0.99 * df, df, 1.01 * df, 1.2 * df]]
    chi = [[x, df] for df in [1, 2, 3, 5, 10, 19, 20, 21, 60, 250] for x in x_grid] + near_middle
    document = {
        "columns": {
            "normal": "z mpmath scipy",
            "quantile": "p mpmath scipy",
            "chiSquared": "x df mpmath scipy",
            "kolmogorov": "x mpmath scipy",
        },
        "normal": [[z, float(normal_two_sided(z)), float(2 * stats.norm.sf(z))] for z in z_grid],
        "quantile": [
            [p, float(normal_quantile(p)), float(stats.norm.ppf(p))]
            for p in p_grid + [1 - p for p in p_grid if p > 1e-15]
        ],
        "chiSquared": [
            [x, df, float(chi_squared_upper(x, df)), float(stats.chi2.sf(x, df))]
            for x, df in chi
            if chi_squared_upper(x, df) > 1e-290
        ],
        "kolmogorov": [[x, float(kolmogorov_upper(x)), float(special.kolmogorov(x))] for x in k_grid],
    }
    return {"tails.json": document}
