import { MAXIMUM_CHARACTERS } from "./own-returns-csv.ts";

/** The fragment's name for own returns. */
const NAME = "returns";
/** Beyond about this length browsers and mail programs cut addresses off. */
const LONGEST_FRAGMENT = 1_500_000;

/** Own returns as a fragment of an address, compressed; undefined where they are too long for one. */
export async function writeFragment(text: string): Promise<string | undefined> {
  if (text === "") return "";
  const bytes = await transform(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Infinity);
  const fragment = `#${NAME}=${encodeBase64Url(bytes)}`;
  return fragment.length > LONGEST_FRAGMENT ? undefined : fragment;
}

/** The own returns of a fragment: empty where it has none; undefined where it cannot be read. */
export async function readFragment(fragment: string): Promise<string | undefined> {
  const code = new URLSearchParams(fragment.replace(/^#/, "")).get(NAME);
  if (code === null) return "";
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    // A small fragment can hold very much: it is not unpacked beyond what would be read.
    const text = await transform(bytes, new DecompressionStream("deflate-raw"), MAXIMUM_CHARACTERS);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    return undefined;
  }
}

function encodeBase64Url(bytes: Uint8Array): string {
  let binary = "";
  // In pieces: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function transform(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // By hand: not every browser can iterate over a stream.
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`more than ${most} bytes`);
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
