"""robust.json: heteroskedasticity- and autocorrelation-consistent covariances, by statsmodels and by R's sandwich."""

import json
import random
import subprocess
from pathlib import Path

import numpy
import statsmodels.api as sm
from inputs import FIXTURE_X, FIXTURE_Y, gaussian, plane

R_SCRIPT = Path(__file__).parent / "sandwich.R"


def inputs():
    rng = random.Random(19800617)
    yield "12-point fixture", FIXTURE_Y, [FIXTURE_X], [0, 2, 5]
    market = gaussian(rng, 250, 0.01, 0.0004)
    noise = [rng.gauss(0, 0.005 + abs(v)) for v in market]
    yield "residuals that grow with the benchmark", plane(0.001, [1.2], [market], noise), [market], [1, 4, 20]
    drift, level = [], 0.0
    for _ in range(250):
        level = 0.6 * level + rng.gauss(0, 0.01)
        drift.append(level)
    yield "residuals that follow each other", plane(0, [0.8], [market], drift), [market], [0, 6, 249]
    common = gaussian(rng, 120, 0.01)
    three = [[c + e for c, e in zip(common, gaussian(rng, 120, 0.004))] for _ in range(3)]
    heavy = [rng.gauss(0, 0.01) / max(0.2, abs(rng.gauss(0, 1))) for _ in range(120)]
    yield "3 related benchmarks, heavy tails", plane(0.0002, [1, 0.5, -0.5], three, heavy), three, [3, 8]
    wild = list(market)
    wild[100] = 10.0
    yield "1 bad tick of 10", plane(0.0002, [1], [market], gaussian(rng, 250, 0.01)), [wild], [4]


def table(fit):
    bounds = fit.conf_int(0.05)
    return {
        "covariance": fit.cov_params().tolist(),
        "standardErrors": list(fit.bse),
        "tStatistics": list(fit.tvalues),
        "pValues": list(fit.pvalues),
        "lower": [b[0] for b in bounds],
        "upper": [b[1] for b in bounds],
        "fStatistic": float(fit.fvalue),
        "fPValue": float(fit.f_pvalue),
    }


def case(name, y, columns, lags):
    model = sm.OLS(numpy.array(y), sm.add_constant(numpy.column_stack(columns)))
    made = {kind: table(model.fit(cov_type=kind, use_t=True)) for kind in ["HC0", "HC1", "HC2", "HC3"]}
    hac = [
        {"lags": lag, "smallSample": small}
        | table(model.fit(cov_type="HAC", use_t=True, cov_kwds={"maxlags": lag, "use_correction": small}))
        for lag in lags
        for small in (False, True)
    ]
    return {"name": name, "y": y, "x": columns, "HC": made, "HAC": hac}


def documents():
    cases = [case(*one) for one in inputs()]
    asked = [{"y": c["y"], "x": c["x"], "lags": sorted({h["lags"] for h in c["HAC"]})} for c in cases]
    run = subprocess.run(["Rscript", R_SCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True)
    answer = json.loads(run.stdout)
    for c, sandwich in zip(cases, answer["cases"]):
        c["sandwich"] = sandwich
    return {"robust.json": {"madeWith": answer["versions"], "cases": cases}}
