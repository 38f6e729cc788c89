/** What was begun under a key; or begins it now. Those who ask at the same time share one piece of work. */
export function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const begun = known.get(key) ?? make();
  known.set(key, begun);
  return begun;
}
