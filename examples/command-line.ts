/** What stands around the work of each script: options in; sentences, and what went wrong, out. */
import { type ParseArgsOptionDescriptor, parseArgs } from "node:util";
import { HedgeQLError } from "@hedgeql/sdk";

const URL_BY_DEFAULT = "http://127.0.0.1:4000/graphql";

/** The server that the environment names, or the one on this computer. */
export const SERVER = process.env.HEDGEQL_URL ?? URL_BY_DEFAULT;

/** The last lines of each script's usage. */
export const SHARED_USAGE = `  --help             this text

HEDGEQL_URL in the environment names the server, by default
${URL_BY_DEFAULT}`;

/** An option that takes a text, with what it is where it is not given. */
export const text = (value: string) => ({ type: "string", default: value }) as const;

/** One that may be given several times. */
export const texts = (...values: string[]) => ({ type: "string", multiple: true, default: values }) as const;

type Options = Readonly<Record<string, ParseArgsOptionDescriptor>>;

/** A text where there is a default, texts where there may be several. */
type Values<Own extends Options> = ReturnType<typeof parseArgs<{ options: Own }>>["values"];

/** What the options were given; where one is wrong or help is wanted, how the script is used. */
export function readOptions<const Own extends Options>(usage: string, options: Own, allowPositionals = false) {
  try {
    const parsed = parseArgs({ options: { ...options, help: { type: "boolean" } }, allowPositionals });
    const { help, ...values } = parsed.values as Values<Own> & { readonly help?: boolean };
    if (!help) return { ...(values as Values<Own>), positionals: parsed.positionals };
  } catch (error) {
    refuse((error as Error).message, usage);
  }
  console.log(usage);
  process.exit();
}

/** Ends with 2, which is for options that are wrong. */
export function refuse(message: string, usage: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}

/** Ends with 2 where the API refused a value, and with 1 and one line where anything else went wrong. */
export function end(error: unknown, usage: string): void {
  if (error instanceof HedgeQLError) {
    // The API knows the rules of its values, and names rule and value: no need to check them here as well.
    if (error.code === "BAD_INPUT") refuse(error.message, usage);
    console.error(`${error.code}: ${error.message}`);
  } else if (isOfSystem(error)) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}

/** Of a file that cannot be read or written; its message names both. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

/** A sentence in lines of at most 80 characters, all but the first of them indented. */
export function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= 80) lines[lines.length - 1] = longer;
    else lines.push(lines.length > 0 ? `  ${word}` : word);
  }
  return lines.join("\n");
}

/** Each warning once, whichever answers it came with. */
export function printWarnings(...answers: readonly (readonly { readonly message: string }[])[]): void {
  const messages = new Set(answers.flat().map(({ message }) => message));
  if (messages.size > 0) console.log("\nWarnings");
  for (const message of messages) console.log(wrapped(`- ${message}`));
}
