import { useSession } from "../../session/SessionContext.ts";
import { useSecondBeat } from "../../ui/clock.ts";

/** Stamp time, epoch ms, renewed every second. */
export function useStampNow(): number {
  const session = useSession();
  useSecondBeat();
  return session.now();
}
