import { expect, test } from "vitest";
import { besideNumbers, isAwaited } from "./coherence.ts";
import type { PartState } from "./part.ts";

const state = (phase: PartState<number>["phase"], isCurrent: boolean, about = "this"): PartState<number> => ({
  phase,
  isCurrent,
  value: 1,
  about,
  error: undefined,
  startedAt: 0,
});

test.each([
  ["of the same question", "answered", true, true, 1],
  ["on its way", "loading", false, true, 1],
  ["failed, as the numbers did", "failed", false, false, 1],
  ["failed, beside new numbers", "failed", false, true, undefined],
  ["cancelled, beside new numbers", "cancelled", false, true, undefined],
] as const)("a part that is %s", (_, phase, isCurrent, areNumbersCurrent, shown) => {
  expect(besideNumbers(state(phase, isCurrent), state("answered", areNumbersCurrent)).value).toBe(shown);
});

test("a part about another portfolio is never shown beside the numbers, old or new", () => {
  const before = state("loading", false, "the one before");
  expect(besideNumbers(before, state("answered", true))).toMatchObject({ value: undefined, phase: "loading" });
  const early = state("answered", true, "the next one");
  expect(besideNumbers(early, state("loading", false))).toMatchObject({ value: undefined, phase: "loading" });
  expect(besideNumbers(state("failed", false, "the one before"), state("failed", false)).value).toBeUndefined();
});

test("a place is kept for what is asked, or about to be, and not for what failed", () => {
  const empty = (phase: PartState<number>["phase"]) => ({ ...state(phase, false), value: undefined });
  expect([isAwaited(empty("loading"), true), isAwaited(empty("idle"), true)]).toEqual([true, true]);
  expect([isAwaited(empty("idle"), false), isAwaited(empty("failed"), true)]).toEqual([false, false]);
  expect(isAwaited(state("loading", false), true)).toBe(false);
});
