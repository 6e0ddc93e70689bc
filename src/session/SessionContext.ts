import { createContext, use } from "react";
import type { StampSession } from "./stampSession.ts";

export const SessionContext = createContext<StampSession | null>(null);

/** The open stamp's session. Requires a provider: a page without a stamp has none. */
export function useSession(): StampSession {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession is used outside SessionContext");
  return session;
}
