import { GraphQLSchema } from "graphql";
import "./annualized-alpha.ts";
import "./asset.ts";
import "./beta-estimate.ts";
import "./diagnostics.ts";
import "./error-code.ts";
import "./hedged-portfolio.ts";
import "./kalman.ts";
import "./regression.ts";
import "./rolling.ts";
import "./screen.ts";
import { builder } from "./builder.ts";

const DESCRIPTION =
  "Beta-hedging as a service. A portfolio goes in; out come its alpha and beta against one or more benchmarks, the hedge that removes the beta, and the hedged portfolio. Start with `hedgedPortfolio` in `Query`; `ErrorCode` lists what can go wrong.";

export const schema = new GraphQLSchema({
  ...builder.toSchema({ sortSchema: false }).toConfig(),
  description: DESCRIPTION,
});
