import { Link } from "@fluentui/react-components";
import type { AnchorHTMLAttributes } from "react";

export interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** Path of this page, as in app/paths.ts: "/redmond/backup". */
  to: string;
}

/** Fluent's Link to a place in this page. Addresses are in the hash, so the browser itself follows it. */
export function AppLink({ to, ...rest }: AppLinkProps) {
  return <Link {...rest} as="a" href={`#${to}`} />;
}
