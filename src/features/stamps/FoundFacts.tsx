import type { FoundStamp } from "../../api/discovery.ts";
import { Facts } from "../../ui/Facts.tsx";
import { stampStrings } from "./strings.ts";

const words = stampStrings.page;
const signIn = stampStrings.signIn;

/** What a stamp told of itself. */
export function FoundFacts({ found: { stamp, login, apiVersionBy } }: { found: FoundStamp }) {
  const told = login ? signIn.at(signIn[login.provider], login.loginEndpoint) : signIn.unknown;
  return (
    <Facts
      facts={[
        { label: words.address, value: <bdi className="mono">{stamp.armBase}</bdi> },
        { label: words.region, value: <bdi>{stamp.region}</bdi> },
        { label: words.subscription, value: <bdi className="mono">{stamp.subscriptionId}</bdi> },
        { label: words.apiVersion, value: stampStrings.version[apiVersionBy](stamp.apiVersion) },
        {
          label: words.signIn,
          value: (
            <>
              {signIn[stamp.auth.kind]}
              <br />
              <span className="muted">
                {signIn.accounts}: <bdi>{told}</bdi>
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
