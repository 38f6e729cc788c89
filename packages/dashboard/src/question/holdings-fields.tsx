import { percent } from "../answer/formats.ts";
import { keepFocus } from "../symbols/keep-focus.ts";
import { SymbolBox } from "../symbols/symbol-box.tsx";
import { Radios } from "./field.tsx";
import type { HoldingRow } from "./question.ts";
import type { PartProps } from "./question-form.tsx";
import { amountOf } from "./terms.ts";

const BY = { weight: "By weight", shares: "By shares" } as const;
const MOST = 200;

/** Holdings in rows, all by weight or all by shares. */
export function HoldingsFields({ question, checked, change, settle }: PartProps) {
  const { by, holdings } = question;
  const rows = holdings.length === 0 ? [{ symbol: "", amount: "" }] : holdings;
  const set = (at: number, changes: Partial<HoldingRow>, how: "typing" | "step") =>
    change({ holdings: rows.map((row, index) => (index === at ? { ...row, ...changes } : row)) }, how);
  const amounts = rows.map(({ amount }) => amountOf(amount) ?? 0);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const unit = by === "weight" ? "Weight, %" : "Shares";
  return (
    <div className="holdings">
      <Radios legend="How holdings are given" value={by} choices={BY} onChange={(by) => change({ by }, "step")} />
      <table aria-label="Holdings">
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">{unit}</th>
            <th scope="col">
              <span className="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no name of their own, and move only when one is removed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              <td>
                <SymbolBox
                  label={`Symbol of holding ${at + 1}`}
                  isLabelHidden
                  value={row.symbol}
                  onCommit={(symbol) => set(at, { symbol }, "step")}
                />
              </td>
              <td>
                <input
                  type="text"
                  inputMode="decimal"
                  maxLength={40}
                  aria-label={`${unit} of holding ${at + 1}`}
                  aria-invalid={(row.amount.trim() !== "" && amountOf(row.amount) === undefined) || undefined}
                  value={row.amount}
                  onChange={(event) => set(at, { amount: event.target.value }, "typing")}
                  onKeyDown={(event) => event.key === "Enter" && settle()}
                />
              </td>
              <td>
                <button
                  type="button"
                  className="icon"
                  aria-label={`Remove holding ${at + 1}`}
                  disabled={rows.length === 1}
                  data-removes
                  onClick={(event) => {
                    const table = event.currentTarget.closest("table");
                    change({ holdings: rows.filter((_, index) => index !== at) }, "step");
                    keepFocus(table, at);
                  }}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="under">
        <button
          type="button"
          disabled={rows.length >= MOST}
          onClick={() => change({ holdings: [...rows, { symbol: "", amount: "" }] }, "typing")}
        >
          Add a holding
        </button>
        {by === "weight" && (
          <span>
            Sum {percent(sum / 100, 2)}
            {Math.abs(sum - 100) > 1e-9 && (sum < 100 ? ": the rest is cash" : ": the rest is borrowed")}
          </span>
        )}
      </div>
      {checked.problems.holdings !== undefined && <p className="fault">{checked.problems.holdings}</p>}
    </div>
  );
}
