import type { WeightedFit } from "./weighted-least-squares.ts";

/** Where an iteration of fits stands. */
export type Standing = Pick<WeightedFit, "slopes" | "residuals">;

/** A jump is no further than so many moves. */
const MOST_MOVES = 1000;

/** The least squared cosine between moves that count as being in one direction. */
const STRAIGHT = 0.9999;

/**
 * Repeats `advance` until `isSettled` says that a step was the last; null when it takes more than `maxSteps`.
 *
 * Where moves are in one direction and shrink evenly it jumps to where they lead (A. Aitken, Proceedings of the Royal
 * Society of Edinburgh 46, 1926): a slow iteration would take thousands. A jump that is followed by a larger move than
 * before is taken back, and the next one is put off for twice as long: so it gets wherever plain steps do.
 */
export function iterate(
  start: Standing,
  advance: (from: Standing) => Standing,
  isSettled: (before: Standing, after: Standing) => boolean,
  maxSteps: number,
): Standing | null {
  let at = start;
  let lastMove: Float64Array | null = null;
  let jumped: { readonly from: Standing; readonly size: number } | null = null;
  let pause = 1;
  let sinceJump = 0;
  for (let step = 0; step < maxSteps; step++) {
    const next = advance(at);
    if (isSettled(at, next)) return next;
    const move = difference(next.residuals, at.residuals);
    if (jumped !== null && squares(move) > jumped.size) {
      at = jumped.from;
      pause *= 2;
      [jumped, lastMove, sinceJump] = [null, null, 0];
      continue;
    }
    const moves: number = lastMove === null || ++sinceJump < pause ? 0 : furtherMoves(lastMove, move);
    jumped = moves === 0 ? null : { from: next, size: squares(move) };
    at = moves === 0 ? next : beyond(at, next, moves);
    lastMove = moves === 0 ? move : null;
    if (moves > 0) sinceJump = 0;
  }
  return null;
}

/** How many times the last move all further ones would come to, if each shrank as it did: r/(1 − r); or 0. */
function furtherMoves(earlier: Float64Array, later: Float64Array): number {
  const along = earlier.reduce((sum, value, t) => sum + value * later[t], 0);
  const ratio = along / squares(earlier);
  const straight = along * along > STRAIGHT * squares(earlier) * squares(later);
  return straight && ratio > 0 && ratio < 1 ? Math.min(MOST_MOVES, ratio / (1 - ratio)) : 0;
}

/** So many more moves of the size and the direction of the last one. */
function beyond(from: Standing, next: Standing, moves: number): Standing {
  const past = (start: Float64Array, end: Float64Array) => end.map((value, i) => value + moves * (value - start[i]));
  return { slopes: past(from.slopes, next.slopes), residuals: past(from.residuals, next.residuals) };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, t) => value - b[t]);
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
