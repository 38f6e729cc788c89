import { expect, test } from "vitest";
import { comment } from "./comment.ts";

test("a short comment is one line, at its indent", () => {
  expect(comment("Where it\ntrades.", "  ")).toBe("  /** Where it trades. */");
});

test("a long comment is wrapped at 120 columns, and loses no word", () => {
  const text = "How many dates were left out. ".repeat(20).trim();
  const lines = comment(text, "    ").split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
  expect(lines.at(0)).toBe("    /**");
  expect(lines.at(-1)).toBe("     */");
  const words = lines.slice(1, -1).map((line) => line.replace("     * ", ""));
  expect(words.join(" ")).toBe(text);
});

test("the end of a comment in a description does not end it", () => {
  expect(comment("Such as a */ b.", "")).toBe("/** Such as a *\\/ b. */");
});
