import { expect, test } from "vitest";
import { signInStage, WARN_MS, type SignInFacts } from "./signIn.ts";

const NOW = 1_700_000_000_000;
const HELD: SignInFacts = { present: true, refused: false, expiresAt: null, asked: false };

test.each<[string, Partial<SignInFacts>, string]>([
  ["no token", { present: false, asked: true }, "none"],
  ["a token that does not say when it ends", {}, "fine"],
  ["long before its end", { expiresAt: NOW + WARN_MS + 1 }, "fine"],
  ["five minutes before its end", { expiresAt: NOW + WARN_MS }, "soon"],
  ["past its own date, while the stamp still takes it", { expiresAt: NOW }, "over"],
  ["refused, whatever its date", { refused: true, asked: true, expiresAt: NOW + WARN_MS * 9 }, "refused"],
  ["another token after a 401", { asked: true, expiresAt: NOW + WARN_MS * 9 }, "checking"],
])("%s", (_name, facts, stage) => {
  expect(signInStage({ ...HELD, ...facts }, NOW)).toBe(stage);
});
