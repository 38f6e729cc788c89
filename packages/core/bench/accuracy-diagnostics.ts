import { diagnosticsCases } from "../golden/read-diagnostics.ts";
import { columnsOf, correctDigits } from "../golden/read-golden.ts";
import { betaCusum } from "../src/diagnostics/beta-cusum.ts";
import { breuschPagan } from "../src/diagnostics/breusch-pagan.ts";
import { chow } from "../src/diagnostics/chow.ts";
import { conditionNumber } from "../src/diagnostics/condition-number.ts";
import type { DiagnosticTest } from "../src/diagnostics/diagnostic-test.ts";
import { durbinWatson } from "../src/diagnostics/durbin-watson.ts";
import { influence } from "../src/diagnostics/influence.ts";
import { jarqueBera } from "../src/diagnostics/jarque-bera.ts";
import { ljungBox } from "../src/diagnostics/ljung-box.ts";
import { residualCusum } from "../src/diagnostics/residual-cusum.ts";
import { varianceInflation } from "../src/diagnostics/variance-inflation.ts";
import { regress } from "../src/regression/regression.ts";
import { type Family, FamilyTable } from "./accuracy-family.ts";

type Golden = (typeof diagnosticsCases)[number];
type GoldenTest = Golden["breuschPagan"];
type Influence = ReturnType<typeof influence>[number];

/** Floors as diagnostics.golden.test.ts asks; benchmarks 1e-5 apart cost five digits, and are families of their own. */
export function diagnosticsFamilies(): readonly Family[] {
  const table = new FamilyTable("mpmath");
  for (const golden of diagnosticsCases) {
    const { name, intercept } = golden;
    const twins = name === "near-twins";
    const y = Float64Array.from(golden.y);
    const x = columnsOf(golden.x);
    const fit = regress(y, x, { intercept });
    const add = (test: string, actual: DiagnosticTest, truth: GoldenTest) => {
      const [family, floor] = twins ? (["tests of near-twins", 9] as const) : ([test, 11.5] as const);
      table.add(family, "statistic", floor, name, correctDigits(actual.statistic, truth.statistic));
      table.add(family, "p-value", floor, name, correctDigits(actual.pValue, truth.pValue));
    };
    add("Durbin-Watson", durbinWatson(fit, x), golden.durbinWatson);
    for (const truth of golden.ljungBox) add("Ljung-Box", ljungBox(fit.residuals, truth.lags), truth);
    add("Jarque-Bera", jarqueBera(fit.residuals), golden.jarqueBera);
    add("Breusch-Pagan", breuschPagan(fit, x), golden.breuschPagan);
    golden.betaCusum.forEach((truth, j) => {
      add("CUSUM of beta", betaCusum(fit, j), truth);
    });
    if (golden.residualCusum !== null) add("CUSUM of alpha", residualCusum(fit), golden.residualCusum);
    add("Chow", chow(y, x, golden.chow.at, { intercept }), golden.chow);
    table.add("condition number", "value", 11, name, correctDigits(conditionNumber(x), golden.conditionNumber));
    varianceInflation(x).forEach((factor, j) => {
      const family = twins ? "inflation of near-twins" : "variance inflation";
      table.add(family, "factor", twins ? 11 : 14, name, correctDigits(factor, golden.varianceInflation[j]));
    });
    const family = twins ? "influence of near-twins" : "influence";
    fit.coefficients.forEach((_, j) => {
      const effects = new Map(influence(fit, j, y.length).map((effect) => [effect.index, effect]));
      for (const truth of golden.influence) {
        const digits = influenceDigits(effects.get(truth.index), truth, j);
        table.add(family, "all measures", twins ? 10 : 11.5, name, digits);
      }
    });
  }
  return table.families;
}

function influenceDigits(
  actual: Influence | undefined,
  truth: Golden["influence"][number],
  coefficient: number,
): number {
  if (actual === undefined) return 0;
  return Math.min(
    correctDigits(actual.change, truth.changes[coefficient]),
    correctDigits(actual.leverage, truth.leverage),
    correctDigits(actual.studentizedResidual, truth.studentizedResidual),
    correctDigits(actual.cooksDistance, truth.cooksDistance),
  );
}
