import { createHash } from "node:crypto";

/** A tag that changes with the content. */
export function entityTag(content: string | Uint8Array): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}

/** Whether the caller's `If-None-Match` has the tag. A proxy that compresses weakens the tags it passes on: `W/"..."`. */
export function hasTag(ifNoneMatch: string | null, tag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((text) => text.trim().replace(/^W\//, ""));
  return tags.includes(tag) || tags.includes("*");
}
