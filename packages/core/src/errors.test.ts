import { expect, test } from "vitest";
import { AnalysisError, DomainError } from "./errors.ts";

test("an analysis error is a domain error that carries code, message, details, cause and its own name", () => {
  const cause = new Error("below");
  const error = new AnalysisError("BAD_INPUT", "a rule, got 3", { value: 3 }, { cause });
  expect(error).toBeInstanceOf(DomainError);
  expect(error).toBeInstanceOf(Error);
  expect({ ...error, message: error.message, cause: error.cause }).toEqual({
    name: "AnalysisError",
    code: "BAD_INPUT",
    message: "a rule, got 3",
    details: { value: 3 },
    cause,
  });
});

test("details are empty unless given", () => {
  expect(new DomainError("SOURCE_UNAVAILABLE", "no answer").details).toEqual({});
});
