const STORAGE_KEY = "azsh-backup:preferences";

/** What this browser has stored of its operator's preferences, unread; an empty object where it has nothing. */
export function readStoredPreferences(): unknown {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
  } catch {
    // Storage blocked or not ours: the defaults serve.
    return {};
  }
}

/** Stores preferences where the browser allows; what it refuses is kept for this page only. */
export function storePreferences(preferences: object): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(preferences));
  } catch {
    // Nothing to do about it.
  }
}
