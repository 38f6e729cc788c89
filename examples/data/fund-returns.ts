/**
 * Makes fund-returns.csv: the monthly returns of a fund that does not exist, 60 % in Microsoft and 40 % in IBM, brought
 * back to that every month, less a fee of 0.1 % a month. With a server at the usual address:
 *
 *     node examples/data/fund-returns.ts > examples/data/fund-returns.csv
 */
import { createClient } from "@hedgeql/sdk";

const FEE = 0.001;

const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? "http://127.0.0.1:4000/graphql" });
const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
  portfolio: {
    holdings: [
      { symbol: "sample:MSFT-MONTHLY", weight: 0.6 },
      { symbol: "sample:IBM-MONTHLY", weight: 0.4 },
    ],
  },
  benchmarks: ["sample:^GSPC"],
  period: { interval: "MONTH" },
});
console.log("date,return");
for (const { date, value } of hedgedPortfolio.unhedged) console.log(`${date},${(value - FEE).toFixed(6)}`);
