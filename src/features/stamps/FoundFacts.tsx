import type { FoundStamp } from "../../api/findStamp.ts";
import { Facts } from "../../ui/Facts.tsx";
import { stampStrings } from "./strings.ts";

const pageStrings = stampStrings.page;
const signIn = stampStrings.signIn;

/** What was detected of a stamp. */
export function FoundFacts({ found: { stamp, login, apiVersionBy } }: { found: FoundStamp }) {
  const provider = login ? signIn.at(signIn[login.provider], login.loginEndpoint) : signIn.unknown;
  return (
    <Facts
      facts={[
        { label: pageStrings.address, value: <bdi className="mono">{stamp.armBase}</bdi> },
        { label: pageStrings.region, value: <bdi>{stamp.region}</bdi> },
        { label: pageStrings.subscription, value: <bdi className="mono">{stamp.subscriptionId}</bdi> },
        { label: pageStrings.apiVersion, value: stampStrings.version[apiVersionBy](stamp.apiVersion) },
        {
          label: pageStrings.signIn,
          value: (
            <>
              {signIn[stamp.auth.kind]}
              <br />
              <span className="muted">
                {signIn.accounts}: <bdi>{provider}</bdi>
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
