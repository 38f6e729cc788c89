import { useEffect, useRef, useState } from "react";
import type { Chart } from "../server/chart-names.ts";
import { pngOf } from "./png.ts";
import type { Mounted } from "./render.ts";
import { saveFile } from "./save-file.ts";
import { fileName } from "./specification.ts";

export interface PictureProps {
  /** Which picture it is, in the API's word: for the names of its files. */
  readonly name: string;
  readonly chart: Chart;
  /** The finished picture for a file, in light colours whatever the page has; undefined for one of the question before. */
  readonly image: (() => Promise<string>) | undefined;
}

/** Vega, loaded once. */
export const loadRenderer = () => import("./render.ts");

/** One picture with its title, its words and its files; drawn when it comes near the window. */
export function Picture({ name, chart, image }: PictureProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<string>();
  const isNear = useNearness(canvas);

  useEffect(() => {
    const element = canvas.current;
    if (!isNear || element === null) return;
    let mounted: Mounted | undefined;
    let isGone = false;
    // The old picture stays until the new one is drawn over it.
    const place = document.createElement("div");
    place.className = "drawing";
    const resized = new ResizeObserver(() => mounted?.fit(element.clientWidth));
    setFault(undefined);
    const draw = async () => {
      const { mountPicture } = await loadRenderer();
      if (isGone) return;
      place.style.width = `${element.clientWidth}px`;
      place.style.visibility = "hidden";
      place.style.position = "absolute";
      element.append(place);
      mounted = await mountPicture(place, chart.vegaLite);
      if (isGone) return mounted.remove();
      element.replaceChildren(place);
      place.removeAttribute("style");
      resized.observe(element);
    };
    draw().catch((error: unknown) => {
      if (!isGone) setFault(error instanceof Error ? error.message : String(error));
    });
    return () => {
      isGone = true;
      resized.disconnect();
      mounted?.remove();
    };
  }, [chart, isNear]);

  const save = async (format: "svg" | "png") => {
    if (image === undefined) return;
    try {
      const svg = await image();
      const file = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pngOf(svg);
      saveFile(`${fileName(chart.title, name)}.${format}`, file);
      setFault(undefined);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <figure className="picture">
      <figcaption>
        <h4>{chart.title}</h4>
        <p>{chart.subtitle}</p>
      </figcaption>
      <div className="canvas" ref={canvas} role="img" aria-label={chart.description} />
      <div className="files">
        {fault !== undefined && <p className="fault">The picture could not be made: {fault}</p>}
        <button
          type="button"
          className="quiet"
          disabled={image === undefined}
          onClick={() => save("svg")}
          aria-label={`Download SVG: ${chart.title}`}
        >
          SVG
        </button>
        <button
          type="button"
          className="quiet"
          disabled={image === undefined}
          onClick={() => save("png")}
          aria-label={`Download PNG: ${chart.title}`}
        >
          PNG
        </button>
      </div>
    </figure>
  );
}

/** Whether an element is in the window, or soon will be; once near, it stays so. */
function useNearness(element: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true);
      },
      { rootMargin: "600px 0px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
