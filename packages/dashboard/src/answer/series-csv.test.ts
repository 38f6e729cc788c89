import fc from "fast-check";
import { expect, test } from "vitest";
import { writeSeriesCsv } from "./series-csv.ts";

test("columns are joined on their dates", () => {
  const csv = writeSeriesCsv([
    {
      name: "portfolio",
      series: [
        { date: "2018-01-02", value: 0.01 },
        { date: "2018-01-03", value: -0.02 },
      ],
    },
    {
      name: "^GSPC",
      series: [
        { date: "2018-01-03", value: 1e-7 },
        { date: "2018-01-04", value: 0 },
      ],
    },
  ]);
  expect(csv).toBe("date,portfolio,^GSPC\n2018-01-02,0.01,\n2018-01-03,-0.02,1e-7\n2018-01-04,,0\n");
});

test("names that a file or a spreadsheet would take for something else are made plain", () => {
  const name = (name: string) => writeSeriesCsv([{ name, series: [] }]).trimEnd();
  expect(name('A,"B"')).toBe('date,"A,""B"""');
  expect(name("=1+1")).toBe("date,'=1+1");
  expect(name("-cmd")).toBe("date,'-cmd");
});

test("numbers come back to the last digit", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const [, line] = writeSeriesCsv([{ name: "a", series: [{ date: "2018-01-02", value }] }]).split("\n");
      expect(Number(line.split(",")[1]) + 0).toBe(value + 0);
    }),
  );
});
