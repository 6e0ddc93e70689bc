export const PREFERENCES_KEY = "azsh-backup:preferences";

/** What this browser has stored of its operator's preferences, unchecked; null where it has nothing or lets nothing be read. */
export function readStoredPreferences(): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? "null");
  } catch {
    // Storage is blocked or holds something else: the defaults serve.
    return null;
  }
}

/** Stores preferences; false where the browser refuses. */
export function storePreferences(preferences: object): boolean {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}
