import type { ReactNode } from "react";

export interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  /** How sure it is: an interval, or a test. */
  readonly range?: ReactNode;
  /** What it means, in words. */
  readonly children?: ReactNode;
  readonly tone?: "portfolio" | "hedged" | "benchmark";
}

/** One figure with its interval and what it means. */
export function Figure({ label, value, range, children, tone }: FigureProps) {
  return (
    <div className={tone === undefined ? "figure" : `figure ${tone}`}>
      <dt>{label}</dt>
      <dd>
        <span className="value">{value}</span>
        {range !== undefined && <span className="range">{range}</span>}
        {children !== undefined && <span className="words">{children}</span>}
      </dd>
    </div>
  );
}

/** Grey places for figures that are on their way, as high as they will be. */
export function FigureSkeletons({ labels }: { readonly labels: readonly string[] }) {
  return (
    <div aria-hidden="true">
      <dl className="figures">
        {labels.map((label) => (
          <div key={label} className="figure skeleton">
            <dt>{label}</dt>
            <dd>
              <span className="value">0.0000</span>
              <span className="range">0.0000 to 0.0000</span>
              <span className="words">What it means, in a line or two of words that are on their way.</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
