/** A specification for the page: its title, its words and its background are the page's own. */
export function forPage(specification: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { title: _, description: __, config, ...rest } = specification;
  const colours = typeof config === "object" ? config : {};
  return { ...rest, config: { ...colours, background: "transparent", padding: 4, aria: false } };
}

/** A name for a file: letters, digits and hyphens. */
export function fileName(...words: readonly string[]): string {
  const plain = words.map((word) => word.replaceAll(/\b(sample|csv):/g, "").replaceAll(/[^\p{L}\p{N}]+/gu, "-"));
  return plain.join("-").replaceAll(/-+/g, "-").replaceAll(/^-|-$/g, "").toLowerCase();
}
