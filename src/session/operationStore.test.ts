import { describe, expect, test } from "vitest";
import { failureOf } from "../domain/failure.ts";
import { beginOperation, trackElsewhere, type Operation } from "../domain/operation.ts";
import { operationPath } from "../domain/stamp.ts";
import { createOperationStore, type KeyValueStorage } from "./operationStore.ts";
import { readStored, writeStored } from "./storedOperations.ts";

const NOW = Date.UTC(2026, 10, 22, 20);
const STAMP = { id: "redmond", subscriptionId: "s1", region: "redmond" };
const PATH = operationPath(STAMP, "b1");
const RUNNING = { ...trackElsewhere("b1", PATH, NOW, NOW), askedAt: NOW };
const BACKUP = {
  id: "b1",
  resourceId: "/subscriptions/s1/b1",
  status: { kind: "unknown", raw: "Paused" },
  completedAt: NOW,
  tookMs: null,
  roles: [{ name: "NRP", status: { kind: "succeeded" } }],
  automatic: null,
  dataVersion: null,
  stampVersion: "1.2301.2.64",
  oemVersion: null,
  deploymentId: null,
  thumbprint: null,
  completelyUploaded: true,
  cloudRecoveryReady: false,
} as const;

const EVERY_KIND: Operation[] = [
  beginOperation("click-1", NOW),
  { ...beginOperation("click-2", NOW), kind: "unknown", reason: "noAnswer", failure: failureOf("timeout") },
  { ...RUNNING, trouble: failureOf("server", { status: 503, requestId: "r1" }), failures: 2 },
  {
    kind: "succeeded",
    key: "k4",
    id: "b4",
    origin: "here",
    startedAt: NOW,
    endedAt: NOW,
    backup: { ...BACKUP, roles: [] },
    requestId: "r4",
  },
  {
    kind: "partiallySucceeded",
    key: "k5",
    id: "b5",
    origin: "elsewhere",
    startedAt: null,
    endedAt: NOW,
    backup: { ...BACKUP, roles: [] },
  },
  {
    kind: "failed",
    key: "k6",
    id: "b6",
    origin: "here",
    startedAt: NOW,
    endedAt: NOW,
    backup: null,
    failure: null,
    requestId: "r6",
  },
  { kind: "lost", key: "k7", id: "b7", origin: "here", startedAt: NOW, endedAt: NOW, wasRunning: true },
];

function memory(): KeyValueStorage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

describe("what is stored", () => {
  test("comes back as it was, every kind of operation", () => {
    const stored = { operations: EVERY_KIND, announced: { k4: "ended" }, nextAskAt: { b1: NOW } } as const;
    expect(readStored(writeStored(stored), STAMP)).toEqual(stored);
  });

  test.each([
    ["nothing", null],
    ["no JSON", "{"],
    ["another shape", '{"operations":5}'],
  ])("is nothing when it is %s", (_, text) => {
    expect(readStored(text, STAMP)).toBeNull();
  });

  test("loses only the operation that cannot be read", () => {
    const text = JSON.stringify({
      operations: [{ kind: "new in version 2" }, RUNNING],
      announced: {},
      nextAskAt: {},
    });
    expect(readStored(text, STAMP)?.operations).toEqual([RUNNING]);
  });

  test("never sends a token astray: a path that leaves the stamp's subscriptions is not taken back", () => {
    const astray = { ...RUNNING, path: "//evil.example/subscriptions/x" };
    const text = JSON.stringify({ operations: [astray], announced: {}, nextAskAt: {} });
    expect(readStored(text, STAMP)?.operations).toEqual([]);
  });
});

describe("the store", () => {
  test("is found again after a reload, and not by another subscription under the same name", () => {
    const storage = memory();
    createOperationStore(STAMP, storage).update(() => [RUNNING]);
    expect(createOperationStore(STAMP, storage).get().operations).toEqual([RUNNING]);
    const other = createOperationStore({ ...STAMP, subscriptionId: "s2" }, storage);
    expect(other.get().operations).toEqual([]);
  });

  test("changes over what another tab has stored meanwhile, and loses neither's", () => {
    const storage = memory();
    const [one, two] = [createOperationStore(STAMP, storage), createOperationStore(STAMP, storage)];
    one.update((all) => [...all, RUNNING]);
    two.update((all) => [...all, beginOperation("click-9", NOW)]);
    expect(two.get().operations.map(({ key }) => key)).toEqual(["b1", "click-9"]);
    one.onStorage([...storage.items.keys()][0] ?? null);
    expect(one.get()).toEqual(two.get());
  });

  test("tells nobody when nothing changed", () => {
    const store = createOperationStore(STAMP, memory());
    store.update(() => [RUNNING]);
    const before = store.get();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.update((all) => all);
    store.onStorage(null);
    expect(store.get()).toBe(before);
    expect(told).toBe(0);
  });

  test("noting a poll, here or in another tab, leaves what it does not change the same object", () => {
    const storage = memory();
    const [one, two] = [createOperationStore(STAMP, storage), createOperationStore(STAMP, storage)];
    one.update(() => [RUNNING]);
    two.onStorage(null);
    const [here, there] = [one.get(), two.get()];
    one.noteAsked(RUNNING.key, NOW);
    two.onStorage(null);
    expect(two.get().nextAskAt).toEqual({ [RUNNING.key]: NOW });
    for (const [before, after] of [
      [here, one.get()],
      [there, two.get()],
    ] as const) {
      expect(after.operations).toBe(before.operations);
      expect(after.announced).toBe(before.announced);
    }
  });

  test.each([
    [
      "blocked",
      {
        getItem: () => null,
        setItem: () => {
          throw new Error("full");
        },
      },
    ],
    ["closed", null],
    [
      "throwing on reading",
      {
        getItem: () => {
          throw new Error("denied");
        },
        setItem: () => undefined,
      },
    ],
  ] satisfies [string, KeyValueStorage | null][])(
    "works while storage is %s, and knows that it will not survive",
    (_, storage) => {
      const store = createOperationStore(STAMP, storage);
      store.update(() => [RUNNING]);
      expect(store.get().operations).toEqual([RUNNING]);
      expect(store.survivesReload()).toBe(false);
    },
  );
});

describe("a stored operation", () => {
  const back = (known: Partial<typeof RUNNING>) => {
    const stored = { operations: [{ ...RUNNING, ...known }], announced: {}, nextAskAt: {} };
    return readStored(writeStored(stored), STAMP)?.operations.length;
  };

  test.each([
    ["as it was written", {}],
    [
      "as a Location gave it, in other letters and with a query",
      { path: `${PATH.toUpperCase()}?api-version=1` },
    ],
    ["of a backup with an odd name", { id: "a?b=c", path: operationPath(STAMP, "a?b=c") }],
  ])("%s is asked", (_, known) => {
    expect(back(known)).toBe(1);
  });

  test.each([
    ["of another subscription", { path: operationPath({ ...STAMP, subscriptionId: "s2" }, "b1") }],
    ["of another region", { path: operationPath({ ...STAMP, region: "east" }, "b1") }],
    ["of another service of the stamp", { path: "/subscriptions/s1/providers/Microsoft.Compute/vms/b1" }],
    ["of another backup", { path: operationPath(STAMP, "b2") }],
    ["with dot segments", { path: `${PATH}/../../../../x/operationResults/b1` }],
    [
      "with dot segments that lead to its own",
      { path: `/subscriptions/x/..${PATH.replace("/subscriptions", "")}` },
    ],
    ["with encoded dot segments", { path: PATH.replace("operationResults", "%2e%2e/%2E%2e") }],
    ["with a backslash", { path: PATH.replace("operationResults", "..\\..") }],
    ["on another host", { path: `//evil.example${PATH}` }],
    ["whose name is a step of a path", { id: "..", path: operationPath(STAMP, "..") }],
  ])("%s is not", (_, known) => {
    expect(back(known)).toBe(0);
  });
});
