import { useStore } from "../store.ts";
import { useSession } from "./SessionContext.ts";

/** How the open stamp's sign-in stands. */
export interface SignInState {
  /** Whether this page signs in at all; where it does not, a proxy does. */
  wanted: boolean;
  present: boolean;
  /** Whether the stamp answered 401 to the token that is present. */
  refused: boolean;
  expiresAt: number | null;
}

/** Never the token itself: that goes from the store into a request and nowhere else. */
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
