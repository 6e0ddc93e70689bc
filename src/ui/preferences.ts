import { useSyncExternalStore } from "react";
import * as v from "valibot";
import type { DateFormatChoice } from "./format.ts";
import { readStoredPreferences, storePreferences } from "./storedPreferences.ts";

export type ThemeChoice = "system" | "dark" | "light";
export type TimeZoneChoice = "local" | "utc" | "stamp";

const PreferencesSchema = v.object({
  theme: v.fallback(v.picklist(["system", "dark", "light"]), "system"),
  timeZone: v.fallback(v.picklist(["local", "utc", "stamp"]), "local"),
  dateFormat: v.fallback(v.picklist(["browser", "iso"] satisfies DateFormatChoice[]), "browser"),
  essentialsOpen: v.fallback(v.boolean(), true),
  autoRefresh: v.fallback(v.boolean(), true),
  notifyInBackground: v.fallback(v.boolean(), false),
  /** Stamp time by which the notifications were last read, epoch ms. */
  notificationsReadAt: v.fallback(v.number(), 0),
  /** The stamp opened last. */
  stamp: v.fallback(v.nullable(v.string()), null),
});

/** What this browser's operator prefers. */
export type Preferences = v.InferOutput<typeof PreferencesSchema>;

const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const parsed = v.safeParse(PreferencesSchema, readStoredPreferences());
  return parsed.success ? parsed.output : v.parse(PreferencesSchema, {});
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The preferences as they are now. */
export function getPreferences(): Preferences {
  return current;
}

/** The preferences; the same object until one changes. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

/** Changes some preferences, for this page at once and for the next one where storage allows. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  storePreferences(current);
  applyTheme(current.theme);
  for (const listener of listeners) listener();
}

/** Puts the chosen theme on the page; "system" leaves it to the style sheet's media query. */
export function applyTheme(theme: ThemeChoice = current.theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}
