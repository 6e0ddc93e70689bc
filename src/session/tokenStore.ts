import { createStore, type Readable } from "../store.ts";

/** A bearer token, held in memory only (I15). */
export interface HeldToken {
  text: string;
  /** Expiry from the token's own claim, epoch ms; null if absent. Used for warnings, never for decisions. */
  expiresAt: number | null;
  /** Whether the stamp's last answer to it was 401. */
  refused: boolean;
}

/** The token of one stamp: pasted by the operator, or renewed by MSAL. */
export interface TokenStore extends Readable<HeldToken | null> {
  /** Replaces the token; null signs out. */
  set(text: string | null, expiresAt?: number | null): void;
  /** Records whether a request with this token was refused; answers to older tokens are ignored. */
  noteAnswer(text: string | null, refused: boolean): void;
}

export function createTokenStore(): TokenStore {
  const { get, set, subscribe } = createStore<HeldToken | null>(null);
  return {
    get,
    subscribe,
    set: (text, expiresAt = null) => set(text === null ? null : { text, expiresAt, refused: false }),
    noteAnswer(text, refused) {
      const held = get();
      if (held?.text === text && held.refused !== refused) set({ ...held, refused });
    },
  };
}
