/** One drawing in place of two that differ in colours alone. */

/** A colour of the light theme, the one of the dark theme that stands in its place, and the variable of both. */
export interface Ink {
  readonly light: string;
  readonly dark: string;
  readonly variable: string;
}

/** By both colours. */
export type Inks = Map<string, Ink>;

const COLOUR = /\b(fill|stroke)="(#[0-9a-fA-F]{3,8})"/g;

/**
 * The drawing with a CSS variable for each of its colours: that is half as many bytes as a drawing for each theme. The
 * variables are added to `inks`. Where the two differ in more than colours, it is the light one as it came.
 */
export function themedSvg(light: string, dark: string, inks: Inks): string {
  if (light.replace(COLOUR, "$1") !== dark.replace(COLOUR, "$1")) return light;
  const others = [...dark.matchAll(COLOUR)].map(([, , colour]) => colour);
  let next = 0;
  return light.replace(COLOUR, (_, kind: string, colour: string) => {
    const pair = { light: colour, dark: others[next++] };
    const key = `${pair.light} ${pair.dark}`;
    const ink = inks.get(key) ?? { ...pair, variable: `--ink-${inks.size}` };
    inks.set(key, ink);
    return `${kind}="var(${ink.variable})"`;
  });
}

/** The variables, of which a reader in the dark gets the other colours; on paper there is no dark. */
export function inkStyles(inks: Inks): string {
  const declared = (theme: "light" | "dark") =>
    [...inks.values()].map((ink) => `${ink.variable}: ${ink[theme]};`).join(" ");
  return `:root { ${declared("light")} }
@media screen and (prefers-color-scheme: dark) { :root { ${declared("dark")} } }`;
}
