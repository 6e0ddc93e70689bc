import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALLOWED, NOT_SIMULATED } from "./deviations.ts";
import { startMock } from "./mockServer.ts";
import { loadSpecification, missingSpecs } from "./swagger.ts";
import { tour } from "./tour.ts";
import { createValidator } from "./validate.ts";
import type { Validator, Visit } from "./validate.ts";

const missing = missingSpecs();
if (missing !== undefined) console.warn(`Skipped: ${missing}, so the mock is not compared with them.`);

describe.skipIf(missing !== undefined)("every answer of a tour through the mock", () => {
  const specification = missing === undefined ? loadSpecification() : { operations: [], definitions: {} };
  const validator: Validator = createValidator(specification);
  const visits: Visit[] = [];
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const server = await startMock({ realNow: () => Date.UTC(2026, 10, 23, 10) });
    close = server.close;
    for (const version of ["2018-09-01", "2021-09-01"] as const)
      visits.push(...(await tour(server, version)));
  }, 60_000);
  afterAll(() => close?.());

  test("is what the vendor's specification declares, but for the deviations listed", () => {
    const found = new Map<string, string>();
    for (const visit of visits) {
      for (const deviation of validator.deviationsOf(visit)) {
        found.set(deviation, `${visit.version} ${visit.method} ${visit.path} → ${visit.status}`);
      }
    }
    const unlisted = [...found].filter(([deviation]) => !Object.hasOwn(ALLOWED, deviation));
    expect(unlisted).toEqual([]);
    const gone = Object.keys(ALLOWED).filter((deviation) => !found.has(deviation));
    expect(gone).toEqual([]);
  });

  test("comes from every operation of the specification that is simulated", () => {
    const visited = new Set(
      visits.map((visit) => nameOf(validator.operationOf(visit))).filter((name) => name !== null),
    );
    const unvisited = specification.operations
      .map(nameOf)
      .filter((name) => name !== null && !visited.has(name));
    expect(new Set(unvisited)).toEqual(new Set(Object.keys(NOT_SIMULATED)));
  });

  test("includes successes and errors", () => {
    const statuses = new Set(visits.map(({ status }) => status));
    expect([...statuses].toSorted((a, b) => a - b)).toEqual([200, 202, 400, 403, 404, 405, 409, 500, 503]);
  });
});

describe.skipIf(missing !== undefined)("the comparison itself", () => {
  const validator = createValidator(
    missing === undefined ? loadSpecification() : { operations: [], definitions: {} },
  );
  const path =
    "/subscriptions/s/resourceGroups/system.x/providers/Microsoft.Backup.Admin/backupLocations/x/backups";
  const of = (body: unknown): string[] =>
    validator.deviationsOf({
      method: "GET",
      path,
      version: "2021-09-01",
      status: 200,
      body: JSON.stringify(body),
    });
  const backup = (info: unknown): unknown => ({ value: [{ properties: { backupInfo: info } }] });

  test.each([
    [
      "a status of no such name",
      backup({ status: "Done" }),
      "OperationStatus: must be equal to one of the allowed values",
    ],
    [
      "a date that is none",
      backup({ createdDateTime: "today" }),
      'BackupInfo.createdDateTime: must match format "date-time"',
    ],
    ["a number for a text", backup({ stampVersion: 5 }), "BackupInfo.stampVersion: must be string"],
    ["a field too many", backup({ colour: "red" }), "BackupInfo.colour: not declared"],
    ["a field too many above", { value: [{ kind: "x" }] }, "Backup.kind: not declared"],
    ["null", { value: null }, "BackupList.value: null"],
  ])("finds %s", (_what, body, deviation) => {
    expect(of(body)).toEqual([deviation]);
  });

  test("finds nothing in what is right", () => {
    expect(of(backup({ status: "Skipped", roleStatus: [{ roleName: "NRP", status: "Queued" }] }))).toEqual(
      [],
    );
  });
});

function nameOf(operation: { version: string; operationId: string } | null): string | null {
  return operation && `${operation.version} ${operation.operationId}`;
}
