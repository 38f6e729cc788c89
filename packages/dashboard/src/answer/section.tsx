import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: string;
  /** A word on what is in it, under the title. */
  readonly note?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the answer under its heading. */
export function Section({ title, note, className = "", children }: SectionProps) {
  return (
    <section className={`part ${className}`} aria-label={title}>
      <h3>{title}</h3>
      {note !== undefined && <p className="note">{note}</p>}
      {children}
    </section>
  );
}
