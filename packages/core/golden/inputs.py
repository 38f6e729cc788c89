"""The data that several golden files are made from."""

FIXTURE_X = [0.3, -1.2, 0.7, 1.9, -0.4, -2.1, 0.8, 1.1, -0.6, 0.2, 1.4, -1.7]
FIXTURE_Y = [0.5, -1, 1.6, 2.2, -0.1, -3.3, 1.9, 0.7, -1.4, 0.9, 1.3, -2]


def gaussian(rng, n, sd=1.0, mean=0.0):
    return [rng.gauss(mean, sd) for _ in range(n)]


def plane(alpha, betas, columns, noise):
    return [
        alpha + sum(b * column[i] for b, column in zip(betas, columns)) + e for i, e in enumerate(noise)
    ]
