import { Link } from "@fluentui/react-components";
import { AppLink } from "./AppLink.tsx";
import { useIsNarrow } from "./breakpoints.ts";
import { strings } from "./strings.ts";

export interface Crumb {
  label: string;
  to: string;
}

export interface CrumbsProps {
  /** The pages above this one, outermost first. */
  trail: readonly Crumb[];
  current: string;
}

/** A page's position in the portal. Plain links: Fluent's Breadcrumb would add 2 KB to the first load. */
export function Crumbs({ trail, current }: CrumbsProps) {
  const narrow = useIsNarrow();
  return (
    <nav aria-label={strings.nav.breadcrumb} className="crumbs">
      {trail.map(({ label, to }) => (
        <span key={label}>
          {label === strings.home || narrow ? (
            <AppLink to={to}>{label}</AppLink>
          ) : (
            // The rail beside it has the link of this name.
            <Link onClick={() => (location.hash = to)}>{label}</Link>
          )}{" "}
          <span aria-hidden>›</span>
        </span>
      ))}
      <span aria-current="page">{current}</span>
    </nav>
  );
}
