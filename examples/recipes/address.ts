/// <reference types="vite/client" />

/** Where the API is. Vite puts in what the environment says when it builds. */
export const url: string = import.meta.env.VITE_HEDGEQL_URL ?? "http://localhost:4000/graphql";
