import { type KeyboardEvent, type ReactNode, useId } from "react";

export interface FieldProps {
  readonly label: string;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  /** What it means, in a short sentence. */
  readonly hint?: ReactNode;
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly type?: "text" | "date";
  readonly inputMode?: "decimal" | "numeric";
  readonly placeholder?: string;
  readonly unit?: string;
}

/** A box of one line; Enter asks at once. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) props.onEnter();
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {props.label}
        {props.unit !== undefined && <span className="unit"> {props.unit}</span>}
      </label>
      <input
        id={id}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete="off"
        maxLength={40}
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={props.problem !== undefined || undefined}
        aria-describedby={describedBy(id, props)}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Below id={id} {...props} />
    </div>
  );
}

export interface ChoiceFieldProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly choices: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of a few values. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        aria-describedby={describedBy(id, props)}
        // The options are the keys of the record that types the value.
        onChange={(event) => props.onChange(event.target.value as Value)}
      >
        {Object.entries<string>(props.choices).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Below id={id} {...props} />
    </div>
  );
}

export interface RadiosProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly choices: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of two or three values, all in sight. */
export function Radios<Value extends string>({ legend, value, choices, onChange }: RadiosProps<Value>) {
  const name = useId();
  return (
    <fieldset className="radios">
      <legend className="visually-hidden">{legend}</legend>
      {(Object.entries(choices) as [Value, string][]).map(([choice, label]) => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChange(choice)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function describedBy(id: string, { problem, hint }: FieldProps): string | undefined {
  return problem !== undefined || hint !== undefined ? `${id}-below` : undefined;
}

function Below({ id, problem, hint }: FieldProps & { readonly id: string }) {
  if (problem === undefined && hint === undefined) return null;
  return (
    <p id={`${id}-below`} className={problem === undefined ? "hint" : "fault"}>
      {problem ?? hint}
    </p>
  );
}
