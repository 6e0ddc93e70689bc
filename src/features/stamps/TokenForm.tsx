import { useState } from "react";
import { doubtToken, type TokenClaims } from "../../domain/token.ts";
import { useAudience } from "../../queries/useAudience.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDateTime } from "../../ui/format.ts";
import { signInStrings } from "./strings.ts";
import { TokenCommands } from "./TokenCommands.tsx";
import { TokenField, type TokenSaid } from "./TokenField.tsx";

const tokenStrings = signInStrings.token;

/** Asks for the open stamp's bearer token, says what speaks against one, and shows a way to get one. */
export function TokenForm({ onToken }: { onToken: (token: string) => void }) {
  const session = useSession();
  const dates = useDateFormat();
  const [open, setOpen] = useState(false);
  const { asking, audience } = useAudience(open);
  const say = (says: TokenClaims): TokenSaid => {
    const doubt = doubtToken(says, session.now(), audience);
    if (doubt?.kind === "expired") {
      return { text: tokenStrings.doubt.expired(formatDateTime(doubt.at, dates)), doubtful: true };
    }
    if (doubt?.kind === "audience") {
      return { text: <bdi>{tokenStrings.doubt.audience(doubt.audience, audience)}</bdi>, doubtful: true };
    }
    const { expiresAt } = says;
    const text =
      expiresAt === null ? tokenStrings.unreadable : tokenStrings.runsOut(formatDateTime(expiresAt, dates));
    return { text, doubtful: false };
  };
  return (
    <>
      <TokenField
        submitLabel={tokenStrings.use}
        anywayLabel={tokenStrings.useAnyway}
        say={say}
        onToken={onToken}
      />
      <TokenCommands audience={audience} asking={asking} onOpen={setOpen} />
    </>
  );
}
