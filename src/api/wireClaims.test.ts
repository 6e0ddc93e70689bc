import { describe, expect, test } from "vitest";
import { plainText } from "../domain/richText.ts";
import { toAlert } from "./alertWire.ts";
import { toLocation } from "./wire.ts";

const storeOf = (externalStoreDefault: unknown) => toLocation({ properties: { externalStoreDefault } });

describe("of a storage location", () => {
  test.each([
    ["a path", { path: "\\\\fs\\b" }, "share"],
    ["no path", { path: null }, "none"],
    ["an empty path", { path: "" }, "none"],
    ["nothing", {}, "none"],
    ["a number for a path", { path: 7 }, "unknown"],
    ["a list for a path", { path: ["\\\\fs\\b"] }, "unknown"],
    ["a path longer than any", { path: "x".repeat(200_000) }, "unknown"],
    ["a number for a URL", { path: "", blobStorageUrl: 7 }, "unknown"],
  ])("%s is read as it was said", (_, store, storage) => {
    expect(storeOf(store)?.storage).toBe(storage);
  });

  test.each([
    ["an empty object", {}],
    ["a list", []],
    ["text", "<html>"],
    ["a number", 7],
    ["a number for its settings", { properties: { externalStoreDefault: 7 } }],
    ["no settings", { properties: {} }],
  ])("%s tells nothing", (_, wire) => {
    expect(toLocation(wire)).toBeNull();
  });

  test.each([-4, 0, 0.2, 1e300, "7"])("a frequency or retention of %j is not said", (said) => {
    const location = storeOf({ backupFrequencyInHours: said, backupRetentionPeriodInDays: said });
    expect([location?.frequencyHours, location?.retentionDays]).toEqual([null, null]);
  });
});

test("a long text of an alert is cut, not left out", () => {
  const long = "x".repeat(200_000);
  const tokens = [{ type: "Text", text: long }];
  const alert = toAlert({
    name: "redmond/a1",
    properties: { title: long, description: tokens, remediation: tokens },
  });
  expect(alert?.title).toMatch(/^x{10000}…$/);
  expect(plainText(alert?.remediation ?? [])).toMatch(/^x+…$/);
  expect(plainText(alert?.description ?? [])).toMatch(/^x+…$/);
});
