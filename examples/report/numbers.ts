/** Numbers as the reports print them. */

/** Without the sign of a number that rounds to 0. */
export function rounded(value: number, digits: number): string {
  return (Number(value.toFixed(digits)) + 0).toFixed(digits);
}

export function signed(value: number, digits: number): string {
  const text = rounded(value, digits);
  return Number(text) > 0 ? `+${text}` : text;
}

export function percent(value: number, digits: number): string {
  return `${rounded(value * 100, digits)} %`;
}

/** Whether a share is below 0 as it is printed: -0.00001 is printed as 0. */
export function isNegative(value: number, digits: number): boolean {
  return Number(rounded(value * 100, digits)) < 0;
}

export function percentOrDash(value: number | null, digits: number): string {
  return value === null ? "-" : percent(value, digits);
}

/** `1,000,000` of 1000000: thousands apart, as people read money and shares. */
export function grouped(value: number, digits: number): string {
  return (Number(value.toFixed(digits)) + 0).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

export function probability(value: number | null): string {
  if (value === null) return "-";
  return value < 0.0001 ? "<0.0001" : value.toFixed(4);
}

/** `95 %` of 0.95, and `99.9 %` of 0.999. */
export function confidenceOf(value: number): string {
  return `${Number((value * 100).toPrecision(6))} %`;
}

export function orDash(value: number | null, digits: number): string {
  return value === null ? "-" : rounded(value, digits);
}
