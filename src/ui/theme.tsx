import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactNode } from "react";
import { usePreferences } from "./preferences.ts";

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  prefersDark.addEventListener("change", listener);
  return () => prefersDark.removeEventListener("change", listener);
}

/** Fluent's provider in the operator's theme; "system" follows the browser. High contrast is forced colors' own. */
export function ConsoleTheme({ children }: { children: ReactNode }) {
  const { theme } = usePreferences();
  const systemDark = useSyncExternalStore(subscribe, () => prefersDark.matches);
  const dark = theme === "system" ? systemDark : theme === "dark";
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="app">
      {children}
    </FluentProvider>
  );
}
