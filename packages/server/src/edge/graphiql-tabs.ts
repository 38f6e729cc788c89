import { HEDGE_TABS } from "./graphiql-hedge-tabs.ts";
import { STATISTICS_TABS } from "./graphiql-statistics-tabs.ts";

/** The tabs that GraphiQL opens with: each is a query that answers at once, offline. */
export const GRAPHIQL_TABS = [
  {
    query: `# Apple hedged with the S&P 500, on prices that
# come with the server. Press the play button.
# For Yahoo's prices: "TSLA" and ["SPY"].
query HedgeOneStock {
  hedgedPortfolio(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
  ) {
    # Beta is the hedge: short this much of the
    # benchmark, by value, for each 1.00 held.
    regression {
      alpha
      beta
      rSquared
      observations
      coefficients {
        term
        estimate
        standardError
        tStatistic
        pValue
        lower
        upper
      }
    }
    # The share of the variance that it removed.
    effectiveness
    # The hedged returns regressed again: in this
    # sample beta is 0 by algebra, alpha is kept.
    verification {
      alpha
      beta
    }
    provenance {
      firstDate
      lastDate
      datesDropped
      assets {
        symbol
        source
        name
      }
      warnings {
        message
      }
    }
  }
}
`,
  },
  {
    query: `# Your holdings, by weight (rebalanced) or by
# shares (bought and held), on two benchmarks,
# month by month. The holdings are in Variables.
query Book(
  $portfolio: PortfolioInput!
  $benchmarks: [String!]!
  $period: PeriodInput
) {
  hedgedPortfolio(
    portfolio: $portfolio
    benchmarks: $benchmarks
    period: $period
  ) {
    regression {
      observations
      rSquared
      residualStandardError
      coefficients {
        term
        estimate
        standardError
        tStatistic
        pValue
      }
    }
    effectiveness
    provenance {
      firstDate
      lastDate
      periodsPerYear
      warnings {
        code
        message
      }
    }
  }
}
`,
    variables: JSON.stringify(
      {
        portfolio: {
          holdings: [
            { symbol: "sample:MSFT-MONTHLY", weight: 0.4 },
            { symbol: "sample:AMZN-MONTHLY", weight: 0.3 },
            { symbol: "sample:AAPL-MONTHLY", weight: 0.3 },
          ],
        },
        benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
        period: { start: "2002-01-01", end: "2009-12-31", interval: "MONTH" },
      },
      null,
      2,
    ),
  },
  {
    query: `# A portfolio given by its own returns, from
# wherever you have them: see Variables.
query OwnReturns($returns: ReturnsInput!) {
  hedgedPortfolio(
    portfolio: { returns: $returns }
    benchmarks: ["sample:^GSPC"]
  ) {
    regression {
      alpha
      beta
      observations
    }
    returns {
      dates
      values
    }
    provenance {
      datesDropped
      warnings {
        message
      }
    }
  }
}
`,
    variables: JSON.stringify(
      {
        returns: {
          dates: ["2018-05-01", "2018-05-02", "2018-05-03", "2018-05-04", "2018-05-07", "2018-05-08", "2018-05-09"],
          values: [0.012, -0.004, -0.001, 0.019, 0.004, 0.001, 0.009],
        },
      },
      null,
      2,
    ),
  },
  ...HEDGE_TABS,
  ...STATISTICS_TABS,
  {
    query: `# Prices and returns as columns, for charts.
# A symbol that nobody knows is null, with an
# error at its place; the others answer.
query Prices($period: PeriodInput) {
  assets(
    symbols: ["sample:AAPL", "sample:^GSPC", "sample:NOBODY"]
  ) {
    symbol
    name
    source
    currency
    prices(period: $period) {
      dates
      adjustedCloses
    }
    returns(period: $period) {
      dates
      values
    }
  }
}
`,
    variables: JSON.stringify({ period: { start: "2018-04-01", end: "2018-05-11", interval: "WEEK" } }, null, 2),
  },
];
