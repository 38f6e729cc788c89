/** What the `id` of an answer says of it. */
export function idDescription(madeOf: string): string {
  return `Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that both have is equal. Not so in \`provenance.assets\`: an asset has an id of its own, and its dates may change outside of the period. The same on every server, and after a restart. It is made of ${madeOf}: one more date, a restated price, another order of benchmarks have another id.`;
}
