import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import { canonicalJson } from "../src/domain/canonicalJson.ts";
import schema from "../docs/verification-record.schema.json" with { type: "json" };

/** Result of checking a record's file. */
export interface RecordCheck {
  ok: boolean;
  /** Human-readable: what is wrong, or what the record says. */
  text: string;
}

const isRecordFile = new Ajv2020({ allowUnionTypes: true }).compile<{
  record: { verdict: string; backup: { id: string }; checked: { at: string | null } };
  sha256: string;
}>(schema);

/** SHA-256 of the canonical JSON in UTF-8, lower-case hex (docs/verification-record.md, The hash). */
export function sha256Of(record: unknown): string {
  return createHash("sha256").update(canonicalJson(record), "utf8").digest("hex");
}

/** Checks a verification record's file: JSON, schema, hash, in this order. */
export function checkRecordFile(text: string): RecordCheck {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, text: "This is not JSON." };
  }
  if (!isRecordFile(file)) {
    const [problem] = isRecordFile.errors ?? [];
    return {
      ok: false,
      text: `This is not a verification record: ${problem?.instancePath || "it"} ${problem?.message}.`,
    };
  }
  const { record, sha256 } = file;
  const actual = sha256Of(record);
  if (actual !== sha256) {
    return { ok: false, text: `The record was changed: its SHA-256 is ${actual}, the file says ${sha256}.` };
  }
  const { backup, checked, verdict } = record;
  return {
    ok: true,
    text: `The record is as it was made. Backup ${backup.id}: ${verdict}, checked at ${checked.at ?? "an unknown time"}.\nSHA-256 ${sha256}`,
  };
}
