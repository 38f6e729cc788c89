/** GraphiQL's ready queries about a hedge that can be traded, and the proof that it worked. */
export const HEDGE_TABS = [
  {
    query: `# The hedge as an order: what to sell short for
# a portfolio worth one million, in whole shares,
# and the beta that rounding leaves. An index can
# be measured against but not sold: on Yahoo's
# prices add hedgeWith: ["SPY"] below benchmarks.
query HedgeOrder($value: Float!) {
  hedgedPortfolio(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
  ) {
    # The lookback of the walk in the next tab:
    # what it proves, it proves of this hedge.
    hedge(
      value: $value
      lookback: 252
      wholeShares: true
    ) {
      legs {
        side
        symbol
        quantity
        price
        priceDate
        notional
        ratio
        exactRatio
      }
      residualBeta
      residualValue
      grossExposure
      netExposure
      neutrality {
        benchmark
        beta {
          value
          lower
          upper
        }
        hedgedBeta
      }
      warnings {
        code
        message
      }
    }
    # A hedge that has been held for a while: is it
    # time to trade?
    rebalanceAdvice(
      ratios: [0.9]
      since: "2018-01-02"
      lookback: 252
      tradingBps: 2
      value: $value
      wholeShares: true
    ) {
      act
      reason
      legs {
        ratioNow
        estimate
        side
        quantity
      }
      costValue
      volatilityRemoved
    }
  }
}
`,
    variables: JSON.stringify({ value: 1_000_000 }, null, 2),
  },
  {
    query: `# The proof: the same hedge fitted on the past
# year only, held for a month, fitted again.
# What the fits promised, and what came of it on
# dates that they had not seen.
query WalkForward($costs: CostsInput) {
  hedgedPortfolio(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
  ) {
    walkForward(
      lookback: 252
      rebalanceEvery: 21
      costs: $costs
    ) {
      withoutHedge {
        ...Outcome
      }
      promised {
        ...Outcome
      }
      realized {
        ...Outcome
      }
      # A small p says that the hedge missed.
      realizedBetaIsZero {
        statistic
        pValue
      }
      turnover
      cost
      netProfit
      performance {
        unhedged {
          ...Figures
        }
        hedged {
          ...Figures
        }
        benchmark {
          ...Figures
        }
      }
      netPerformance {
        ...Figures
      }
      ratios {
        dates
        values
      }
    }
  }
}

fragment Outcome on HedgeOutcome {
  beta
  lower
  upper
  annualizedVolatility
  effectiveness
}

fragment Figures on Performance {
  annualizedReturn
  annualizedVolatility
  sharpe
  maximumDrawdown {
    depth
    troughDate
  }
}
`,
    variables: JSON.stringify({ costs: { tradingBps: 2, borrowRate: 0.005, cashRate: 0 } }, null, 2),
  },
  {
    query: `# Which estimator would have hedged best: the
# same walk by each, over the same dates. The
# best of many on one history is partly luck.
query Estimators(
  $estimators: [BetaEstimator!]
  $lookbacks: [Int!]
) {
  hedgedPortfolio(
    portfolio: { symbol: "sample:AAPL" }
    benchmarks: ["sample:^GSPC"]
  ) {
    compareEstimators(
      estimators: $estimators
      lookbacks: $lookbacks
      orderBy: HEDGED_VARIANCE
      costs: { tradingBps: 2 }
    ) {
      estimator
      lookback
      realizedBeta
      lower
      upper
      annualizedVolatility
      effectiveness
      turnover
      netReturn
      ranks {
        realizedBeta
        turnover
        netReturn
      }
      reason
    }
  }
}
`,
    variables: JSON.stringify(
      { estimators: ["OLS", "EWMA", "BLUME", "VASICEK", "DIMSON", "HUBER"], lookbacks: [63, 252] },
      null,
      2,
    ),
  },
];
