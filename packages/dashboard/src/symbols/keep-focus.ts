/**
 * After a row or chip has gone, the next thing of its kind has the focus, or the last, or what adds one: who works by
 * keyboard would else begin again at the top of the page.
 *
 * @param within the element that holds them all, and stays
 */
export function keepFocus(within: Element | null, removed: number): void {
  // When the list has been drawn again.
  requestAnimationFrame(() => {
    const removers = [...(within?.querySelectorAll<HTMLButtonElement>("button[data-removes]:not(:disabled)") ?? [])];
    const next = removers[Math.min(removed, removers.length - 1)];
    (next ?? within?.querySelector<HTMLElement>("input"))?.focus();
  });
}
