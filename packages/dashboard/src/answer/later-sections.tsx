import type { ReactNode } from "react";
import { Gallery } from "../pictures/gallery.tsx";
import type { Question } from "../question/question.ts";
import type { Terms } from "../question/terms.ts";
import type { QuestionState } from "../question/use-question.ts";
import type { Answers } from "../server/answers.ts";
import type { WalkChartName } from "../server/chart-names.ts";
import { besideNumbers, isAwaited } from "../server/coherence.ts";
import type { PartState } from "../server/part.ts";
import { usePart } from "../server/use-part.ts";
import type { Warning } from "./answer-names.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { FigureSkeletons } from "./figure.tsx";
import { OrderTable } from "./order-table.tsx";
import { OUT_OF_SAMPLE_LABELS, OutOfSample } from "./out-of-sample.tsx";
import { Section } from "./section.tsx";

const WALK_CHARTS: readonly WalkChartName[] = ["promiseAndFact", "cumulative", "ratios", "drawdowns"];

export interface LaterProps {
  readonly answers: Answers;
  readonly question: Question;
  readonly terms: Terms | undefined;
  readonly isAsked: boolean;
  readonly change: QuestionState["change"];
  /** What stands in the place of a part that failed. */
  readonly failure: (part: PartState<unknown>) => ReactNode;
  /** Warnings that stand with the numbers already. */
  readonly warnings: readonly Warning[];
}

function staleness({ value, isCurrent }: PartState<unknown>): string | undefined {
  return value !== undefined && !isCurrent ? "stale" : undefined;
}

/** What the hedge did on dates that it had not seen, in numbers. */
export function OutOfSampleSection({ answers, isAsked, failure, warnings }: LaterProps) {
  const walk = besideNumbers(usePart(answers.parts.walk), usePart(answers.parts.numbers));
  return (
    <Section
      title="Out of sample: what the hedge did"
      note="Each ratio is fitted on the past alone and held until the next. This is the proof of a hedge, or the disproof."
      className="proof"
    >
      {(walk.phase === "failed" || walk.phase === "cancelled") && failure(walk)}
      {walk.value !== undefined && (
        <div className={staleness(walk)}>
          <OutOfSample walk={walk.value} besides={warnings} />
        </div>
      )}
      {isAwaited(walk, isAsked) && <FigureSkeletons labels={OUT_OF_SAMPLE_LABELS} />}
    </Section>
  );
}

/** The same in pictures: the promise of each fit, and the fact after it. */
export function OutOfSamplePictures({ answers, terms, isAsked, failure }: LaterProps) {
  const walk = usePart(answers.parts.walk);
  const pictures = besideNumbers(usePart(answers.parts.walkPictures), usePart(answers.parts.numbers));
  const image = async (name: WalkChartName) => {
    if (terms === undefined) throw new Error("the question has changed: mend it first");
    return answers.walkImage(terms, name);
  };
  const isSaid = walk.error !== undefined && walk.error.message === pictures.error?.message;
  return (
    <Section title="Out of sample: promise and fact" className="proof">
      <Gallery
        names={WALK_CHARTS}
        part={pictures}
        isAwaited={isAwaited(pictures, isAsked)}
        image={image}
        failure={isSaid ? <p className="hint">Missing for the same reason as the walk.</p> : failure(pictures)}
      />
    </Section>
  );
}

/** What to trade now. */
export function OrderSection({ answers, question, isAsked, failure, warnings }: LaterProps) {
  const order = besideNumbers(usePart(answers.parts.order), usePart(answers.parts.numbers));
  const walk = usePart(answers.parts.walk);
  const isSaid = walk.error !== undefined && walk.error.code === order.error?.code;
  return (
    <Section title="The order" note="The whole hedge to hold now, by the rule of the walk above, in whole shares.">
      {(order.phase === "failed" || order.phase === "cancelled") &&
        (isSaid ? <p className="hint">Missing for the same reason as the walk.</p> : failure(order))}
      {order.value !== undefined && (
        <div className={staleness(order)}>
          <OrderTable order={order.value} besides={warnings} />
          {question.portfolio === "holdings" && question.by === "shares" && (
            <p className="hint">
              The order is for the portfolio value in the form, whatever the shares are worth: set it to their worth.
            </p>
          )}
        </div>
      )}
      {isAwaited(order, isAsked) && <div className="skeleton block" aria-hidden="true" />}
    </Section>
  );
}

/** All estimators side by side, on request: it is the longest of all answers. */
export function Comparison({ answers, question, change, failure }: LaterProps) {
  const comparison = besideNumbers(usePart(answers.parts.comparison), usePart(answers.parts.numbers));
  return (
    <Section title="Which estimator?">
      {question.compare ? (
        <button type="button" onClick={() => change({ compare: false }, "step")}>
          Put the comparison away
        </button>
      ) : (
        <p>
          <button type="button" onClick={() => change({ compare: true }, "step")}>
            Compare all estimators
          </button>{" "}
          <span className="hint">Walks by each of them with three lookbacks: some seconds of work.</span>
        </p>
      )}
      {(comparison.phase === "failed" || comparison.phase === "cancelled") && failure(comparison)}
      {question.compare && comparison.value !== undefined && (
        <div className={staleness(comparison)}>
          <ComparisonTable scores={comparison.value} />
        </div>
      )}
      {comparison.value === undefined && comparison.phase === "loading" && (
        <div className="skeleton block" aria-hidden="true" />
      )}
    </Section>
  );
}
