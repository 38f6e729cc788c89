import type { After } from "./after.ts";
import type { FailureScript } from "./fail.ts";
import type { Partly } from "./partly.ts";
import { scripted } from "./scripted.ts";
import type { Sequence } from "./sequence.ts";

/** What comes of a call: a part of the result, and what fails. */
export interface Outcome {
  readonly part: unknown;
  readonly failures: readonly FailureScript[];
}

/** How far each sequence is. */
export type Positions = Map<object, number>;

type Script =
  | FailureScript
  | Partly<object>[typeof scripted]
  | After<unknown, unknown>[typeof scripted]
  | Sequence<unknown, unknown>[typeof scripted];

interface Scene {
  readonly variables: unknown;
  readonly signal: AbortSignal | undefined;
  readonly positions: Positions;
}

/** Plays what a test gave for an operation: waits, takes its turn, calls its function. Nothing given is no part. */
export async function outcomeOf(answer: unknown, scene: Scene): Promise<Outcome> {
  if (typeof answer === "function") return outcomeOf(await answer(scene.variables), scene);
  const script: Script | undefined = Object(answer)[scripted];
  if (script === undefined) return { part: answer, failures: [] };
  switch (script.kind) {
    case "failure":
      return { part: undefined, failures: [script] };
    case "partly":
      return { part: script.part, failures: script.failures.map((failure) => failure[scripted]) };
    case "after":
      await elapsed(script.milliseconds, scene.signal);
      return outcomeOf(script.answer, scene);
    case "sequence": {
      const position = scene.positions.get(script) ?? 0;
      scene.positions.set(script, position + 1);
      return outcomeOf(script.answers[position] ?? script.answers.at(-1), scene);
    }
  }
}

/** A timer cannot run longer than 2³¹ − 1 ms: beyond that it would fire at once, so there it means never. */
function elapsed(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = milliseconds < 2 ** 31 ? setTimeout(resolve, milliseconds) : undefined;
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
