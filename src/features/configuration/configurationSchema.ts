import * as v from "valibot";
import type { ChosenFile } from "../../domain/certificate.ts";
import {
  FIELDS,
  FREQUENCY_HOURS,
  RETENTION_DAYS,
  type Draft,
  type Field,
  type Settings,
} from "../../domain/configuration.ts";
import { problemsOf, type Problem } from "../../domain/configurationProblems.ts";
import { configurationStrings, problemTexts } from "./strings.ts";

const text = v.string();
const DraftSchema = v.object({
  store: v.picklist(["share", "blob"]),
  path: text,
  userName: text,
  password: text,
  confirmation: text,
  blobUrl: text,
  blobKey: text,
  frequency: text,
  retention: text,
  certificate: v.nullable(v.custom<ChosenFile>((file) => typeof file === "object")),
});

/** The form's schema over the settings that the stamp has: the rules are the domain's, the messages ours. */
export function configurationSchema(settings: Settings): v.GenericSchema<Draft, Draft> {
  return v.pipe(
    DraftSchema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const input = dataset.value;
      const problems = problemsOf(input, settings);
      for (const key of FIELDS) {
        const problem = problems[key];
        if (!problem) continue;
        const path: v.IssuePathItem = { type: "object", origin: "value", input, key, value: input[key] };
        addIssue({ message: messageOf(key, problem), path: [path] });
      }
    }),
  );
}

function messageOf(field: Field, problem: Problem): string {
  return problem === "outOfBounds" ? boundsOf(field) : problemTexts[problem];
}

/** "A whole number from 4 to 12." */
export function boundsOf(field: Field): string {
  const { from, to } = field === "frequency" ? FREQUENCY_HOURS : RETENTION_DAYS;
  return configurationStrings.bounds(from, to);
}
