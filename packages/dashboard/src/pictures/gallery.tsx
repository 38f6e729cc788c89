import type { ServerError } from "@hedgeql/sdk";
import type { ReactNode } from "react";
import { explainError } from "../server/error-words.ts";
import type { PartState } from "../server/part.ts";
import type { Pictures } from "../server/partial-pictures.ts";
import { Picture } from "./picture.tsx";

export interface GalleryProps<Name extends string> {
  readonly names: readonly Name[];
  readonly part: PartState<Pictures<Name>>;
  /** Whether they are on their way for the first time. */
  readonly isAwaited: boolean;
  readonly image: (name: Name) => Promise<string>;
  /** What stands in the pictures' place where none of them came. */
  readonly failure: ReactNode;
}

/** Pictures side by side, each with a place of its own: one that failed says why, and the others stand. */
export function Gallery<Name extends string>({ names, part, isAwaited, image, failure }: GalleryProps<Name>) {
  if (part.value === undefined && (part.phase === "failed" || part.phase === "cancelled")) return failure;
  return (
    <div className={part.value !== undefined && !part.isCurrent ? "gallery stale" : "gallery"}>
      {names.map((name) => {
        const chart = part.value?.charts[name];
        if (chart != null)
          return (
            <Picture key={name} name={name} chart={chart} image={part.isCurrent ? () => image(name) : undefined} />
          );
        if (part.value === undefined) return isAwaited && <PictureSkeleton key={name} />;
        return <MissingPicture key={name} name={name} reason={part.value.failures[name]} />;
      })}
    </div>
  );
}

function PictureSkeleton() {
  return (
    <figure className="picture skeleton" aria-hidden="true">
      <figcaption>
        <h4>A picture</h4>
        <p>It is on its way, with two lines of words that say what it shows, and of which dates it is</p>
      </figcaption>
      <div className="canvas" />
      <div className="files" />
    </figure>
  );
}

function MissingPicture({ name, reason }: { readonly name: string; readonly reason: ServerError | undefined }) {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return (
    <div className="picture missing">
      <h4>No picture of the {words}</h4>
      <p>{reason?.message ?? "The server gave none."}</p>
      {reason !== undefined && <p className="hint">{explainError(reason).next}</p>}
    </div>
  );
}
