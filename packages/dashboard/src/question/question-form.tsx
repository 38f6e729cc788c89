import { type ReactNode, useState } from "react";
import { SymbolBox } from "../symbols/symbol-box.tsx";
import { SymbolList } from "../symbols/symbol-list.tsx";
import { ChoiceField, Radios, TextField } from "./field.tsx";
import { HedgeFields } from "./hedge-fields.tsx";
import { HoldingsFields } from "./holdings-fields.tsx";
import type { OwnReturns } from "./own-returns-csv.ts";
import { COVARIANCES, INTERVALS, OPENING, type Question } from "./question.ts";
import { ReturnsFields } from "./returns-fields.tsx";
import type { Checked } from "./terms.ts";
import type { QuestionState } from "./use-question.ts";

export interface PartProps extends Pick<QuestionState, "change" | "settle"> {
  readonly question: Question;
  readonly own: OwnReturns;
  readonly checked: Checked;
}

const PORTFOLIOS = { symbol: "Symbol", holdings: "Holdings", returns: "Own returns" } as const;
const INTERVAL_LABELS = { DAY: INTERVALS.DAY.label, WEEK: INTERVALS.WEEK.label, MONTH: INTERVALS.MONTH.label };

/** The question: every change is asked by itself, so there is no button for it. */
export function QuestionForm(props: PartProps) {
  const { question, checked, change, settle } = props;
  // Where the answer stands below, it should not be far.
  const [isNarrow] = useState(() => matchMedia("(max-width: 60rem)").matches);
  const text = (key: "start" | "end" | "confidence" | "riskFree") => ({
    value: question[key],
    problem: checked.problems[key],
    onChange: (value: string) => change({ [key]: value }, "typing"),
    onEnter: settle,
  });
  return (
    <form aria-label="Question" onSubmit={(event) => event.preventDefault()}>
      <Group title="Portfolio">
        <Radios
          legend="What the portfolio is"
          value={question.portfolio}
          choices={PORTFOLIOS}
          onChange={(portfolio) => change(switchPortfolio(question, portfolio), "step")}
        />
        {question.portfolio === "symbol" && (
          <div className="field">
            <SymbolBox
              label="Symbol"
              value={question.symbol}
              onCommit={(symbol) => change({ symbol }, "step")}
              hint="Such as sample:AAPL or TSLA"
            />
          </div>
        )}
        {question.portfolio === "holdings" && <HoldingsFields {...props} />}
        {question.portfolio === "returns" && <ReturnsFields {...props} />}
      </Group>
      <Group title="Benchmarks">
        <SymbolList
          label="Add a benchmark"
          listLabel="Benchmarks"
          symbols={question.benchmarks}
          onChange={(benchmarks) => change({ benchmarks }, "step")}
          hint="Such as SPY"
        />
        {checked.problems.benchmarks !== undefined && <p className="fault">{checked.problems.benchmarks}</p>}
      </Group>
      <Group title="Period" isClosed={isNarrow}>
        <div className="pair">
          <TextField label="First date" type="date" {...text("start")} />
          <TextField label="Last date" type="date" {...text("end")} />
        </div>
        <Radios
          legend="How far apart returns are"
          value={question.interval}
          choices={INTERVAL_LABELS}
          onChange={(interval) => change({ interval }, "step")}
        />
        <p className="hint">Empty dates: all that the series share.</p>
      </Group>
      <Group title="The hedge to trade" isClosed={isNarrow}>
        <HedgeFields {...props} />
      </Group>
      <Group title="More settings" isClosed={isAsOpened(question)}>
        <ChoiceField
          label="Standard errors"
          value={question.covariance}
          choices={COVARIANCES}
          onChange={(covariance) => change({ covariance }, "step")}
        />
        <div className="pair">
          <TextField label="Confidence" unit="%" inputMode="decimal" {...text("confidence")} />
          <TextField
            label="Risk-free rate"
            unit="% a year"
            inputMode="decimal"
            placeholder="none"
            {...text("riskFree")}
          />
        </div>
        <p className="hint">Returns are simple. A risk-free rate is taken off every return.</p>
      </Group>
    </form>
  );
}

/** Holdings that nobody has touched yet begin with the symbol that was looked at. */
function switchPortfolio({ symbol, holdings }: Question, portfolio: Question["portfolio"]): Partial<Question> {
  const isUntouched = holdings === OPENING.holdings && symbol !== "";
  if (portfolio !== "holdings" || !isUntouched) return { portfolio };
  return { portfolio, holdings: holdings.map((row, index) => (index === 0 ? { ...row, symbol } : row)) };
}

function isAsOpened({ covariance, confidence, riskFree }: Question): boolean {
  return covariance === "CLASSICAL" && confidence === "95" && riskFree === "";
}

interface GroupProps {
  readonly title: string;
  readonly isClosed?: boolean;
  readonly children: ReactNode;
}

function Group({ title, isClosed = false, children }: GroupProps) {
  const [isOpen, setIsOpen] = useState(!isClosed);
  return (
    <details className="group" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
