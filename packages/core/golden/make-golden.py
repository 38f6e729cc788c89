"""Makes the golden values of this folder, from programs and arithmetic that owe nothing to the code under test.

    /usr/bin/python3 make-golden.py            writes *.json
    /usr/bin/python3 make-golden.py --check    makes them again, compares, exits with 1 where they differ

Each module beside it makes the files that its first line names. A document may name the relative `tolerance` to which
its figures can be made again (an optimiser's are); else it is 1e-12.

Debian: apt-get install python3-statsmodels python3-mpmath r-cran-sandwich r-cran-lmtest r-cran-jsonlite. Everything is seeded. nist-strd.json is not made here.
"""

import json
import math
import platform
import sys
import warnings
from pathlib import Path

import diagnostics
import distributions
import estimators
import exact
import hedge
import kalman
import mpmath
import numpy
import ols
import pandas
import performance
import pictures
import robust
import scipy
import statsmodels
import tails
import walk_forward

HERE = Path(__file__).parent
TOLERANCE = 1e-12
mpmath.mp.dps = 50
warnings.filterwarnings("ignore")


def versions():
    return {
        "script": "packages/core/golden/make-golden.py",
        "python": platform.python_version(),
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "pandas": pandas.__version__,
        "statsmodels": statsmodels.__version__,
        "mpmath": mpmath.__version__,
    }


MODULES = [
    ols,
    exact,
    distributions,
    tails,
    robust,
    diagnostics,
    estimators,
    kalman,
    hedge,
    walk_forward,
    performance,
    pictures,
]


def documents():
    for module in MODULES:
        for name, document in module.documents().items():
            yield name, {"madeBy": versions(), **document}


def differences(made, kept, path, tolerance):
    """Where two documents differ by more than the tolerance; the versions that made them may differ."""
    if path.endswith((".madeBy", ".madeWith")):
        return []
    if isinstance(made, dict) and isinstance(kept, dict) and made.keys() == kept.keys():
        return [d for key in made for d in differences(made[key], kept[key], f"{path}.{key}", tolerance)]
    if isinstance(made, list) and isinstance(kept, list) and len(made) == len(kept):
        return [d for i, pair in enumerate(zip(made, kept)) for d in differences(*pair, f"{path}[{i}]", tolerance)]
    if isinstance(made, float) and isinstance(kept, (int, float)):
        # The noise of a statistic that is 0 but for rounding is not worth a difference.
        return [] if math.isclose(made, kept, rel_tol=tolerance, abs_tol=1e-200) else [f"{path}: {kept} -> {made}"]
    return [] if made == kept else [f"{path}: {kept} -> {made}"]


def main():
    check = sys.argv[1:] == ["--check"]
    found = []
    for name, document in documents():
        file = HERE / name
        if check:
            found += differences(document, json.loads(file.read_text()), name, document.get("tolerance", TOLERANCE))
        else:
            file.write_text(json.dumps(document, default=float, indent=None, separators=(",", ":")) + "\n")
    for line in found:
        print(line)
    if check:
        print(f"{len(found)} differences")
    sys.exit(1 if found else 0)


main()
