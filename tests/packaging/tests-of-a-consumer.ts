// What somebody's tests do with the client for tests, to be compiled by their compiler.
import { createTestClient, fail, sequence } from "@hedgeql/sdk/testing";

export const hedgeql = createTestClient({
  answers: {
    asset: sequence(fail("RATE_LIMITED", { symbol: "SAP", retryAfterSeconds: 1 }), { asset: { currency: "EUR" } }),
    hedgedPortfolio: { hedgedPortfolio: { regression: { beta: 1.2 } } },
  },
  retries: 1,
});

// @ts-expect-error: beta is a number.
createTestClient({ answers: { hedgedPortfolio: { hedgedPortfolio: { regression: { beta: "1.2" } } } } });

// @ts-expect-error: an unknown symbol is named.
fail("UNKNOWN_SYMBOL");
