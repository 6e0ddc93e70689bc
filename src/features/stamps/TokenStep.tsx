import { Notice } from "../../ui/Notice.tsx";
import { signInStrings, stampStrings } from "./strings.ts";
import { TokenField } from "./TokenField.tsx";

const addStrings = stampStrings.add;

/** Asks for the token that finding a stamp requires. */
export function TokenStep({ refused, onToken }: { refused: boolean; onToken: (token: string) => void }) {
  return (
    <Notice
      tone={refused ? "warning" : "info"}
      title={signInStrings.title}
      details={<TokenField submitLabel={addStrings.goOn} onToken={onToken} />}
    >
      {refused ? addStrings.tokenRefused : addStrings.tokenLead}
    </Notice>
  );
}
