import { GraphQLError } from "graphql";

/** A request that is not one of GraphQL over HTTP: 400, `BAD_REQUEST`. */
export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}
