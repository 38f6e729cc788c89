import { type Answers, PART_NAMES, type Parts } from "./answers.ts";
import { usePart, useSecondsSince } from "./use-part.ts";

/** How much of the answer is there, how long it has taken, and a way to stop it. Its place is always kept. */
export function Progress({ answers }: { readonly answers: Answers }) {
  const { parts } = answers;
  const states = {
    numbers: usePart(parts.numbers),
    pictures: usePart(parts.pictures),
    walk: usePart(parts.walk),
    walkPictures: usePart(parts.walkPictures),
    order: usePart(parts.order),
    comparison: usePart(parts.comparison),
  };
  const asked = (Object.keys(states) as (keyof Parts)[]).filter((name) => states[name].phase !== "idle");
  const open = asked.filter((name) => states[name].phase === "loading");
  const isCancelled = asked.some((name) => states[name].phase === "cancelled");
  const seconds = useSecondsSince(Math.min(...open.map((name) => states[name].startedAt)), open.length > 0);
  const done = asked.length - open.length;
  return (
    <div className="progress">
      {open.length > 0 && (
        <>
          <progress max={asked.length} value={done} aria-label="Parts of the answer" />
          <span>
            {done} of {asked.length} parts done; waiting for {open.map((name) => PART_NAMES[name]).join(", ")}
            {seconds >= 2 && `, ${Math.floor(seconds)} s`}
          </span>
          <button type="button" className="quiet" onClick={answers.cancel}>
            Cancel
          </button>
        </>
      )}
      {open.length === 0 && isCancelled && (
        <>
          <span>Cancelled: what did not come in time is missing or of the question before.</span>
          <button type="button" className="quiet" onClick={answers.retry}>
            Ask again
          </button>
        </>
      )}
    </div>
  );
}
