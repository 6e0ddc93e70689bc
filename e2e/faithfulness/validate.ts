import { Ajv2019 } from "ajv/dist/2019.js";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2019.js";
import { closedReference, PLACE } from "./swagger.ts";
import type { Operation, Specification } from "./swagger.ts";

/** One answer of the tour. */
export interface Visit {
  method: string;
  path: string;
  version: string;
  status: number;
  /** Text of the body, empty where there was none. */
  body: string;
  /** For the Location of an operation: the request that began it, whose result it ends with. */
  begunBy?: Pick<Visit, "method" | "path" | "version">;
}

export interface Validator {
  /** The operation that a request is, if any specification has it. */
  operationOf: (visit: Pick<Visit, "method" | "path" | "version">) => Operation | null;
  /** How the answer differs from what its operation declares: short lines, the same for the same kind. */
  deviationsOf: (visit: Visit) => string[];
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Compares answers with the specifications. */
export function createValidator({ operations, definitions }: Specification): Validator {
  const ajv = new Ajv2019({ strict: false, allErrors: true, verbose: true });
  ajv.addFormat("date-time", DATE_TIME);
  ajv.addFormat("int32", { type: "number", validate: (value: number) => Number.isInteger(value) });
  ajv.addFormat("double", { type: "number", validate: () => true });
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (name: string): ValidateFunction => {
    const validate = compiled.get(name) ?? ajv.compile({ ...closedReference(name), $defs: definitions });
    compiled.set(name, validate);
    return validate;
  };
  const operationOf: Validator["operationOf"] = ({ method, path, version }) =>
    operations.find(
      (operation) =>
        operation.version === version && operation.method === method && operation.pattern.test(path),
    ) ?? null;
  return {
    operationOf,
    deviationsOf: (visit) => {
      const operation = operationOf(visit);
      const begunBy = visit.begunBy && operationOf(visit.begunBy);
      // No specification has operationResults, but each says what its operation ends with.
      const result = begunBy?.responses["200"];
      if (visit.status === 200 && result) {
        return [`${routeOf(visit)}: not specified`, ...bodyDeviations(validatorOf(result), visit.body)];
      }
      if (!operation) {
        const isKnown = operations.some((it) => it.method === visit.method && it.pattern.test(visit.path));
        return [`${routeOf(visit)}: not ${isKnown ? `in ${visit.version}` : "specified"}`];
      }
      const { operationId, responses } = operation;
      const declared = responses[visit.status] === undefined ? "default" : String(visit.status);
      const name = responses[declared];
      if (name === undefined) {
        return [`${operationId}: ${visit.status >= 400 ? "errors" : visit.status} not declared`];
      }
      if (name === null) return [];
      if (visit.body === "") return [`${operationId} ${visit.status}: no body`];
      return bodyDeviations(validatorOf(name), visit.body);
    },
  };
}

function bodyDeviations(validate: ValidateFunction, body: string): string[] {
  validate(JSON.parse(body));
  return [...new Set((validate.errors ?? []).map(describe))];
}

/** A path with its ids taken out. */
function routeOf({ method, path }: Visit): string {
  const short = path
    .replace(/^\/subscriptions\/[^/]+/i, "/subscriptions/{s}")
    .replace(/\/resourceGroups\/[^/]+/i, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, "{id}")
    .replace(/(backupLocations|regionHealths)\/[^/]+/i, "$1/{location}");
  return `${method} ${short}`;
}

/** `ExternalStore.password: null`: what is wrong, and of what. */
function describe({ keyword, parentSchema, params, data, message }: ErrorObject): string {
  const place = String(Reflect.get(Object(parentSchema), PLACE));
  if (keyword === "unevaluatedProperties") {
    return `${place}.${String(Reflect.get(params, "unevaluatedProperty"))}: not declared`;
  }
  return `${place}: ${data === null ? "null" : (message ?? keyword)}`;
}
