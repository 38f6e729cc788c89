import fc from "fast-check";
import { expect, test } from "vitest";
import { firstLines, textWidth, wrapText } from "./text-width.ts";

test("widths are Helvetica's, regular and bold", () => {
  // Adobe's metrics: H 722, e 556, l 222, o 556; bold 722, 556, 278, 611.
  expect(textWidth("Hello", 1000)).toBe(722 + 556 + 222 + 222 + 556);
  expect(textWidth("Hello", 1000, true)).toBe(722 + 556 + 278 + 278 + 611);
  expect(textWidth("AAPL 0.99", 10)).toBeCloseTo((667 * 3 + 556 + 278 + 556 + 278 + 556 * 2) / 100, 12);
  expect(textWidth("", 12)).toBe(0);
});

test("a minus is about as wide as a plus, and a Chinese character or an emoji is a square", () => {
  expect(textWidth("−", 1000)).toBeCloseTo(584, -2);
  for (const square of ["中", "한", "あ", "😀"]) expect(textWidth(square, 1000)).toBe(1000);
  for (const narrow of ["é", "Ω", "Ж", "²", "…"]) expect(textWidth(narrow, 1000)).toBe(600);
});

const hostile = fc.string({
  unit: fc.constantFrom("a", "W", "−", " ", "😀", "中", "é", "\u0301", "<", "&", '"', "\t"),
});
const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), hostile);

test("wrapping loses no character but the blanks at which it breaks", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 400 }), fc.boolean(), (text, width, bold) => {
      const blanks = / /g;
      expect(wrapText(text, width, 12, bold).join("").replace(blanks, "")).toBe(text.replace(blanks, ""));
    }),
  );
});

test("no line is wider than asked, unless it is one character", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 400 }), fc.boolean(), (text, width, bold) => {
      for (const line of wrapText(text, width, 12, bold)) {
        if ([...line.trim()].length > 1) expect(textWidth(line, 12, bold)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test("a word of 500 characters is broken inside, and no character is torn", () => {
  const lines = wrapText("W".repeat(500), 300, 16, true);
  expect(lines.join("")).toBe("W".repeat(500));
  expect(lines.length).toBe(Math.ceil(500 / Math.floor(300 / (0.944 * 16))));
  expect(wrapText("😀".repeat(9), 30, 12).join("").isWellFormed()).toBe(true);
  for (const line of wrapText("😀".repeat(9), 30, 12)) expect(line.isWellFormed()).toBe(true);
});

test("what fits stays on one line, and words stay whole where they can", () => {
  expect(wrapText("sample:AAPL on sample:^GSPC", 400, 16, true)).toEqual(["sample:AAPL on sample:^GSPC"]);
  expect(wrapText("one two three", textWidth("one two", 12), 12)).toEqual(["one two", "three"]);
});

test("lines that are left out are told by three dots, within the width of their line", () => {
  expect(firstLines(["one", "two"], 2)).toEqual(["one", "two"]);
  expect(firstLines(["one line", "another line", "a third"], 2)).toEqual(["one line", "another li…"]);
  expect(firstLines(["中中", "😀😀😀"], 1)).toEqual(["…"]);
  expect(textWidth("another li…", 12)).toBeLessThanOrEqual(textWidth("another line", 12) + 1);
});
