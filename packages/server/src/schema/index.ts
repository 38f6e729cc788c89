import { GraphQLSchema } from "graphql";
import "./asset.ts";
import "./error-code.ts";
import "./hedged-portfolio.ts";
import "./regression.ts";
import { builder } from "./builder.ts";

const DESCRIPTION =
  "Beta-hedging as a service. A portfolio goes in; out come its alpha and beta against one or more benchmarks, the hedge that removes the beta, and the hedged portfolio. Start with `hedgedPortfolio` in `Query`; `ErrorCode` lists what can go wrong.";

export const schema = new GraphQLSchema({
  ...builder.toSchema({ sortSchema: false }).toConfig(),
  description: DESCRIPTION,
});
