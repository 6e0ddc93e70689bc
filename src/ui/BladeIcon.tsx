import { ServerFilled } from "@fluentui/react-icons/headless/svg/server";

/** The service's sign: a stamp's server. */
export function BladeIcon() {
  return (
    <span className="blade-icon" aria-hidden>
      <ServerFilled fontSize={28} />
    </span>
  );
}
