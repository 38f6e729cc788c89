import { correctDigits, distributions } from "../golden/read-golden.ts";
import { tails } from "../golden/read-tails.ts";
import { chiSquaredUpperTail } from "../src/distributions/chi-squared.ts";
import { fUpperTail } from "../src/distributions/f-distribution.ts";
import { kolmogorovUpperTail } from "../src/distributions/kolmogorov.ts";
import { normalQuantile, normalTwoSidedP } from "../src/distributions/normal.ts";
import { studentTQuantile, studentTTwoSidedP } from "../src/distributions/student-t.ts";
import { type Family, FamilyTable } from "./accuracy-family.ts";

/** Tails down to 1e-290 and quantiles of them. */
export function distributionFamilies(): readonly Family[] {
  const table = new FamilyTable("mpmath");
  const add = (name: string, quantity: string, floor: number, at: readonly number[], actual: number, exact: number) =>
    table.add(name, quantity, floor, `at ${at.join(", ")}`, correctDigits(actual, exact));
  for (const [t, df, exact] of distributions.t)
    add("Student's t", "tail", 12, [t, df], studentTTwoSidedP(t, df), exact);
  for (const [p, df, exact] of distributions.quantile) {
    add("Student's t", "quantile", 12, [p, df], studentTQuantile(p, df), exact);
  }
  for (const [f, d1, d2, exact] of distributions.f) add("F", "tail", 12, [f, d1, d2], fUpperTail(f, d1, d2), exact);
  for (const [x, df, exact] of tails.chiSquared)
    add("chi-squared", "tail", 13, [x, df], chiSquaredUpperTail(x, df), exact);
  for (const [z, exact] of tails.normal) add("normal", "tail", 13.5, [z], normalTwoSidedP(z), exact);
  for (const [p, exact] of tails.quantile) add("normal", "quantile", 15, [p], normalQuantile(p), exact);
  for (const [x, exact] of tails.kolmogorov) add("Kolmogorov", "tail", 14, [x], kolmogorovUpperTail(x), exact);
  return table.families;
}
