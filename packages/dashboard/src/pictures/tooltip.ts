/** A small box beside the pointer that says what is under it. */
export interface Tooltip {
  /** Shows a value: a text, or an object of labels and texts; null or an empty one hides it. */
  show(event: MouseEvent, value: unknown): void;
  remove(): void;
}

const DISTANCE_PX = 12;

export function createTooltip(): Tooltip {
  let box: HTMLElement | undefined;
  const remove = () => {
    box?.remove();
    box = undefined;
  };
  return {
    show(event, value) {
      if (value == null || value === "") return remove();
      if (box === undefined) {
        box = document.createElement("div");
        box.className = "tooltip";
        // It repeats what the picture's words and the tables say, for the eye alone.
        box.setAttribute("aria-hidden", "true");
        document.body.append(box);
      }
      box.replaceChildren(...rowsOf(value));
      const { offsetWidth: width, offsetHeight: height } = box;
      const beside = event.clientX + DISTANCE_PX;
      const below = event.clientY + DISTANCE_PX;
      const left = beside + width > innerWidth ? event.clientX - width - DISTANCE_PX : beside;
      const top = below + height > innerHeight ? event.clientY - height - DISTANCE_PX : below;
      box.style.left = `${Math.max(0, left)}px`;
      box.style.top = `${Math.max(0, top)}px`;
    },
    remove,
  };
}

function rowsOf(value: unknown): HTMLElement[] {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [["", String(value)]];
  return entries.map(([label, text]) => {
    const row = document.createElement("div");
    const name = document.createElement("span");
    // As text, never as HTML: symbols come from outside.
    name.className = "tooltip-label";
    name.textContent = label;
    row.append(name, ` ${String(text)}`);
    return row;
  });
}
