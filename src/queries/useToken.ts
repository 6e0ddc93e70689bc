import { useSyncExternalStore } from "react";
import { useRefresh } from "./useRefresh.ts";
import { useSession } from "./SessionContext.ts";
import { cleanToken } from "./tokenStore.ts";

/** The pasted token of a stamp that asks for one. `use` answers false for text that is no token. */
export function useToken() {
  const { token, stamp } = useSession();
  const refresh = useRefresh();
  const current = useSyncExternalStore(token.subscribe, token.get);
  return {
    wanted: stamp.auth.kind === "token",
    present: current !== null,
    use(pasted: string): boolean {
      const cleaned = cleanToken(pasted);
      if (cleaned === null) return false;
      token.set(cleaned);
      refresh();
      return true;
    },
    forget() {
      token.set(null);
    },
  };
}
