import fc from "fast-check";
import { expect, test } from "vitest";
import { writeSeriesCsv } from "./series-csv.ts";

test("columns are joined on their dates", () => {
  const csv = writeSeriesCsv([
    { name: "portfolio", dates: ["2018-01-02", "2018-01-03"], values: [0.01, -0.02] },
    { name: "^GSPC", dates: ["2018-01-03", "2018-01-04"], values: [1e-7, 0] },
  ]);
  expect(csv).toBe("date,portfolio,^GSPC\n2018-01-02,0.01,\n2018-01-03,-0.02,1e-7\n2018-01-04,,0\n");
});

test("names that a file or a spreadsheet would take for something else are made plain", () => {
  const name = (name: string) => writeSeriesCsv([{ name, dates: [], values: [] }]).trimEnd();
  expect(name('A,"B"')).toBe('date,"A,""B"""');
  expect(name("=1+1")).toBe("date,'=1+1");
  expect(name("-cmd")).toBe("date,'-cmd");
});

test("numbers come back to the last digit", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const [, line] = writeSeriesCsv([{ name: "a", dates: ["2018-01-02"], values: [value] }]).split("\n");
      expect(Number(line.split(",")[1]) + 0).toBe(value + 0);
    }),
  );
});
