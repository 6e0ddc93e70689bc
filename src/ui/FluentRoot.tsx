import { FluentProvider } from "@fluentui/react-components";
import type { ReactNode } from "react";

// Tokens come from the build's static style sheet, for the page and for what Fluent renders outside of it; a theme
// object here would only repeat them at run time.
const NO_THEME = {};

/**
 * What Fluent's own components need around them. Each part that has some brings it along: around the whole page it
 * would be in the first load, where nothing uses it.
 */
export function FluentRoot({ children }: { children: ReactNode }) {
  return (
    <FluentProvider theme={NO_THEME} className="fluent">
      {children}
    </FluentProvider>
  );
}
