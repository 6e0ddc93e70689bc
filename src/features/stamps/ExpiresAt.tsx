import { useSession } from "../../session/SessionContext.ts";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { formatRelative } from "../../ui/format.ts";
import { Time } from "../../ui/Time.tsx";

/** "Runs out Nov 22, 12:54:00 PM PST (in 54 min)". The part that counts down is not spoken: bars speak their changes. */
export function ExpiresAt({ label, at }: { label: string; at: number }) {
  const session = useSession();
  useEveryHalfMinute();
  return (
    <span>
      {label} <Time at={at} />{" "}
      <span className="muted" aria-hidden>
        ({formatRelative(at, session.now())})
      </span>
    </span>
  );
}
