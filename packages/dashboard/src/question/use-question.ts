import { useCallback, useEffect, useRef, useState } from "react";
import { readAddress, writeAddress } from "./address.ts";
import { OPENING, type Question } from "./question.ts";
import { readQuery } from "./url-state.ts";

/** Long enough that a number or a date is typed to its end. */
const PAUSE_MS = 450;

export interface QuestionState {
  /** What the form holds. */
  readonly draft: Question;
  /** What is asked: the same, a moment after the last key. Undefined until the address is read. */
  readonly asked: Question | undefined;
  /** What in the address could not be understood. */
  readonly notices: readonly string[];
  /** `typing`: more may follow in the same box. `step`: asked at once, and a step that Back undoes. */
  readonly change: (changes: Partial<Question>, how: "typing" | "step") => void;
  /** Asks what is typed without waiting. */
  readonly settle: () => void;
}

/** The question: in the form, in the address, and in the browser's history. */
export function useQuestion(): QuestionState {
  const [draft, setDraft] = useState<Question>(() => readQuery(location.search).question);
  const [asked, setAsked] = useState<Question>();
  const [notices, setNotices] = useState<readonly string[]>([]);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Which boxes are being typed in: their first change is a step in the history, the others replace it. */
  const typing = useRef<string>(undefined);
  /** Counts what sets the question: own returns take a while to unpack, and must not undo what came after. */
  const turn = useRef(0);

  const ask = useCallback((how: "push" | "replace") => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const question = latest.current;
    setAsked(question);
    writeAddress(question).then(({ address, isWhole }) => {
      if (latest.current !== question) return;
      const here = location.pathname + location.search + location.hash;
      if (address !== here) history[how === "push" ? "pushState" : "replaceState"](null, "", address);
      setNotices(isWhole ? [] : ["These returns are too long for an address: a link to this view is without them."]);
    });
  }, []);

  const change = useCallback(
    (changes: Partial<Question>, how: "typing" | "step") => {
      turn.current += 1;
      latest.current = { ...latest.current, ...changes };
      setDraft(latest.current);
      clearTimeout(timer.current);
      const boxes = Object.keys(changes).join();
      const isMore = how === "typing" && typing.current === boxes;
      if (how === "step") {
        typing.current = undefined;
        ask("push");
      } else {
        timer.current = setTimeout(() => {
          typing.current = boxes;
          ask(isMore ? "replace" : "push");
        }, PAUSE_MS);
      }
    },
    [ask],
  );

  const settle = useCallback(() => {
    if (timer.current === undefined) return;
    typing.current = undefined;
    ask("push");
  }, [ask]);

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      turn.current += 1;
      const mine = turn.current;
      clearTimeout(timer.current);
      timer.current = undefined;
      typing.current = undefined;
      const { question, notices } = await readAddress(location);
      if (isGone || turn.current !== mine) return;
      latest.current = keepUnused(question, latest.current);
      setDraft(latest.current);
      setAsked(latest.current);
      setNotices(notices);
    };
    void read();
    addEventListener("popstate", read);
    return () => {
      isGone = true;
      clearTimeout(timer.current);
      removeEventListener("popstate", read);
    };
  }, []);

  return { draft, asked, notices, change, settle };
}

/** The portfolio that an address names, and beside it what was typed for the kinds that it does not. */
function keepUnused(read: Question, before: Question): Question {
  return {
    ...read,
    ...(read.portfolio !== "symbol" && before.symbol !== "" && { symbol: before.symbol }),
    ...(read.portfolio !== "holdings" && before.holdings !== OPENING.holdings && { holdings: before.holdings }),
    ...(read.portfolio !== "returns" && { returns: before.returns }),
  };
}
