import { useSession } from "../../session/SessionContext.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { Button } from "@fluentui/react-components";
import { Notice } from "../../ui/Notice.tsx";
import { signInStrings } from "./strings.ts";
import { strings } from "../../ui/strings.ts";
import { MsalSignIn } from "./MsalSignIn.tsx";
import { TokenSignIn } from "./TokenSignIn.tsx";

/** Sign-in to the open stamp: a line while signed in, otherwise a bar. `asked`: the stamp requires sign-in now. */
export function SignIn({ asked }: { asked: boolean }) {
  const { stamp } = useSession();
  if (stamp.auth.kind === "msal") return <MsalSignIn auth={stamp.auth} asked={asked} />;
  if (stamp.auth.kind === "token") return <TokenSignIn asked={asked} />;
  return asked && <ProxySignIn />;
}

/** Somebody before this page signs in; here it can only be tried again. */
function ProxySignIn() {
  const refresh = useRefresh();
  return (
    <Notice
      tone="warning"
      title={signInStrings.title}
      actions={
        <Button size="small" onClick={refresh}>
          {strings.retry}
        </Button>
      }
    >
      {signInStrings.proxy}
    </Notice>
  );
}
