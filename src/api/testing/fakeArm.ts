import type { Stamp } from "../../domain/stamp.ts";
import { createArmClient, type ArmClient } from "../client.ts";

export const stamp: Stamp = {
  id: "redmond",
  title: "Redmond",
  armBase: "https://adminmanagement.redmond.example",
  subscriptionId: "05101DAF-F50D-4436-A2AC-495E5C4864C2",
  region: "redmond",
  apiVersion: "2018-09-01",
  auth: { kind: "none" },
};

export const locationPath =
  "/subscriptions/05101DAF-F50D-4436-A2AC-495E5C4864C2/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond";

/** What the fake network does with one request: an answer, a failure, or no answer until it is aborted. */
export type Answer = Response | Error | "hang";

export interface Sent {
  method: string | undefined;
  url: string;
  headers: Headers;
  init: RequestInit;
}

export interface FakeArm {
  client: ArmClient;
  sent: Sent[];
  dates: number[];
}

/** A client whose network gives these answers, one after the other. */
export function fakeArm(answers: Answer[], known: Partial<Stamp> = {}, token: string | null = null): FakeArm {
  const sent: Sent[] = [];
  const dates: number[] = [];
  const left = [...answers];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    sent.push({ method: init.method, url, headers: new Headers(init.headers), init });
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nothing was to be asked any more, but ${url} was`);
    if (answer === "hang") return untilAborted(init.signal);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client = createArmClient(
    { ...stamp, ...known },
    {
      fetch,
      pageUrl: "https://console.example/index.html",
      token: () => token,
      onDate: (dateAt) => dates.push(dateAt),
      newRequestId: () => `request-${sent.length + 1}`,
    },
  );
  return { client, sent, dates };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new DOMException("The operation was aborted.", "AbortError"));
    if (signal?.aborted) fail();
    signal?.addEventListener("abort", fail);
  });
}

/** A JSON answer as a stamp sends it, with its Kerberos blob (docs/stamp-api.md "Wire shapes"). */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "WWW-Authenticate": BLOB, ...headers },
  });
}

export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "WWW-Authenticate": BLOB, ...headers } });
}

export const BLOB = "oYG3MIG0oAMKAQChCwYJKoZIgvcSAQICooGfBIGcYIGZ";

/** A backup on the wire as `operationResults` sends it, secrets included. */
export function backupWire(id: string, info: Record<string, unknown> = {}) {
  return {
    id: `${locationPath}/backups/${id}`,
    name: `redmond/${id}`,
    properties: {
      backupInfo: {
        roleStatus: [{ roleName: "NRP", status: "Succeeded" }],
        status: "Succeeded",
        createdDateTime: "2020-03-04T12:22:18.7883083Z",
        timeTakenToCreate: "PT6M35.345912S",
        encryptedBackupEncryptionKey: SECRET,
        ...info,
      },
    },
  };
}

export const SECRET = "pQDlmgkWPU03B/nE6VNXiF4MtNuhLkTyHpHukDLOX66VHFOVqUim8A==";

/** The shape of a long-running operation that failed (docs/stamp-api.md "Failed operations"). */
export const failedOperation = {
  properties: { provisioningState: "Failed" },
  error: { code: "OperationFailed", message: "The backup share is full." },
};
