import { instrumentNames, portfolioName } from "./answer/answer-names.ts";
import { beta, percent } from "./answer/formats.ts";
import type { Checked } from "./question/terms.ts";
import type { Answers } from "./server/answers.ts";
import { explainError } from "./server/error-words.ts";
import { usePart } from "./server/use-part.ts";

/** Says to screen readers, when it is quiet, what has come or failed. */
export function Announcer({ answers, checked }: { readonly answers: Answers; readonly checked: Checked | undefined }) {
  const numbers = usePart(answers.parts.numbers);
  const walk = usePart(answers.parts.walk);
  const sentences: string[] = [];
  if (checked !== undefined && checked.terms === undefined)
    sentences.push("Nothing is asked now: see what is missing.");
  if (numbers.phase === "failed" && numbers.error !== undefined) {
    const { title, next } = explainError(numbers.error);
    sentences.push(title, next);
  }
  if (numbers.phase === "answered" && numbers.value !== undefined) {
    const { regression, effectiveness } = numbers.value;
    sentences.push(
      `${portfolioName(numbers.value)} hedged with ${instrumentNames(numbers.value)}: beta ${beta(regression.beta)},`,
      `${percent(effectiveness, 1)} of the variance removed in sample.`,
    );
    if (walk.phase === "answered" && walk.value !== undefined)
      sentences.push(
        `Out of sample beta ${beta(walk.value.realized.beta)}, ${percent(walk.value.realized.effectiveness, 1)} removed.`,
      );
  }
  return (
    <div role="status" className="visually-hidden">
      {sentences.join(" ")}
    </div>
  );
}
