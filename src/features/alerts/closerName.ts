const STORAGE_KEY = "azsh-backup:closed-by";

/** The name under which this browser's operator last closed an alert. */
export function closerName(): string {
  try {
    return localStorage.getItem(STORAGE_KEY)?.slice(0, 200) ?? "";
  } catch {
    return "";
  }
}

export function rememberCloserName(name: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, name);
  } catch {
    // Asked for again the next time.
  }
}
