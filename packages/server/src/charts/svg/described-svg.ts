/**
 * The picture with its alternative text, as one image: Vega writes none at the root, and a screen reader would go through
 * the labels of the axes one by one.
 */
export function describedSvg(svg: string, description: string | undefined): string {
  if (description === undefined) return svg;
  return svg.replace("<svg ", () => `<svg role="img" aria-label="${escaped(description)}" `);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
