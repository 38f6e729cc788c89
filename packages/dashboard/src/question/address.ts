import type { Question } from "./question.ts";
import { readFragment, writeFragment } from "./returns-link.ts";
import { type ReadAddress, readQuery, writeQuery } from "./url-state.ts";

/** The address of a question, after the host: its own returns in the fragment; `isWhole` says whether they fit. */
export async function writeAddress(
  question: Question,
): Promise<{ readonly address: string; readonly isWhole: boolean }> {
  const fragment = question.portfolio === "returns" ? await writeFragment(question.returns.text) : "";
  return { address: `/${writeQuery(question)}${fragment ?? ""}`, isWhole: fragment !== undefined };
}

/** The question of an address, its own returns included. */
export async function readAddress({ search, hash }: { search: string; hash: string }): Promise<ReadAddress> {
  const { question, notices } = readQuery(search);
  if (question.portfolio !== "returns") return { question, notices };
  const text = await readFragment(hash);
  if (text !== undefined) return { question: { ...question, returns: { ...question.returns, text } }, notices };
  const notice = "The returns in the address cannot be read: it may have been cut off. Paste or choose them again.";
  return { question, notices: [...notices, notice] };
}
