import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

/** The vendor's API specifications lie beside the project, not in it. */
const SPECS = resolve(import.meta.dirname, "../../../shared/specs/specification");

const PROVIDERS = "azsadmin/resource-manager";
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  "2018-09-01": [`${PROVIDERS}/backup/Microsoft.Backup.Admin/stable/2018-09-01`],
  // Operations of the provider have no file of this version.
  "2021-09-01": [`${PROVIDERS}/backup/Microsoft.Backup.Admin/preview/2021-09-01`],
  "2016-05-01": [
    `${PROVIDERS}/infrastructureinsights/Microsoft.InfrastructureInsights.Admin/preview/2016-05-01`,
  ],
};

type Json = Record<string, unknown>;

/** A keyword of ours: where in the specification a schema stands. */
export const PLACE = "x-place";

/** One operation of a specification, and what it declares to answer. */
export interface Operation {
  version: string;
  operationId: string;
  method: string;
  /** Path template as a pattern, without case. */
  pattern: RegExp;
  /** By status or "default": the name of the definition of its body in `definitions`, null where it has none. */
  responses: Readonly<Record<string, string | null>>;
}

export interface Specification {
  operations: readonly Operation[];
  /** JSON schemas by name, referring to one another as `#/$defs/{name}`. */
  definitions: Json;
}

/** One line that says what is missing; nothing where the specifications are there. */
export function missingSpecs(): string | undefined {
  const missing = Object.values(FOLDERS)
    .flat()
    .filter((folder) => !existsSync(resolve(SPECS, folder)));
  return missing.length === 0 ? undefined : `no specifications in ${SPECS}: ${missing.join(", ")}`;
}

/** Every operation of the three versions, with the schemas they answer in. */
export function loadSpecification(): Specification {
  const definitions: Json = {};
  const operations = Object.entries(FOLDERS).flatMap(([version, folders]) =>
    folders.flatMap((folder) =>
      readdirSync(resolve(SPECS, folder))
        .filter((name) => name.endsWith(".json"))
        .flatMap((name) => operationsIn(resolve(SPECS, folder, name), version, definitions)),
    ),
  );
  return { operations, definitions };
}

function operationsIn(file: string, version: string, definitions: Json): Operation[] {
  return Object.entries(objectAt(read(file), "paths")).flatMap(([path, methods]) =>
    Object.entries(Object(methods)).map(([method, operation]) => ({
      version,
      operationId: String(Reflect.get(Object(operation), "operationId")),
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replaceAll(".", String.raw`\.`).replaceAll(/\{\w+\}/g, "[^/]+")}/?$`, "i"),
      responses: Object.fromEntries(
        Object.entries(objectAt(operation, "responses")).map(([status, response]) => [
          status,
          bodyOf(response, file, definitions),
        ]),
      ),
    })),
  );
}

function bodyOf(response: unknown, file: string, definitions: Json): string | null {
  const ref: unknown = Reflect.get(objectAt(response, "schema"), "$ref");
  return typeof ref === "string" ? define(ref, file, definitions) : null;
}

/** Takes the definition that `ref` names in `file`, and all that it refers to; its name here. */
function define(ref: string, file: string, definitions: Json): string {
  const [path = "", pointer = ""] = ref.split("#");
  const target = path === "" ? file : resolve(dirname(file), path);
  const name = `${relative(SPECS, target)}#${pointer}`.replaceAll("/", "!");
  if (name in definitions) return name;
  // Taken before it is complete: ErrorDetail refers to itself.
  definitions[name] = {};
  const keys = pointer.split("/").filter((key) => key !== "");
  const schema = keys.reduce<unknown>((value, key) => Reflect.get(Object(value), key), read(target));
  definitions[name] = open(schema, { file: target, place: keys.at(-1) ?? "", definitions });
  return name;
}

interface Context {
  file: string;
  /** What errors are told of: a definition, or a definition and a property of it. */
  place: string;
  definitions: Json;
}

/** The schema as JSON schema has it, its own properties not yet closed: another may extend it by allOf. */
function open(schema: unknown, context: Context): Json {
  const { file, place, definitions } = context;
  const ref: unknown = Reflect.get(Object(schema), "$ref");
  // Siblings of $ref mean nothing in Swagger 2.
  if (typeof ref === "string") return { $ref: `#/$defs/${define(ref, file, definitions)}` };
  const own: Json = { [PLACE]: place };
  for (const [key, value] of Object.entries(Object(schema))) {
    if (key === "type" || key === "enum" || key === "format" || key === "required") own[key] = value;
    if (key === "items" || key === "additionalProperties") own[key] = closed(value, context);
    if (key === "allOf" && Array.isArray(value)) {
      own[key] = value.map((item: unknown) => open(item, context));
    }
    if (key === "properties") {
      own[key] = Object.fromEntries(
        Object.entries(Object(value)).map(([name, item]) => [
          name,
          closed(item, { ...context, place: `${place}.${name}` }),
        ]),
      );
    }
  }
  return own;
}

/** The schema where it is used: what it does not declare is a deviation, though Swagger would let it pass. */
function closed(schema: unknown, context: Context): Json {
  const converted = open(schema, context);
  const { $ref: ref } = converted;
  return typeof ref === "string" ? closedReference(ref.slice("#/$defs/".length)) : converted;
}

/** A schema for what that definition has, and nothing else. */
export function closedReference(name: string): Json {
  const place = name.split("!").at(-1) ?? name;
  return { [PLACE]: place, allOf: [{ $ref: `#/$defs/${name}` }], unevaluatedProperties: false };
}

const files = new Map<string, unknown>();

function read(file: string): unknown {
  const known = files.get(file);
  if (known !== undefined) return known;
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  files.set(file, json);
  return json;
}

function objectAt(value: unknown, key: string): Json {
  return Object(Reflect.get(Object(value), key) ?? {});
}
