/** Opens GraphiQL with a query and its variables: in the fragment, so that no server log has them. */
export function graphiqlLink(query: string, variables: unknown): string {
  return `/graphql#query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
}
