import * as v from "valibot";
import { createStore, useStore } from "../store.ts";
import type { DateFormatChoice } from "./format.ts";
import { PREFERENCES_KEY, readStoredPreferences, storePreferences } from "./storedPreferences.ts";

export type ThemeChoice = "system" | "dark" | "light";
export type PowerShellModule = "az" | "azureRm";
export type TimeZoneChoice = "local" | "utc" | "stamp";

const PreferencesSchema = v.object({
  theme: v.fallback(v.picklist(["system", "dark", "light"]), "system"),
  timeZone: v.fallback(v.picklist(["local", "utc", "stamp"]), "local"),
  dateFormat: v.fallback(v.picklist(["browser", "iso"] satisfies DateFormatChoice[]), "browser"),
  powershellModule: v.fallback(v.picklist(["az", "azureRm"]), "az"),
  essentialsOpen: v.fallback(v.boolean(), true),
  autoRefresh: v.fallback(v.boolean(), true),
  notifyInBackground: v.fallback(v.boolean(), false),
  /** By stamp id: the stamp time by which its notifications were last read, epoch ms. */
  notificationsReadAt: v.fallback(v.record(v.string(), v.number()), {}),
  /** The stamp that this tab opened last; in a new tab, any tab of this browser. */
  stamp: v.fallback(v.nullable(v.string()), null),
});

/** What this browser's operator prefers. */
export type Preferences = v.InferOutput<typeof PreferencesSchema>;

const DEFAULTS = v.parse(PreferencesSchema, {});

let stored = true;
const preferences = createStore(read() ?? DEFAULTS);

/** Null where nothing that could be read is stored. */
function read(): Preferences | null {
  const parsed = v.safeParse(PreferencesSchema, readStoredPreferences());
  return parsed.success ? parsed.output : null;
}

function show(next: Preferences): void {
  applyTheme(next.theme);
  preferences.set(next);
}

/** The preferences as all tabs have left them, but each tab keeps the stamp it is on. */
function latest(): Preferences {
  // Where nothing can be stored, this page's own are all there is.
  const shared = stored ? read() : null;
  return shared ? { ...shared, stamp: getPreferences().stamp } : getPreferences();
}

window.addEventListener("storage", ({ key }) => {
  if (key === null || key === PREFERENCES_KEY) show(latest());
});

/** The preferences as they are now. */
export const getPreferences = preferences.get;

/** The preferences; the same object until one changes. */
export function usePreferences(): Preferences {
  return useStore(preferences);
}

/**
 * Changes some preferences, over what other tabs have changed meanwhile: for this page at once, for other tabs and the
 * next page where storage allows.
 */
export function setPreferences(
  change: Partial<Preferences> | ((latest: Preferences) => Partial<Preferences>),
): void {
  const before = latest();
  const changes = typeof change === "function" ? change(before) : change;
  const next = { ...before, ...changes };
  // The stamp that another tab has opened since is the one opened last, unless this is what changes here.
  stored = storePreferences({ ...next, stamp: changes.stamp ?? read()?.stamp ?? next.stamp });
  show(next);
}

/** Puts the chosen theme on the page; "system" leaves it to the style sheet's media query. */
export function applyTheme(theme: ThemeChoice = getPreferences().theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}
