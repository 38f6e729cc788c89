/** What the caller gives, checked before anything is sent: what is wrong with it is no failure of the network. */
import { HedgeQLError } from "./error.ts";

type HeaderValues = Readonly<Record<string, string | undefined>> | Headers;

function badInput(message: string, cause?: unknown): HedgeQLError {
  return new HedgeQLError(message, { code: "BAD_INPUT", cause });
}

export function checkTimeout(timeout: number): number {
  if (typeof timeout === "number" && timeout >= 0) return timeout;
  throw badInput(`timeout must be a number of milliseconds, 0 or more, got ${String(timeout)}`);
}

/** By the rules of the platform: a browser takes an address relative to its page, and so may a `fetch` of one's own. */
export function checkUrl(url: string | URL, ownFetch: boolean): string {
  const address = String(url);
  const resolved = resolve(address, ownFetch);
  // Not in the message: it would hold the password.
  if (resolved?.username || resolved?.password)
    throw badInput("url must not hold a user name or a password: send them as a header");
  if (resolved?.protocol === "http:" || resolved?.protocol === "https:") return address;
  throw badInput(`url must be an address such as http://localhost:4000/graphql, got "${address}"`);
}

function resolve(address: string, ownFetch: boolean): URL | undefined {
  try {
    return new URL(address);
  } catch {
    // It may still be relative: only `Request` knows to what, and whether there is anything.
  }
  try {
    return ownFetch ? new URL(address, "http://relative.invalid") : new URL(new Request(address).url);
  } catch {
    return undefined;
  }
}

/** The later wins, however a name is spelled. One that is undefined is as good as not there. */
export function joinHeaders(...all: readonly (HeaderValues | undefined)[]): Headers {
  const headers = new Headers({
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
  });
  for (const [name, value] of all.flatMap(entriesOf)) {
    if (value == null) continue;
    try {
      headers.set(name, value);
    } catch (cause) {
      // Without the value, which may be a secret.
      throw badInput(`headers must have names and values that HTTP allows, and "${name}" has not`, cause);
    }
  }
  return headers;
}

function entriesOf(headers: HeaderValues | undefined): [string, string | undefined][] {
  return headers instanceof Headers ? [...headers.entries()] : Object.entries(headers ?? {});
}

/** The request's JSON. What JSON would send as something else, such as NaN as null, is refused. */
export function writeBody(query: string, operationName: string, variables: unknown): string {
  try {
    const fault = findFault(variables, []);
    if (fault !== undefined)
      throw badInput(`variables must ${fault.rule}, got ${fault.value} for ${fault.path.replace(/^\./, "") || "all"}`);
    return JSON.stringify({ query, operationName, variables });
  } catch (error) {
    if (error instanceof HedgeQLError) throw error;
    throw badInput(`variables must be what JSON can hold: ${error instanceof Error ? error.message : error}`, error);
  }
}

interface Fault {
  readonly rule: string;
  readonly value: string;
  readonly path: string;
}

function findFault(value: unknown, ancestors: readonly object[]): Fault | undefined {
  if (typeof value === "number" && !Number.isFinite(value))
    return { rule: "hold finite numbers", value: String(value), path: "" };
  if (typeof value === "bigint") return { rule: "hold what JSON can", value: `a BigInt (${value})`, path: "" };
  if (typeof value !== "object" || value === null || "toJSON" in value) return undefined;
  if (ancestors.includes(value)) return { rule: "not hold themselves", value: "a cycle", path: "" };
  const inside = [...ancestors, value];
  for (const [key, item] of Object.entries(value)) {
    const fault = findFault(item, inside);
    if (fault !== undefined) return { ...fault, path: `${Array.isArray(value) ? `[${key}]` : `.${key}`}${fault.path}` };
  }
  return undefined;
}
