import { describe, expect, test } from "vitest";
import { completeStamp } from "../api/completeStamp.ts";
import type { KeyValueStorage } from "../session/operationStore.ts";
import { OWN_STAMPS_KEY } from "./stampList.ts";
import { changeOwnStamps, forgetFound, readOwnStamps, rememberFound } from "./storedStamps.ts";
import { sortStamps } from "./stampSources.ts";

const PAGE = "https://console.example/";
const east = {
  id: "east",
  title: "East",
  armBase: "/arm/east",
  subscriptionId: "s",
  region: "east",
  apiVersion: "2021-09-01" as const,
  auth: { kind: "none" as const },
};
const west = { ...east, id: "west", title: "West", armBase: "/arm/west" };

function storageOf(
  stored: Record<string, string> = {},
): KeyValueStorage & { stored: Record<string, string> } {
  return {
    stored,
    getItem: (key) => stored[key] ?? null,
    setItem: (key, value) => void (stored[key] = value),
  };
}
const sort = (stamps: unknown, storage: KeyValueStorage | null = storageOf()) =>
  sortStamps({ json: { stamps } }, storage, PAGE);

describe("stamps.json", () => {
  test("may leave out what has a default, and what the stamp tells", () => {
    const { subscriptionId, region, armBase } = east;
    const listed = sort([
      { armBase, subscriptionId, region },
      { armBase: "https://adminmanagement.west.contoso.com" },
    ]);
    expect(listed.stamps).toEqual([{ ...east, title: "east", apiVersion: "2018-09-01" }]);
    expect(listed.unfound.map(({ hint }) => hint)).toMatchObject([{ id: "west", title: null, region: null }]);
    expect(listed.problems).toEqual([]);
  });

  test("with a wrong entry tells it by place, name and fix, and keeps the good ones", () => {
    const listed = sort([
      east,
      { ...west, apiVersion: "2020" },
      { ...west, armBase: "http://arm.west.contoso.com" },
      { id: "north", endpoint: "https://arm.north" },
    ]);
    expect(listed.stamps).toEqual([east]);
    expect(listed.problems).toEqual([
      'stamps.json, stamp 2 ("west"): "apiVersion" is "2020"; it must be "2018-09-01" or "2021-09-01", or be left out',
      expect.stringMatching(
        /^stamps\.json, stamp 4 \("north"\): "armBase" is missing; it must be .*"endpoint" is for/,
      ),
      expect.stringMatching(/^stamps\.json, stamp 3 \("west"\): "armBase": http would send tokens/),
    ]);
  });

  test("takes an authority of https and a region that is a step of a path, on the short way too", () => {
    const msal = (authority: string) => ({ kind: "msal", authority, clientId: "c", scope: "s" });
    const wrong = [
      { ...east, auth: msal("http://login.example.com/adfs") },
      { ...east, auth: msal("https://login.example.com;x") },
      { ...east, region: ".." },
    ];
    for (const entry of wrong) {
      expect(completeStamp(entry)).toBeNull();
      expect(sort([entry])).toMatchObject({
        stamps: [],
        problems: [expect.stringContaining("; it must be")],
      });
    }
    expect(completeStamp({ ...east, auth: msal("https://login.example.com/adfs") })).not.toBeNull();
  });

  test("may name the stamp's time zone; one that Intl doesn't know is told, and costs only itself", () => {
    expect(sort([{ ...east, timeZone: "America/Los_Angeles" }]).stamps).toEqual([
      { ...east, timeZone: "America/Los_Angeles" },
    ]);
    expect(completeStamp({ ...east, timeZone: "Mars/Olympus" })).toBeNull();
    const listed = sort([{ ...east, timeZone: "Mars/Olympus" }]);
    expect(listed.stamps).toEqual([east]);
    expect(listed.problems).toEqual([expect.stringContaining('"timeZone" is "Mars/Olympus"')]);
  });

  test("that another file was made into hands its problems on", () => {
    const listed = sortStamps({ json: { stamps: [east], problems: ["entry 7"] } }, null, PAGE);
    expect(listed).toMatchObject({ stamps: [east], problems: ["entry 7"] });
  });

  test("that cannot be read says why", () => {
    const problemOf = (status: number, reason = "") => sortStamps({ status, reason }, null, PAGE).problems[0];
    expect(problemOf(0)).toContain("couldn't be loaded");
    expect(problemOf(404)).toContain("HTTP 404");
    expect(problemOf(200, "SyntaxError")).toContain("isn't valid JSON (SyntaxError)");
    expect(sortStamps({ json: 7 }, null, PAGE).problems[0]).toContain("the whole file is 7");
  });
});

describe("stamps added in this browser", () => {
  test("stand behind those of the file; an id of the file is its own, an address of the file drops them", () => {
    const storage = storageOf();
    changeOwnStamps(storage, PAGE, () => [
      { ...east, armBase: "/arm/other" },
      { ...west, id: "again", armBase: east.armBase },
      { ...west, armBase: "http://127.0.0.1:8484" },
    ]);
    const listed = sort([east], storage);
    expect(listed.stamps.map(({ id, armBase }) => [id, armBase])).toEqual([
      ["east", "/arm/east"],
      ["east-2", "/arm/other"],
      ["west", "http://127.0.0.1:8484"],
    ]);
    expect(listed.own).toEqual(["east-2", "west"]);
  });

  test("that cannot be read are left stored, told, and never opened", () => {
    const bad = [
      5,
      { ...west, armBase: "javascript:alert(1)" },
      { ...west, armBase: "http://arm.west.contoso.com" },
      { ...west, armBase: "https://a:b@arm.west.contoso.com" },
      { ...west, apiVersion: "2030-01-01" },
    ];
    const storage = storageOf({ [OWN_STAMPS_KEY]: JSON.stringify({ stamps: [...bad, west] }) });
    expect(sort([east], storage)).toMatchObject({
      stamps: [east, west],
      problems: [expect.stringContaining("5 stamps")],
    });
    changeOwnStamps(storage, PAGE, () => []);
    expect(JSON.parse(storage.stored[OWN_STAMPS_KEY] ?? "")).toEqual({ stamps: bad });
  });

  test("are none where storage holds garbage or is closed", () => {
    for (const text of ["", "{", "null", "[]", '{"stamps":5}']) {
      expect(readOwnStamps(storageOf({ [OWN_STAMPS_KEY]: text }), PAGE)).toEqual({
        stamps: [],
        unreadable: 0,
      });
    }
    const closed: KeyValueStorage = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("denied");
      },
    };
    expect(readOwnStamps(closed, PAGE).stamps).toEqual([]);
    expect(changeOwnStamps(closed, PAGE, () => [west])).toBe(false);
    expect(changeOwnStamps(null, PAGE, () => [west])).toBe(false);
  });
});

test("what was found serves the next start, until the file says otherwise or it is forgotten", () => {
  const storage = storageOf();
  rememberFound(storage, PAGE, east);
  const hint = { id: "east", armBase: east.armBase };
  expect(sort([hint], storage)).toMatchObject({ stamps: [east], unfound: [], found: [{ id: "east" }] });
  expect(sort([{ ...hint, title: "Renamed" }], storage).stamps[0]?.title).toBe("Renamed");
  expect(sort([{ ...hint, region: "other" }], storage).stamps).toEqual([]);
  expect(sort([{ ...hint, armBase: "/arm/elsewhere" }], storage).stamps).toEqual([]);
  forgetFound(storage, PAGE, "east");
  expect(sort([hint], storage).unfound).toHaveLength(1);
});
