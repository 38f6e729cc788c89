import { GraphQLSchema } from "graphql";
import "./annualized-alpha.ts";
import "./asset.ts";
import "./beta-estimate.ts";
import "./diagnostics.ts";
import "./error-code.ts";
import "./estimator-score.ts";
import "./hedge.ts";
import "./hedged-portfolio.ts";
import "./kalman.ts";
import "./performance.ts";
import "./rebalance-advice.ts";
import "./regression.ts";
import "./rolling.ts";
import "./screen.ts";
import "./symbol-search.ts";
import "./walk-forward.ts";
import "./charts.ts";
import { builder } from "./builder.ts";

const DESCRIPTION =
  "Beta-hedging as a service. A portfolio goes in; out come its alpha and beta against one or more benchmarks, the hedge that removes the beta, the hedged portfolio, the hedge to trade, and the proof of it on dates that no beta has seen. Start with `hedgedPortfolio` in `Query`; `ErrorCode` lists what can go wrong.";

export const schema = new GraphQLSchema({
  ...builder.toSchema({ sortSchema: false }).toConfig(),
  description: DESCRIPTION,
});
