/** A bearer token as this page holds it: in memory only, gone with the page (I15). */
export interface HeldToken {
  text: string;
  /** When it runs out by its own word, epoch ms; null where it does not say. For warning only, never for deciding. */
  expiresAt: number | null;
  /** Whether the stamp's last answer to it was 401. */
  refused: boolean;
}

/** The token of one stamp: pasted by the operator, or renewed by MSAL. */
export interface TokenStore {
  get: () => HeldToken | null;
  /** Replaces the token; null signs out. */
  set(text: string | null, expiresAt?: number | null): void;
  /** Notes an answer to a request that carried this token; one to an older token says nothing about this. */
  noteAnswer(text: string | null, refused: boolean): void;
  subscribe: (listener: () => void) => () => void;
}

export function createTokenStore(): TokenStore {
  let current: HeldToken | null = null;
  const listeners = new Set<() => void>();
  const put = (next: HeldToken | null) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    set: (text, expiresAt = null) => put(text === null ? null : { text, expiresAt, refused: false }),
    noteAnswer(text, refused) {
      if (current && current.text === text && current.refused !== refused) put({ ...current, refused });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
