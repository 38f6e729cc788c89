export type { Answered, CallOptions, Client, ClientOptions } from "./client.ts";
export { createClient } from "./client.ts";
export type { HedgeQLErrorCode, HedgeQLErrorOptions, ServerError } from "./error.ts";
export { HedgeQLError } from "./error.ts";
export * from "./generated/operations.ts";
export type { Operation, OperationText, ResultOf, VariablesOf } from "./operation.ts";
