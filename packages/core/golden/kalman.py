"""kalman.json: statsmodels' exact diffuse Kalman filter, smoother and maximum likelihood, and the same in mpmath.

The model: alpha and betas that move as random walks. Two independent references: statsmodels' state space, run at
given noise and maximised by scipy from several starts and with every choice of noises that are 0; and, for short
series, generalised least squares with the dense covariance of the responses in 50 digits, which uses no recursion at
all. An optimiser's figures can be made again to the `tolerance` of the document.
"""

import csv
import itertools
import math
import random
from pathlib import Path

import mpmath
import numpy
from inputs import FIXTURE_X, FIXTURE_Y, gaussian
from mpmath import mpf
from scipy.optimize import minimize
from statsmodels.tsa.statespace.mlemodel import MLEModel

SAMPLE = Path(__file__).parent / "../../server/sample-data"


class MovingCoefficients(MLEModel):
    def __init__(self, y, columns):
        design = numpy.column_stack([numpy.ones(len(y)), *columns])
        states = design.shape[1]
        super().__init__(numpy.array(y), k_states=states, k_posdef=states)
        self["design"] = design.T[None, :, :]
        self["transition"] = numpy.eye(states)
        self["selection"] = numpy.eye(states)
        self.ssm.initialize_diffuse()

    def set_noise(self, observation, steps):
        self["obs_cov", 0, 0] = observation
        self["state_cov"] = numpy.diag(steps)


def walk(rng, n, start, sd):
    return list(itertools.accumulate(gaussian(rng, n - 1, sd), initial=start))


def moving(rng, columns, alpha_sd, betas, noise_sd):
    n = len(columns[0])
    alpha = walk(rng, n, 0.0002, alpha_sd)
    paths = [walk(rng, n, start, sd) for start, sd in betas]
    noise = gaussian(rng, n, noise_sd)
    return [alpha[t] + sum(b[t] * x[t] for b, x in zip(paths, columns)) + noise[t] for t in range(n)]


def closes(file):
    with open(SAMPLE / file) as lines:
        return {row["date"]: float(row["adjustedClose"]) for row in csv.DictReader(lines)}


def sample_returns():
    """Prices are joined on their dates, then simple returns are taken."""
    asset, benchmark = closes("AAPL.csv"), closes("GSPC.csv")
    dates = sorted(asset.keys() & benchmark.keys())
    return [[series[b] / series[a] - 1 for a, b in zip(dates, dates[1:])] for series in (asset, benchmark)]


def cases():
    """Name, y, columns, noise (observation, steps), whether the noise is to be estimated too."""
    rng = random.Random(19601101)
    second = [round(value, 3) for value in gaussian(rng, 12)]
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], (0.2, [0.01, 0.05]), True
    yield "12-point fixture, nothing moves", FIXTURE_Y, [FIXTURE_X], (0.3, [0, 0]), False
    yield "12-point fixture, 2 regressors", FIXTURE_Y, [FIXTURE_X, second], (0.2, [0.01, 0.05, 0.002]), False
    one = gaussian(rng, 250, 0.01, 0.0004)
    beta_moves = moving(rng, [one], 0, [(1.2, 0.05)], 0.008)
    yield "250 days, beta moves", beta_moves, [one], (6e-5, [0, 2e-3]), True
    both_move = moving(rng, [one], 0.001, [(0.7, 0.1)], 0.006)
    yield "250 days, alpha and beta move", both_move, [one], (4e-5, [1e-6, 1e-2]), True
    still = moving(rng, [one], 0, [(1.5, 0)], 0.01)
    yield "250 days, nothing moves", still, [one], (1e-4, [1e-8, 1e-4]), True
    two = [one, [0.5 * x + e for x, e in zip(one, gaussian(rng, 250, 0.008))]]
    two_move = moving(rng, two, 0, [(0.9, 0.06), (0.4, 0.02)], 0.005)
    yield "250 days, 2 regressors", two_move, two, (3e-5, [1e-8, 3e-3, 5e-4]), True
    asset, benchmark = sample_returns()
    yield "AAPL on ^GSPC", asset, [benchmark], (1.5e-4, [1e-9, 4e-4]), True


def maximum(y, columns):
    model = MovingCoefficients(y, columns)
    states = len(columns) + 1
    scale = numpy.var(y)
    units = [1, *(1 / numpy.var(x) for x in columns)]
    best = (-math.inf, None)
    for free in itertools.product([False, True], repeat=states):
        for share in (1e-4, 1e-2) if any(free) else (0,):

            def noise(logs):
                steps = iter(logs[1:])
                return math.exp(logs[0]), [math.exp(next(steps)) if moves else 0 for moves in free]

            def loss(logs):
                if max(logs) > 60:
                    return math.inf
                model.set_noise(*noise(logs))
                return -model.ssm.loglike()

            point = [math.log(scale / 2)] + [math.log(share * scale * u) for u, moves in zip(units, free) if moves]
            for _ in range(2):
                options = {"xatol": 1e-7, "fatol": 1e-9, "maxiter": 4000}
                found = minimize(loss, point, method="Nelder-Mead", options=options)
                point = found.x
            # A noise that improves the likelihood by less than this is not there.
            if -found.fun > best[0] + 1e-7:
                best = (-found.fun, noise(found.x))
    observation, steps = best[1]
    model.set_noise(observation, steps)
    return {
        "logLikelihood": best[0],
        "observation": observation,
        "steps": steps,
        "lastStates": model.ssm.filter().filtered_state[:, -1].tolist(),
    }


def statsmodels_case(name, y, columns, noise, estimated):
    model = MovingCoefficients(y, columns)
    model.set_noise(*noise)
    result = model.ssm.smooth()
    n = len(y)
    every = 1 if n < 50 else n // 12
    periods = sorted({len(columns), len(columns) + 1, *range(len(columns), n, every), n - 1})
    diagonal = lambda covariances, t: numpy.sqrt(numpy.diag(covariances[:, :, t])).tolist()
    return {
        "name": name,
        "y": y,
        "x": columns,
        "observation": noise[0],
        "steps": noise[1],
        "diffusePeriods": result.nobs_diffuse,
        "logLikelihood": result.llf,
        "periods": periods,
        "filtered": [result.filtered_state[:, t].tolist() for t in periods],
        "filteredErrors": [diagonal(result.filtered_state_cov, t) for t in periods],
        "smoothed": [result.smoothed_state[:, t].tolist() for t in periods],
        "smoothedErrors": [diagonal(result.smoothed_state_cov, t) for t in periods],
        "maximum": maximum(y, columns) if estimated else None,
    }


def dense_cases():
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], (0.2, [0.01, 0.05])
    close = [FIXTURE_X[0], FIXTURE_X[0] * (1 + 1e-7), *FIXTURE_X[2:]]
    yield "the first regressors hardly differ", FIXTURE_Y, [close], (0.2, [0.01, 0.05])
    repeated = [0.5, 0.5, 0.5, *FIXTURE_X[3:]]
    yield "the first regressors are equal", FIXTURE_Y, [repeated], (0.2, [0.01, 0.05])
    yield "hardly any observation noise", FIXTURE_Y, [FIXTURE_X], (1e-10, [0.01, 0.05])
    second = [math.sin(3 * t) for t in range(12)]
    yield "2 regressors, hardly any observation noise", FIXTURE_Y, [FIXTURE_X, second], (1e-8, [0, 0.05, 0.02])
    yield "alpha alone moves", FIXTURE_Y, [FIXTURE_X], (0.2, [0.3, 0])
    outlier = [*FIXTURE_X[:5], 1e5, *FIXTURE_X[6:]]
    yield "a huge outlier", FIXTURE_Y, [outlier], (0.2, [0.01, 0.05])


def dense_case(name, y, columns, noise):
    n, k = len(y), len(columns) + 1
    observation, steps = mpf(noise[0]), [mpf(step) for step in noise[1]]
    design = mpmath.matrix([[1, *(column[t] for column in columns)] for t in range(n)])
    response = mpmath.matrix(y)

    def covariance(t, u):
        shared = sum(design[t, j] * design[u, j] * steps[j] for j in range(k)) * min(t, u)
        return shared + (observation if t == u else 0)

    def estimate(t, seen):
        """The state of period t from the first `seen` observations: its value and its standard errors."""
        inverse = mpmath.inverse(mpmath.matrix([[covariance(a, b) for b in range(seen)] for a in range(seen)]))
        x, values = design[:seen, :], response[:seen, 0]
        information = x.T * inverse * x
        start = mpmath.inverse(information) * (x.T * inverse * values)
        along = mpmath.matrix([[steps[j] * design[u, j] * min(t, u) for u in range(seen)] for j in range(k)])
        state = start + along * inverse * (values - x * start)
        rest = mpmath.eye(k) - along * inverse * x
        own = mpmath.diag([step * t for step in steps])
        variance = own - along * inverse * along.T + rest * mpmath.inverse(information) * rest.T
        return [float(v) for v in state], [float(mpmath.sqrt(variance[j, j])) for j in range(k)]

    whole = mpmath.matrix([[covariance(a, b) for b in range(n)] for a in range(n)])
    inverse = mpmath.inverse(whole)
    information = design.T * inverse * design
    residuals = response - design * (mpmath.inverse(information) * (design.T * inverse * response))
    logs = n * mpmath.log(2 * mpmath.pi) + mpmath.log(mpmath.det(whole)) + mpmath.log(mpmath.det(information))
    first = next(t for t in range(n) if mpmath.det(design[: t + 1, :].T * design[: t + 1, :]) > mpf(10) ** -25)
    periods = list(range(first, n))
    filtered = [estimate(t, t + 1) for t in periods]
    smoothed = [estimate(t, n) for t in periods]
    return {
        "name": name,
        "y": y,
        "x": columns,
        "observation": noise[0],
        "steps": noise[1],
        "diffusePeriods": first + 1,
        "logLikelihood": float(-(logs + (residuals.T * inverse * residuals)[0]) / 2),
        "periods": periods,
        "filtered": [state for state, _ in filtered],
        "filteredErrors": [errors for _, errors in filtered],
        "smoothed": [state for state, _ in smoothed],
        "smoothedErrors": [errors for _, errors in smoothed],
        "maximum": None,
    }


def documents():
    mpmath.mp.dps = 50
    return {
        "kalman.json": {
            "tolerance": 1e-5,
            "statsmodels": [statsmodels_case(*case) for case in cases()],
            "dense": [dense_case(*case) for case in dense_cases()],
        }
    }
