import { createStore, type Readable } from "../store.ts";

/** A bearer token as this page holds it: in memory only, gone with the page (I15). */
export interface HeldToken {
  text: string;
  /** When it runs out by its own word, epoch ms; null where it does not say. For warning only, never for deciding. */
  expiresAt: number | null;
  /** Whether the stamp's last answer to it was 401. */
  refused: boolean;
}

/** The token of one stamp: pasted by the operator, or renewed by MSAL. */
export interface TokenStore extends Readable<HeldToken | null> {
  /** Replaces the token; null signs out. */
  set(text: string | null, expiresAt?: number | null): void;
  /** Notes an answer to a request that carried this token; one to an older token says nothing about this. */
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
