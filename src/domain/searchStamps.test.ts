import { expect, test } from "vitest";
import { searchStamps } from "./searchStamps.ts";
import type { Stamp } from "./stamp.ts";

const stamps = [
  ["redmond", "Redmond", "redmond"],
  ["muc-2", "München Süd", "bavaria"],
  ["everett", "Everett (MDC)", "north"],
].map(([id = "", title = "", region = ""]): Stamp => ({
  id,
  title,
  region,
  armBase: `/arm/${id}`,
  subscriptionId: "s",
  apiVersion: "2018-09-01",
  auth: { kind: "none" },
}));

const cases: [text: string, ids: string[]][] = [
  ["", ["redmond", "muc-2", "everett"]],
  ["   ", ["redmond", "muc-2", "everett"]],
  ["RED", ["redmond"]],
  ["munchen", ["muc-2"]],
  ["süd bavaria", ["muc-2"]],
  ["mdc north", ["everett"]],
  ["mdc south", []],
  ["(", ["everett"]],
];
test.each(cases)("%j finds %j", (text, ids) => {
  expect(searchStamps(stamps, text).map(({ id }) => id)).toEqual(ids);
});
