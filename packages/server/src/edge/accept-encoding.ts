/**
 * Which of the offered encodings a caller likes best by its `Accept-Encoding` (RFC 9110, section 12.5.3); `null`: none,
 * as it is. Where the caller is indifferent, the first one offered.
 */
export function preferredEncoding<Name extends string>(header: string | null, offered: readonly Name[]): Name | null {
  const weights = new Map((header ?? "").split(",").map(weightOf));
  const others = weights.get("*") ?? 0;
  let best: Name | null = null;
  // Whoever names encodings wants one of them: what is sent as it is counts only where the caller says how much.
  let weight = weights.get("identity") ?? 0;
  for (const name of offered) {
    const its = weights.get(name) ?? others;
    if (its > weight || (its > 0 && its === weight && best === null)) [best, weight] = [name, its];
  }
  return best;
}

/** `gzip;q=0.5` as a name and a weight; a weight that is no number from 0 to 1 is a refusal. */
function weightOf(entry: string): [name: string, weight: number] {
  const [name, ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  if (quality === undefined) return [name, 1];
  return [name, /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0];
}
