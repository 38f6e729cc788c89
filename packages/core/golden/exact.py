"""exact.json: hostile data sets solved in exact rational arithmetic (fractions), roots by mpmath."""

import random
from fractions import Fraction

import mpmath
from inputs import gaussian, plane

FILIP_Y = """.8116 .9072 .9052 .9039 .8053 .8377 .8667 .8809 .7975 .8162 .8515 .8766 .8885 .8859 .8959 .8913 .8959 .8971
.9021 .909 .9139 .9199 .8692 .8872 .89 .891 .8977 .9035 .9078 .7675 .7705 .7713 .7736 .7775 .7841 .7971 .8329 .8641
.8804 .7668 .7633 .7678 .7697 .77 .7749 .7796 .7897 .8131 .8498 .8741 .8061 .846 .8751 .8856 .8919 .8934 .894 .8957
.9047 .9129 .9209 .9219 .7739 .7681 .7665 .7703 .7702 .7761 .7809 .7961 .8253 .8602 .8809 .8301 .8664 .8834 .8898
.8964 .8963 .9074 .9119 .9228"""
FILIP_X = """-6.860120914 -4.324130045 -4.358625055 -4.358426747 -6.955852379 -6.661145254 -6.355462942 -6.118102026
-7.115148017 -6.815308569 -6.519993057 -6.204119983 -5.853871964 -6.109523091 -5.79832982 -5.482672118 -5.171791386
-4.851705903 -4.517126416 -4.143573228 -3.709075441 -3.499489089 -6.300769497 -5.953504836 -5.642065153 -5.031376979
-4.680685696 -4.329846955 -3.928486195 -8.56735134 -8.363211311 -8.107682739 -7.823908741 -7.522878745 -7.218819279
-6.920818754 -6.628932138 -6.323946875 -5.991399828 -8.781464495 -8.663140179 -8.473531488 -8.247337057 -7.971428747
-7.676129393 -7.352812702 -7.072065318 -6.774174009 -6.478861916 -6.159517513 -6.835647144 -6.53165267 -6.224098421
-5.910094889 -5.598599459 -5.290645224 -4.974284616 -4.64454848 -4.290560426 -3.885055584 -3.408378962 -3.13200249
-8.726767166 -8.66695597 -8.511026475 -8.165388579 -7.886056648 -7.588043762 -7.283412422 -6.995678626 -6.691862621
-6.392544977 -6.067374056 -6.684029655 -6.378719832 -6.065855188 -5.752272167 -5.132414673 -4.811352704 -4.098269308
-3.66174277 -3.2644011"""
WAMPLER_DELTA = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048]
WAMPLER_DELTA = WAMPLER_DELTA + [2048] + WAMPLER_DELTA[::-1]


def powers(x, degree):
    return [[v**p for v in x] for p in range(1, degree + 1)]


def nist_inputs():
    """Linear sets of NIST's StRD that nist-strd.json lacks, as the doubles that a program gets to see."""
    x = [float(i) for i in range(21)]
    smooth = [sum(v**p for p in range(6)) for v in x]
    yield "NIST Wampler2", [float(sum(Fraction(int(v), 10) ** p for p in range(6))) for v in x], powers(x, 5), True
    for name, factor in [("NIST Wampler3", 1), ("NIST Wampler4", 100), ("NIST Wampler5", 10000)]:
        yield name, [s + factor * d for s, d in zip(smooth, WAMPLER_DELTA)], powers(x, 5), True
    yield "NIST Filip", [float(v) for v in FILIP_Y.split()], powers([float(v) for v in FILIP_X.split()], 10), True


def exact_inputs():
    yield from nist_inputs()
    rng = random.Random(19790331)
    n = 60
    tracker = gaussian(rng, n, 0.01, 0.0004)
    for noise in [1e-4, 1e-6, 1e-8, 1e-10, 1e-12]:
        y = plane(0.0001, [1.3], [tracker], gaussian(rng, n, 0.01 * noise))
        yield f"close fit, noise {noise:g}", y, [tracker], True
    for ratio in [1e4, 1e6, 1e8]:
        x = gaussian(rng, n, 1.0, ratio)
        yield f"mean/sd {ratio:g}", plane(3, [0.7], [x], gaussian(rng, n, 0.5, ratio)), [x], True
    x = gaussian(rng, n, 1.0, 1e4)
    yield "mean/sd 1e4 and noise 1e-8", plane(3, [0.7], [x], gaussian(rng, n, 1e-8)), [x], True
    y = gaussian(rng, n)
    yield "hardly any relation", y, [orthogonalised(gaussian(rng, n), y, 1e-6)], True
    spiky = gaussian(rng, n, 0.01)
    spiky[0] = 1e6
    yield "bad first tick", plane(0, [1], [spiky], gaussian(rng, n, 0.01)), [spiky], True
    tiny = gaussian(rng, n, 1e-90)
    yield "values near 1e-90", plane(0, [2], [tiny], gaussian(rng, n, 1e-90)), [tiny], True
    three = [gaussian(rng, n, 0.01) for _ in range(3)]
    for noise in [1e-4, 1e-8, 1e-12]:
        y = plane(0.0001, [1.3, -0.2, 0.6], three, gaussian(rng, n, 0.01 * noise))
        yield f"close fit on 3 benchmarks, noise {noise:g}", y, three, True
    yield "close fit without intercept, noise 1e-8", plane(0, [0.9], [tracker], gaussian(rng, n, 1e-10)), [tracker], False
    far = [gaussian(rng, n, 1.0, 1e8), gaussian(rng, n, 1.0, -1e8)]
    yield "mean/sd 1e8, 2 benchmarks", plane(0, [0.7, 0.2], far, gaussian(rng, n, 0.5)), far, True
    for apart in [1e-3, 1e-6, 1e-9]:
        twins = [tracker, [v + e for v, e in zip(tracker, gaussian(rng, n, 0.01 * apart))]]
        y = plane(0.0001, [0.6, 0.6], twins, gaussian(rng, n, 0.01))
        yield f"benchmarks {apart:g} apart", y, twins, True


def orthogonalised(x, y, left):
    """x with its part along the centred y scaled down to `left`."""
    mean = sum(y) / len(y)
    d = [v - mean for v in y]
    share = sum(a * b for a, b in zip(x, d)) / sum(v * v for v in d)
    return [a - (1 - left) * share * b for a, b in zip(x, d)]


def inverse(matrix):
    k = len(matrix)
    rows = [list(row) + [Fraction(int(i == j)) for j in range(k)] for i, row in enumerate(matrix)]
    for j in range(k):
        pivot = next(i for i in range(j, k) if rows[i][j] != 0)
        rows[j], rows[pivot] = rows[pivot], rows[j]
        rows[j] = [v / rows[j][j] for v in rows[j]]
        for i in range(k):
            if i != j and rows[i][j] != 0:
                rows[i] = [a - rows[i][j] * b for a, b in zip(rows[i], rows[j])]
    return [row[k:] for row in rows]


def real(value):
    return mpmath.mpf(value.numerator) / mpmath.mpf(value.denominator)


def exact_case(name, y, columns, intercept):
    response = [Fraction(v) for v in y]
    n = len(response)
    x = ([[Fraction(1)] * n] if intercept else []) + [[Fraction(v) for v in column] for column in columns]
    inv = inverse([[sum(a * b for a, b in zip(p, q)) for q in x] for p in x])
    moments = [sum(a * b for a, b in zip(p, response)) for p in x]
    estimates = [sum(a * b for a, b in zip(row, moments)) for row in inv]
    residuals = [v - sum(b * column[i] for b, column in zip(estimates, x)) for i, v in enumerate(response)]
    ssr = sum(e * e for e in residuals)
    mean = sum(response) / n if intercept else 0
    sst = sum((v - mean) ** 2 for v in response)
    variance = ssr / (n - len(x))
    return {
        "name": name,
        "y": y,
        "x": columns,
        "intercept": intercept,
        "estimates": [float(real(v)) for v in estimates],
        "standardErrors": [float(mpmath.sqrt(real(variance * inv[j][j]))) for j in range(len(x))],
        "residualStandardError": float(mpmath.sqrt(real(variance))),
        "rSquared": float(real(1 - ssr / sst)),
        "durbinWatson": float(real(sum((a - b) ** 2 for a, b in zip(residuals[1:], residuals)) / ssr)),
    }


def documents():
    return {"exact.json": {"cases": [exact_case(*inputs) for inputs in exact_inputs()]}}
