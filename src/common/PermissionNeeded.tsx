import { actionKind, missingPermission, toScope } from "./permission.ts";
import { permissionStrings } from "./permissionStrings.ts";

/** Names the permission that a 403 missed, where it is in its text, and what works without it. */
export function PermissionNeeded({ text }: { text: string | null }) {
  const missing = missingPermission(text);
  if (!missing) return null;
  const scope = missing.scope === null ? null : toScope(missing.scope);
  return (
    <>
      <p>
        <strong>{permissionStrings.missing}</strong> <bdi className="mono">{missing.action}</bdi>{" "}
        {scope && permissionStrings.on[scope.kind](scope.name)}
      </p>
      <p>{permissionStrings.effect[actionKind(missing.action)]}</p>
    </>
  );
}
