import { SymbolList } from "../symbols/symbol-list.tsx";
import { ChoiceField, TextField } from "./field.tsx";
import { DEFAULT_WALK, ESTIMATORS, INTERVALS } from "./question.ts";
import type { PartProps } from "./question-form.tsx";

/** What the hedge that can be traded is made with: the walk forward and the order. */
export function HedgeFields({ question, checked, change, settle }: PartProps) {
  const { interval } = question;
  const text = (key: "lookback" | "rebalanceEvery" | "tradingBps" | "borrowRate" | "value") => ({
    value: question[key],
    problem: checked.problems[key],
    inputMode: "decimal" as const,
    onChange: (value: string) => change({ [key]: value }, "typing"),
    onEnter: settle,
  });
  const walk = DEFAULT_WALK[interval];
  const periods = `${INTERVALS[interval].period}s`;
  return (
    <>
      <ChoiceField
        label="Beta by"
        value={question.estimator}
        choices={ESTIMATORS}
        onChange={(estimator) => change({ estimator }, "step")}
        hint="For the walk forward and the order. The regression and the pictures in sample stay least squares."
      />
      <div className="pair">
        <TextField label="Lookback" unit={periods} placeholder={String(walk.lookback)} {...text("lookback")} />
        <TextField
          label="Rebalance every"
          unit={periods}
          placeholder={String(walk.rebalanceEvery)}
          {...text("rebalanceEvery")}
        />
        <TextField label="Trading cost" unit="bps" placeholder="0" {...text("tradingBps")} />
        <TextField label="Borrow rate" unit="% a year" placeholder="0" {...text("borrowRate")} />
      </div>
      <TextField label="Portfolio value" placeholder="1,000,000" {...text("value")} />
      <SymbolList
        label="Hedge with"
        listLabel="Hedge instruments"
        symbols={question.hedgeWith}
        onChange={(hedgeWith) => change({ hedgeWith }, "step")}
        hint="The benchmarks, unless named"
      />
    </>
  );
}
