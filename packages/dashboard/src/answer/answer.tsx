import { type ReactNode, useEffect } from "react";
import { Gallery } from "../pictures/gallery.tsx";
import { INTERVALS, type Question } from "../question/question.ts";
import type { Terms } from "../question/terms.ts";
import type { QuestionState } from "../question/use-question.ts";
import type { Answers } from "../server/answers.ts";
import type { ChartName } from "../server/chart-names.ts";
import { besideNumbers, isAwaited } from "../server/coherence.ts";
import { Failure } from "../server/failure.tsx";
import type { PartState } from "../server/part.ts";
import { usePart } from "../server/use-part.ts";
import { instrumentNames, isSparse, portfolioName, sampleNotice } from "./answer-names.ts";
import { Coefficients } from "./coefficients.tsx";
import { Downloads } from "./downloads.tsx";
import { FigureSkeletons } from "./figure.tsx";
import { date, percent, plural } from "./formats.ts";
import { IN_SAMPLE_LABELS, InSample } from "./in-sample.tsx";
import { Comparison, OrderSection, OutOfSamplePictures, OutOfSampleSection } from "./later-sections.tsx";
import { ProvenanceDetails } from "./provenance-details.tsx";
import { Remedies } from "./remedies.tsx";
import { Section } from "./section.tsx";

export interface AnswerProps {
  readonly answers: Answers;
  readonly question: Question;
  readonly terms: Terms | undefined;
  /** Whether an answer is on its way, or will be as soon as the address is read: then its places are kept. */
  readonly isAsked: boolean;
  readonly change: QuestionState["change"];
}

const GROUPS: readonly { readonly title: string; readonly names: readonly ChartName[] }[] = [
  { title: "The returns, the line, the hedge", names: ["dailyReturns", "regression", "hedgedReturns"] },
  { title: "Beta through time", names: ["rollingBeta"] },
  { title: "Growth and drawdowns", names: ["cumulative", "drawdowns"] },
];
const DIAGNOSTICS: readonly ChartName[] = ["residuals", "residualQuantiles", "influence"];

/** All that came of the question, each part in its place. */
export function Answer({ answers, question, terms, isAsked, change }: AnswerProps) {
  const numbers = usePart(answers.parts.numbers);
  const pictures = besideNumbers(usePart(answers.parts.pictures), numbers);
  const { value } = numbers;
  const image = async (name: ChartName) => {
    if (terms === undefined) throw new Error("the question has changed: mend it first");
    return answers.image(terms, name);
  };
  const failure = (part: PartState<unknown>): ReactNode => {
    if (part.phase === "cancelled") return <p className="hint">Cancelled before it came.</p>;
    if (part.error === undefined) return null;
    // Said once, where the numbers would stand.
    if (part !== numbers && numbers.error?.message === part.error.message)
      return (
        <p className="hint">
          {part.value === undefined
            ? "Missing for the same reason as the numbers."
            : "Not renewed, for the same reason as the numbers: what stands here is of the question before."}
        </p>
      );
    return (
      <Failure error={part.error} onRetry={answers.retry}>
        <Remedies error={part.error} question={question} change={change} />
      </Failure>
    );
  };
  useEffect(() => {
    const name = value === undefined ? undefined : `${portfolioName(value)} hedged with ${instrumentNames(value)}`;
    document.title = name === undefined ? "HedgeQL" : `${name} – HedgeQL`;
  }, [value]);
  // Without an answer, old or new or on its way, places for it would only be in the way.
  if (value === undefined && !isAwaited(numbers, isAsked)) return failure(numbers);

  const gallery = (names: readonly ChartName[]) => (
    <Gallery
      names={names}
      part={pictures}
      isAwaited={isAwaited(pictures, isAsked)}
      image={image}
      failure={failure(pictures)}
    />
  );
  const shared = { answers, question, terms, isAsked, change, failure, warnings: value?.provenance.warnings ?? [] };
  const staleness = value !== undefined && !numbers.isCurrent ? "stale" : undefined;

  return (
    <>
      {numbers.phase === "failed" && (
        <div className="unanswered">
          {failure(numbers)}
          {value !== undefined && (
            <p className="hint">
              Below, in grey, is the answer to the question before: {portfolioName(value)} hedged with{" "}
              {instrumentNames(value)}.
            </p>
          )}
        </div>
      )}
      <div className={staleness} aria-busy={numbers.phase === "loading"}>
        <header className="answer-head">
          <h2>
            {value === undefined ? "The answer" : `${portfolioName(value)} hedged with ${instrumentNames(value)}`}
          </h2>
          <p>
            {value === undefined
              ? "\u00A0"
              : `${date(value.provenance.firstDate)} to ${date(value.provenance.lastDate)}, ${plural(value.provenance.observations, `${INTERVALS[value.provenance.interval].returns}${value.provenance.riskFree === null ? "" : " excess"} return`)}`}
          </p>
        </header>
        {value !== undefined && sampleNotice(value) !== undefined && (
          <p className="notice sample">{sampleNotice(value)}</p>
        )}
        {isAwaited(numbers, isAsked) && question.benchmarks.some((symbol) => symbol.startsWith("sample:")) && (
          <p className="notice sample">{"\u00A0"}</p>
        )}
        {value !== undefined && terms !== undefined && terms.rowsLeftOut > 0 && (
          <p className="notice">{plural(terms.rowsLeftOut, "row")} of your returns left out, as you chose.</p>
        )}
        <Section title="In sample: what the regression says">
          {value !== undefined && <InSample numbers={value} />}
          {value !== undefined && numbers.isCurrent && isSparse(value) && (
            <p>
              <button type="button" onClick={() => change({ interval: "MONTH" }, "step")}>
                Use monthly returns
              </button>
            </p>
          )}
          {isAwaited(numbers, isAsked) && <FigureSkeletons labels={IN_SAMPLE_LABELS} />}
        </Section>
      </div>
      <OutOfSampleSection {...shared} />
      <OrderSection {...shared} />
      {GROUPS.map(({ title, names }) => (
        <Section key={title} title={title}>
          {gallery(names)}
        </Section>
      ))}
      <OutOfSamplePictures {...shared} />
      <Section title="Diagnostics">
        {value !== undefined && (
          <div className={staleness}>
            <Coefficients label="Regression before the hedge" regression={value.regression} />
            {value.verification.rSquared !== null && (
              <details>
                <summary>After the hedge, in sample (R² {percent(value.verification.rSquared, 2)})</summary>
                <Coefficients label="Regression after the hedge" regression={value.verification} />
              </details>
            )}
          </div>
        )}
        {gallery(DIAGNOSTICS)}
      </Section>
      <Comparison {...shared} />
      <Section title="Data and sources">
        {value !== undefined && <ProvenanceDetails provenance={value.provenance} />}
        <Downloads answers={answers} terms={terms} />
      </Section>
    </>
  );
}
