type Fields = Readonly<Record<string, unknown>>;

/** What the server takes where a question leaves something out: a question that says so is the same one. */
const DEFAULTS: Fields = {
  returnKind: "SIMPLE",
  lookback: 252,
  rebalanceEvery: 21,
  targetBeta: 0,
  estimator: "OLS",
  minimumNorm: false,
  holding: "SHARES",
};

/** The same of the fields of an object, which itself may be left out. */
const FIELDS: Readonly<Record<string, Fields>> = {
  period: { interval: "DAY" },
  inference: { covariance: "CLASSICAL", smallSample: false, confidence: 0.95 },
  parameters: {
    ewmaLambda: 0.94,
    blumeWeight: 2 / 3,
    vasicekMean: 1,
    vasicekStandardDeviation: 0.5,
    dimsonLags: 1,
    dimsonLeads: 1,
    huberThreshold: 1.345,
  },
};

/** Without costs the proceeds of short sales earn the risk-free rate, and with costs of nothing they earn nothing. */
const COSTS: Fields = { tradingBps: 0, borrowRate: 0, cashRate: 0 };

/** The value of a variable, with what the server fills in. */
export function withDefaults(name: string, value: unknown): unknown {
  if (name === "costs") return value == null ? value : filled(COSTS, value);
  // A half-life stands in place of lambda.
  if (name === "parameters" && Object(value).ewmaHalfLife != null) {
    return filled({ ...FIELDS.parameters, ewmaLambda: null }, value);
  }
  return name in FIELDS ? filled(FIELDS[name], value) : (value ?? DEFAULTS[name]);
}

function filled(defaults: Fields, value: unknown): Fields {
  const given = Object.entries(Object(value)).filter(([, entry]) => entry != null);
  return { ...defaults, ...Object.fromEntries(given) };
}
