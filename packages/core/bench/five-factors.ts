// A regression on five factors with full inference. The others get their design matrix ready-made.

import { regress } from "../src/index.ts";
import type { Answer } from "./agreement.ts";
import { type Contestant, type Job, local, type Missing, optionalPackage } from "./harness.ts";
import { readTable } from "./inference-table.ts";
import { fiveFactors, follower, OBSERVATIONS } from "./market-data.ts";
import { inPython, type PythonWorker } from "./python-worker.ts";

const BETAS = [1.1, 0.4, -0.3, 0.2, 0.6];

export async function setUp(python?: PythonWorker): Promise<Job[]> {
  const factors = fiveFactors();
  const y = follower(factors, BETAS, 200);
  await python?.put("five-factors.y", y);
  await python?.put("five-factors.x", Float64Array.from(factors.flatMap((factor) => [...factor])));
  return [
    {
      title: `five-factors: full inference; n = ${OBSERVATIONS}`,
      ours: local("hedgeql core", () => regression(y, factors)),
      others: [
        inPython(python, "statsmodels OLS, numpy arrays", "five-factors arrays", { reach: 3 }),
        inPython(python, "statsmodels OLS, pandas frame", "five-factors frame", { reach: 3 }),
        await mlMatrix(y, factors),
      ],
    },
  ];
}

function regression(y: Float64Array, factors: readonly Float64Array[]): Answer {
  const { coefficients, rSquared } = readTable(regress(y, factors));
  const [alpha, ...betas] = coefficients.map(({ estimate }) => estimate);
  return {
    beta: betas,
    alpha: [alpha],
    standardError: coefficients.map(({ standardError }) => standardError),
    rSquared: [rSquared ?? Number.NaN],
  };
}

/** As its user would write it: coefficients and standard errors from the QR decomposition. */
async function mlMatrix(y: Float64Array, factors: readonly Float64Array[]): Promise<Contestant | Missing> {
  const name = "ml-matrix QR (no tests)";
  const library = await optionalPackage(() => import("ml-matrix"));
  if (library === undefined) return { name, missing: "the package is not installed" };
  const { inverse, Matrix, QrDecomposition } = library;
  const design = new Matrix(Array.from(y, (_, t) => [1, ...factors.map((factor) => factor[t])]));
  const response = Matrix.columnVector(y);
  const run = () => {
    const qr = new QrDecomposition(design);
    const solution = qr.solve(response);
    const residuals = Matrix.sub(response, design.mmul(solution));
    const variance = residuals.norm("frobenius") ** 2 / (design.rows - design.columns);
    const rInverse = inverse(qr.upperTriangularMatrix);
    const [alpha, ...betas] = solution.to1DArray();
    return {
      beta: betas,
      alpha: [alpha],
      standardError: rInverse.to2DArray().map((row) => Math.sqrt(variance) * Math.hypot(...row)),
    };
  };
  return local(name, run, { reach: 5 });
}
