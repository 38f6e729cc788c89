import type { Order } from "../server/answers.ts";
import type { Warning } from "./answer-names.ts";
import { beta, count, date, figure, money, shortSymbol } from "./formats.ts";
import { ScrollingTable } from "./scrolling-table.tsx";
import { Warnings } from "./warnings.tsx";

const SIDES = { SELL: "Sell short", BUY: "Buy", NONE: "Nothing" } as const;

export interface OrderTableProps {
  readonly order: Order;
  readonly besides: readonly Warning[];
}

/** What to trade for a portfolio of some value, in whole shares. */
export function OrderTable({ order, besides }: OrderTableProps) {
  const { legs, currency } = order;
  return (
    <>
      <ScrollingTable
        label="Order"
        columns={["Side", "Instrument", "Shares", "Price", "Price of", "Notional"]}
        rows={legs.map((leg) => ({
          key: leg.symbol,
          cells: [
            SIDES[leg.side],
            shortSymbol(leg.symbol),
            count(leg.quantity),
            `${figure(leg.price, 7)}${leg.currency === null ? "" : `\u00A0${leg.currency}`}`,
            date(leg.priceDate),
            money(Math.abs(leg.notional), currency),
          ],
        }))}
        words={2}
      />
      <p>
        For {money(order.value, currency)} held, by the betas of {date(order.fittedFrom)} to {date(order.fittedTo)}.
        Rounding leaves a beta of {beta(order.residualBeta)}, which is {money(order.residualValue, currency)}. Gross
        exposure {money(order.grossExposure, currency)}, net {money(order.netExposure, currency)}.
      </p>
      <Warnings warnings={order.warnings} besides={besides} />
    </>
  );
}
