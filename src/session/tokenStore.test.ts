import { expect, test } from "vitest";
import { createTokenStore } from "./tokenStore.ts";

test("a 401 marks the token that was sent, a good answer clears the mark, another token begins anew", () => {
  const store = createTokenStore();
  let told = 0;
  store.subscribe(() => (told += 1));
  store.set("a", 5_000);
  expect(store.get()).toEqual({ text: "a", expiresAt: 5_000, refused: false });
  store.noteAnswer("a", true);
  store.noteAnswer("a", true);
  expect(store.get()).toEqual({ text: "a", expiresAt: 5_000, refused: true });
  store.noteAnswer("a", false);
  expect(store.get()?.refused).toBe(false);
  store.noteAnswer("a", true);
  store.set("b");
  expect(store.get()).toEqual({ text: "b", expiresAt: null, refused: false });
  expect(told).toBe(5);
});

test("a late 401 to an older token says nothing about the present one", () => {
  const store = createTokenStore();
  store.set("a");
  store.set("b");
  store.noteAnswer("a", true);
  expect(store.get()?.refused).toBe(false);
  store.set(null);
  store.noteAnswer("b", true);
  expect(store.get()).toBeNull();
});
