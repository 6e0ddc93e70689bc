import { useStore } from "../store.ts";
import { useSession } from "./SessionContext.ts";

/** State of the open stamp's sign-in. */
export interface SignInState {
  /** Whether this page signs in; otherwise a proxy does. */
  wanted: boolean;
  present: boolean;
  /** Whether the stamp answered 401 to the current token. */
  refused: boolean;
  expiresAt: number | null;
}

/** Never the token itself, which goes only from the store into requests. */
export function useToken(): SignInState {
  const { token, stamp } = useSession();
  const held = useStore(token);
  return {
    wanted: stamp.auth.kind !== "none",
    present: held !== null,
    refused: held?.refused ?? false,
    expiresAt: held?.expiresAt ?? null,
  };
}
