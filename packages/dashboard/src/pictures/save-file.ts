/** Hands a file to the user, as a download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it when the task ends; a moment more costs nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
