import { createContext, use, useMemo } from "react";
import type { DateFormat } from "./format.ts";
import { usePreferences } from "./preferences.ts";

/** The open stamp's own time zone, as its entry in stamps.json names it; null where none is given. */
export const StampTimeZone = createContext<string | null>(null);

/** How dates are shown, by the operator's preferences and the open stamp's time zone. */
export function useDateFormat(): DateFormat {
  const { dateFormat: choice, timeZone: zone } = usePreferences();
  const stampZone = use(StampTimeZone);
  return useMemo(() => {
    const timeZone = zone === "utc" ? "UTC" : zone === "stamp" ? (stampZone ?? "UTC") : undefined;
    return { choice, timeZone };
  }, [choice, zone, stampZone]);
}
