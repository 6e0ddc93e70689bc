import { DatabaseArrowDownFilled } from "@fluentui/react-icons/headless/svg/database-arrow-down";

/** The service's sign: data going into a store. */
export function BladeIcon() {
  return (
    <span className="blade-icon" aria-hidden>
      <DatabaseArrowDownFilled fontSize={28} />
    </span>
  );
}
