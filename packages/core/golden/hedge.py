"""hedge.json: singular values by mpmath; ratios by mpmath, numpy (pinv), statsmodels (IV2SLS); betas by numpy (lstsq)."""

import random

import mpmath
import numpy
from inputs import gaussian, plane
from statsmodels.sandbox.regression.gmm import IV2SLS

# lstsq and pinv: shares of the largest singular value, far from any of these matrices' own.
RCOND = 1e-9


def singular_values(name, rows):
    """Values to 50 digits, the largest first; the values alone are unique."""
    with mpmath.workdps(50):
        values = mpmath.svd_r(mpmath.matrix(rows), compute_uv=False)
        return {"name": name, "rows": rows, "values": sorted((float(v) for v in values), reverse=True)}


def matrices(rng):
    square = [gaussian(rng, 5) for _ in range(5)]
    yield "square", square
    yield "tall", [gaussian(rng, 3) for _ in range(8)]
    yield "wide", [gaussian(rng, 7) for _ in range(4)]
    yield "twenty by twenty", [[round(v, 6) for v in gaussian(rng, 20)] for _ in range(20)]
    yield "columns of very different size", [[v * 10.0 ** (-3 * j) for j, v in enumerate(row)] for row in square]
    yield "near-twins", [[row[0], row[0] + 1e-9 * row[1], row[2]] for row in square]
    yield "a single entry", [[-2.5]]


def market(rng, n):
    """Three benchmarks that move together: a market, a sector of it, and rates, of other units."""
    common = gaussian(rng, n, 0.01, 0.0003)
    sector = plane(0, [1.2], [common], gaussian(rng, n, 0.006))
    rates = plane(0, [-0.1], [common], gaussian(rng, n, 0.0004))
    return [common, sector, rates]


def covariance_root(benchmarks):
    """A W with WᵀW the sample covariance."""
    return numpy.linalg.cholesky(numpy.atleast_2d(numpy.cov(benchmarks, ddof=1))).T


def nearest_hedge(betas, targets, instruments, benchmarks):
    """The ratios of smallest norm that leave least systematic variance, by a pseudoinverse."""
    root = covariance_root(benchmarks)
    wanted = numpy.array(betas) - numpy.array(targets)
    weighted = root @ numpy.array(instruments).T
    return numpy.linalg.pinv(weighted, rcond=RCOND) @ root @ wanted, numpy.linalg.matrix_rank(weighted, tol=1e-9)


def hedge_case(name, betas, instruments, benchmarks, targets=None):
    targets = targets or [0.0] * len(betas)
    ratios, rank = nearest_hedge(betas, targets, instruments, benchmarks)
    if len(instruments) == len(betas) == rank:
        with mpmath.workdps(50):
            matrix = mpmath.matrix(instruments).T
            wanted = mpmath.matrix(betas) - mpmath.matrix(targets)
            exact = [float(v) for v in mpmath.lu_solve(matrix, wanted)]
        assert numpy.allclose(ratios, exact, rtol=1e-8)
        ratios = exact
    return {
        "name": name,
        "betas": betas,
        "instrumentBetas": instruments,
        "targets": targets,
        "benchmarks": benchmarks,
        "ratios": list(ratios),
        "rank": int(rank),
    }


def hedge_cases(rng):
    three = market(rng, 40)
    two, one = three[:2], three[:1]
    funds = [[0.98, 0.05, -0.02], [0.4, 0.7, 0.1], [0.02, -0.03, 0.9]]
    betas = [1.1, -0.35, 2.2]
    yield hedge_case("one fund for one index", [1.3], [[0.97]], one)
    yield hedge_case("three funds for three indices", betas, funds, three)
    yield hedge_case("to betas that are not 0", betas, funds, three, [0.5, 0.0, -1.0])
    near = [[1.0, 0.5, 0.2], [1.0, 0.5, 0.2 + 1e-4], [0.3, 1.0, 0.1]]
    yield hedge_case("two funds that are nearly one", betas, near, three)
    yield hedge_case("one fund for three indices", betas, funds[:1], three)
    yield hedge_case("two funds for three indices, and a target", betas, funds[1:], three, [0.2, 0.0, 0.0])
    yield hedge_case("three funds for two indices", betas[:2], [row[:2] for row in funds], two)
    yield hedge_case("three funds for one index, of other leverage", [0.8], [[1.0], [2.0], [-0.5]], one)
    yield hedge_case("a fund twice", betas, [funds[0], funds[1], funds[0]], three)
    mixture = [(a + 3 * b) / 2 for a, b in zip(funds[0], funds[1])]
    yield hedge_case("a fund of two others", betas, [funds[0], funds[1], mixture], three)
    yield hedge_case("a fund with no beta", betas, [funds[0], [0.0, 0.0, 0.0], funds[2]], three)
    yield hedge_case("no fund with a beta", betas[:1], [[0.0], [0.0]], one)


def two_stage_case(name, rng, count):
    """What is hedged and `count` instruments, all with returns of their own: the ratios from the returns alone."""
    benchmarks = market(rng, 40)
    portfolio = plane(0.0004, [0.9, 0.4, -1.5], benchmarks, gaussian(rng, 40, 0.008))
    instruments = [plane(0, b, benchmarks, gaussian(rng, 40, 0.008)) for b in [[1, 0.1, 0.3], [0.2, 0.8, 0]]][:count]
    ones = numpy.ones(40)
    endogenous = numpy.column_stack([ones, *instruments])
    fit = IV2SLS(numpy.array(portfolio), endogenous, numpy.column_stack([ones, *benchmarks])).fit()
    return {
        "name": name,
        "portfolio": portfolio,
        "instruments": instruments,
        "benchmarks": benchmarks,
        "ratios": list(fit.params[1:]),
    }


def without_noise(value):
    """0 for what is 0 but for rounding: another processor's noise is another."""
    return 0.0 if abs(value) < 1e-13 else value


def betas_case(name, y, columns):
    response, x = numpy.array(y), numpy.column_stack(columns)
    centred = x - x.mean(axis=0)
    betas, _, rank, _ = numpy.linalg.lstsq(centred, response - response.mean(), rcond=RCOND)
    return {
        "name": name,
        "y": y,
        "x": columns,
        "betas": [without_noise(beta) for beta in betas],
        "alpha": without_noise(response.mean() - x.mean(axis=0) @ betas),
        "rank": int(rank),
    }


def betas_cases(rng):
    index, sector, rates = market(rng, 40)
    y = plane(0.0004, [0.9, 0.4, -1.5], [index, sector, rates], gaussian(rng, 40, 0.008))
    yield betas_case("independent benchmarks", y, [index, sector, rates])
    yield betas_case("an index from two sources", y, [index, index])
    yield betas_case("an index in decimals and in per cent", y, [index, [100 * v for v in index]])
    yield betas_case("an index from two sources, and another", y, [index, sector, index])
    yield betas_case("a mixture of two", y, [index, sector, plane(0.001, [0.6, 0.4], [index, sector], [0] * 40)])
    yield betas_case("a deposit beside an index", y, [[0.0] * 40, index])
    # 2⁻¹² has no rounding in its mean: numpy's own of 0.0001 would leave a column of 1e−20 to be scaled up.
    yield betas_case("a deposit that pays, two sources, rates", y, [index, [2**-12] * 40, rates, index])
    yield betas_case("nothing but a deposit", y, [[2**-12] * 40])
    yield betas_case("a tracker of its own index", [1.01 * v for v in index], [index, index, rates])


def documents():
    rng = random.Random(19581201)
    document = {
        "tolerance": 1e-8,
        "singularValues": [singular_values(*matrix) for matrix in matrices(rng)],
        "hedges": list(hedge_cases(rng)),
        "twoStage": [two_stage_case("one instrument", rng, 1), two_stage_case("two instruments", rng, 2)],
        "betas": list(betas_cases(rng)),
    }
    return {"hedge.json": document}
