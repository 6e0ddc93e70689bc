import { useSession } from "../../session/SessionContext.ts";
import { useEverySecond } from "../../ui/clock.ts";

/** Stamp time, epoch ms, renewed every second. */
export function useStampNow(): number {
  const session = useSession();
  useEverySecond();
  return session.now();
}
