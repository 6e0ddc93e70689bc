/** A bearer token the operator pasted: in this page's memory only, gone with it (I15). */
export interface TokenStore {
  get: () => string | null;
  set(token: string | null): void;
  subscribe: (listener: () => void) => () => void;
}

export function createTokenStore(): TokenStore {
  let current: string | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(token) {
      current = token;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A pasted token as it is sent: without "Bearer", quotes and line breaks that come along with a copy; null when none. */
export function cleanToken(pasted: string): string | null {
  const token = pasted.replace(/^\s*(authorization\s*:)?\s*bearer\s+/i, "").replace(/["'\s]/g, "");
  return /^[\w.~+/=-]+$/.test(token) ? token : null;
}
