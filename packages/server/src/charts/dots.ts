import type { SpecPart } from "./chart.ts";

/** From here on dots lie on each other. */
const MANY = 300;

/** The mark of a cloud: few dots are large enough to be seen, many small enough to be told apart. */
export function dots(count: number): SpecPart {
  return {
    type: "circle",
    style: "point",
    size: count < MANY ? 36 : 14,
    opacity: count < MANY ? 0.7 : 0.45,
    aria: false,
  };
}
