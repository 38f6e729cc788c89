import type { ChartTheme } from "@hedgeql/sdk";
import { useEffect, useState, useSyncExternalStore } from "react";

export const THEMES = { system: "System", light: "Light", dark: "Dark" } as const;
export type Theme = keyof typeof THEMES;

const KEY = "hedgeql:theme";
const darkness = matchMedia("(prefers-color-scheme: dark)");

/** The colours that the user chose on this computer; storage that is not allowed counts as no choice. */
function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY) ?? "";
    return Object.hasOwn(THEMES, kept) ? (kept as Theme) : "system";
  } catch {
    return "system";
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function applyTheme(theme: Theme): void {
  if (theme === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
}

applyTheme(readTheme());

/** The chosen colours, and which of the two sets the charts take. */
export function useTheme(): {
  readonly theme: Theme;
  readonly charts: ChartTheme;
  readonly choose: (theme: Theme) => void;
} {
  const [theme, setTheme] = useState(readTheme);
  const isSystemDark = useSyncExternalStore(
    (listener) => {
      darkness.addEventListener("change", listener);
      return () => darkness.removeEventListener("change", listener);
    },
    () => darkness.matches,
  );
  useEffect(() => applyTheme(theme), [theme]);
  const choose = (next: Theme) => {
    keepTheme(next);
    setTheme(next);
  };
  return { theme, charts: (theme === "system" ? isSystemDark : theme === "dark") ? "DARK" : "LIGHT", choose };
}
