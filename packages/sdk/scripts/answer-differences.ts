/**
 * How far figures of two machines may be apart, relatively: their last digits depend on the order of sums, and on how a
 * machine computes logarithms. What is smaller than `ROUNDING` is rounding itself, such as the beta that a hedge leaves.
 */
const TOLERANCE = 1e-9;
const ROUNDING = 1e-12;

/** Columns are compared as numbers: in base64 a last digit would change a whole text. */
const COLUMN = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** Where two answers differ by more than rounding, each place with both values; none where they are the same. */
export function answerDifferences(one: unknown, other: unknown, path = ""): string[] {
  if (Object.is(one, other)) return [];
  if (typeof one === "number" && typeof other === "number") return isNear(one, other) ? [] : [difference()];
  if (typeof one === "string" && typeof other === "string" && path.includes("packed")) {
    const columns = [one, other].map((text) => readColumn(path, text));
    return columns.every((column) => column !== undefined)
      ? answerDifferences(columns[0], columns[1], `${path} (unpacked)`)
      : [difference()];
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return [difference()];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    answerDifferences(one[key as keyof object], other[key as keyof object], path ? `${path}.${key}` : key),
  );

  function difference(): string {
    const [a, b] = [one, other].map((value) => `${JSON.stringify(value)}`.slice(0, 80));
    return `${path}: ${a} is not ${b}`;
  }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(ROUNDING, TOLERANCE * Math.max(Math.abs(one), Math.abs(other)));
}

function readColumn(path: string, text: string): number[] | undefined {
  if (!COLUMN.test(text)) return undefined;
  const { buffer } = new Uint8Array(Buffer.from(text, "base64"));
  const size = path.endsWith("dates") ? 4 : 8;
  if (buffer.byteLength % size !== 0) return undefined;
  return [...(size === 4 ? new Int32Array(buffer) : new Float64Array(buffer))];
}
