/** What an editor shows where one points at a field of a result, or at a variable. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const SOURCE = `
import { createClient } from "./client.ts";
const hedgeql = createClient({ url: "" });
const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({ portfolio: { symbol: "" }, benchmarks: [], hedgeWith: [] });
hedgedPortfolio.effectiveness;
hedgedPortfolio.regression.durbinWatson;
hedgedPortfolio.provenance.warnings[0].message;
hedgedPortfolio.returns.symbol;
hedgedPortfolio.returns.values;
`;

const folder = fileURLToPath(new URL("../src/", import.meta.url));
const file = `${folder}pointed-at.ts`;
const readFile = (path: string) => (path === file ? SOURCE : ts.sys.readFile(path));
const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (path) => {
    const text = readFile(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => folder,
  getCompilationSettings: () => ({
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  }),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (path) => path === file || ts.sys.fileExists(path),
  readFile,
});

test.each([
  ["effectiveness", /^Share of the variance that the hedge removed/],
  ["durbinWatson", /^Durbin–Watson statistic of the residuals/],
  ["message", /^The warning as a sentence/],
  ["symbol;", /^What the returns are of/],
  ["values;", /^Returns as decimals a period/],
  ["hedgeWith", /^What is sold short, where it is not the benchmarks/],
])("%s has the schema's description", (field, description) => {
  const info = service.getQuickInfoAtPosition(file, SOURCE.lastIndexOf(field));
  expect(ts.displayPartsToString(info?.documentation)).toMatch(description);
});
