import { expect, test } from "vitest";
import { documentedDetails, ERROR_CODES } from "./error-code.ts";

test("of an error's details those pass that its code is documented with, in one order, and no others", () => {
  const details = { needed: 3, observations: 1, label: "x", code: "other" };
  expect(Object.entries(documentedDetails("INSUFFICIENT_DATA", details))).toEqual([
    ["observations", 1],
    ["needed", 3],
  ]);
  expect(documentedDetails("BAD_INPUT", { value: Number.NaN, date: "2018-05-07", symbol: undefined })).toEqual({
    date: "2018-05-07",
  });
  expect(documentedDetails("CANCELLED", { path: "x" })).toEqual({});
});

test("no description names the code itself, the message or a part of HTTP: these have places of their own", () => {
  const words = Object.values(ERROR_CODES).flatMap((text) => Array.from(text.matchAll(/`(\w+)`/g), ([, word]) => word));
  expect(words).not.toContain("code");
  expect(words).not.toContain("message");
  expect(words).not.toContain("http");
});

test("whatever may be absent is said so in the same words, which programs read", () => {
  for (const description of Object.values(ERROR_CODES)) {
    expect(description.match(/if known/g)?.length ?? 0).toBe(description.match(/`\w+` if known/g)?.length ?? 0);
  }
});
