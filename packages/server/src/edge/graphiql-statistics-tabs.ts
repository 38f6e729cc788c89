/** GraphiQL's ready queries about how far a beta can be trusted. */
export const STATISTICS_TABS = [
  {
    query: `# Every way to estimate one beta, side by side,
# with standard errors that allow for turbulent
# days, on excess returns over a 1 % rate.
query EveryBeta {
  regression(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
    inference: { covariance: HC3 }
    riskFree: { annualRate: 0.01 }
  ) {
    betaEstimates {
      estimator
      value
      standardError
      lower
      upper
      note
    }
    annualizedAlpha {
      arithmetic
      compounded
      jensen
    }
    # Does the regression deserve trust?
    diagnostics {
      betaCusum {
        pValue
        date
        meaning
      }
      breuschPagan {
        pValue
        meaning
      }
      ljungBox {
        pValue
        meaning
      }
      jarqueBera {
        pValue
        meaning
      }
      influence(count: 3) {
        date
        change
        portfolioReturn
        benchmarkReturn
      }
    }
  }
}
`,
  },
  {
    query: `# Whether beta moved: the regression in every
# window of a year, and a beta that drifts.
query RollingBeta($window: Int!) {
  regression(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
  ) {
    rolling(window: $window) {
      beta
      standardError
      rSquared
      dates
    }
    kalman {
      noise {
        betas
      }
      beta
      standardError
      dates
    }
  }
}
`,
    variables: JSON.stringify({ window: 252 }, null, 2),
  },
  {
    query: `# Many symbols on the same benchmark: one row
# each, and the reason in the row of one that
# fails.
query Screen($symbols: [String!]!) {
  screen(
    symbols: $symbols
    benchmarks: ["sample:^GSPC"]
    period: { interval: MONTH }
  ) {
    symbol
    beta
    standardError
    alpha
    rSquared
    observations
    error {
      code
      message
    }
  }
}
`,
    variables: JSON.stringify(
      {
        symbols: [
          "sample:MSFT-MONTHLY",
          "sample:AMZN-MONTHLY",
          "sample:IBM-MONTHLY",
          "sample:GOOG-MONTHLY",
          "sample:AAPL-MONTHLY",
          "sample:NOBODY",
        ],
      },
      null,
      2,
    ),
  },
];
