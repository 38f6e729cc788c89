import { type ChangeEvent, type DragEvent, useId, useState } from "react";
import { count, date, plural } from "../answer/formats.ts";
import { MAXIMUM_CHARACTERS, type OwnReturns } from "./own-returns-csv.ts";
import type { PartProps } from "./question-form.tsx";

const SHOWN_ROWS = 20;

/** Own returns: pasted, chosen as a file, or dropped. */
export function ReturnsFields({ question, own, checked, change, settle }: PartProps) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const [fileFault, setFileFault] = useState<string>();
  const { text, leaveOut } = question.returns;

  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setFileFault(undefined);
    if (file.size > MAXIMUM_CHARACTERS)
      return setFileFault(`${file.name} has ${count(file.size)} bytes; at most ${count(MAXIMUM_CHARACTERS)} are read.`);
    try {
      change({ returns: { text: await file.text(), leaveOut: false } }, "step");
    } catch {
      setFileFault(`${file.name} cannot be read.`);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void read(event.dataTransfer.files[0]);
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>) => {
    void read(event.target.files?.[0]);
    // The same file, mended, can be chosen again.
    event.target.value = "";
  };

  return (
    <div className="field">
      <label htmlFor={id}>Own returns, one row a date</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button below */}
      <div
        className={isOver ? "drop over" : "drop"}
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
      >
        <textarea
          id={id}
          rows={7}
          spellCheck={false}
          value={text}
          placeholder={"2018-01-02,0.0123\n2018-01-03,-0.5%"}
          aria-invalid={checked.problems.returns !== undefined || undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change({ returns: { text: event.target.value, leaveOut: false } }, "typing")}
          onBlur={settle}
        />
        <label className="button">
          Choose a CSV file
          <input
            type="file"
            className="visually-hidden"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={onChoose}
          />
        </label>{" "}
        <span className="hint">or drop one here</span>
      </div>
      <p id={`${id}-hint`} className="hint">
        Date (YYYY-MM-DD) and simple return: 0.01 or 1%. A heading, commas, semicolons and tabs are understood. The rows
        may be in any order, each date once; they are sent in order of date.
      </p>
      {fileFault !== undefined && <p className="fault">{fileFault}</p>}
      {text.trim() !== "" && own.fault === undefined && <p className="hint">{summary(own)}</p>}
      {own.badRows.length > 0 ? (
        <BadRows
          own={own}
          isLeftOut={leaveOut}
          onLeaveOut={() => change({ returns: { text, leaveOut: true } }, "step")}
        />
      ) : (
        checked.problems.returns !== undefined && <p className="fault">{checked.problems.returns}</p>
      )}
    </div>
  );
}

function summary({ dates, heading, percent, sorted }: OwnReturns): string {
  const span = dates.length > 0 ? `, ${date(dates[0])} to ${date(dates[dates.length - 1])}` : "";
  return [
    `${plural(dates.length, "row")} read${span}.`,
    heading !== undefined ? `The first line is taken as a heading: ${heading.slice(0, 40)}.` : "",
    percent ? "Values have percent signs: divided by 100." : "",
    sorted ? "Put in order of date." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

interface BadRowsProps {
  readonly own: OwnReturns;
  readonly isLeftOut: boolean;
  readonly onLeaveOut: () => void;
}

function BadRows({ own: { badRows, dates }, isLeftOut, onLeaveOut }: BadRowsProps) {
  const rows = plural(badRows.length, "row");
  return (
    <div className={isLeftOut ? "bad-rows" : "bad-rows notice failure"}>
      <p>
        <strong>
          {rows} {isLeftOut ? "left out" : "cannot be read"}.
        </strong>
        {!isLeftOut && " Nothing is analysed until they are mended above, or left out."}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="scrolling" aria-label="Rows that cannot be read" tabIndex={0}>
        <ol>
          {badRows.slice(0, SHOWN_ROWS).map(({ row, text, reason }) => (
            <li key={row}>
              Row {row}: <code>{text}</code> {reason}
            </li>
          ))}
        </ol>
        {badRows.length > SHOWN_ROWS && <p>and {plural(badRows.length - SHOWN_ROWS, "row")} more</p>}
      </section>
      {!isLeftOut && dates.length > 0 && (
        <button type="button" onClick={onLeaveOut}>
          Leave {badRows.length === 1 ? "this row" : `these ${count(badRows.length)} rows`} out
        </button>
      )}
    </div>
  );
}
