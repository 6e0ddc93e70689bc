import { AppLink } from "./AppLink.tsx";
import { strings } from "./strings.ts";

export interface Crumb {
  label: string;
  to: string;
}

/** Home › All services › this page. A list of links: Fluent's Breadcrumb adds buttons and icons that no page here has. */
export function Crumbs({ trail, current }: { trail: readonly Crumb[]; current: string }) {
  return (
    <nav aria-label={strings.nav.breadcrumb} className="crumbs">
      {trail.map(({ label, to }) => (
        <span key={label}>
          <AppLink to={to}>{label}</AppLink> <span aria-hidden>›</span>
        </span>
      ))}
      <span aria-current="page">{current}</span>
    </nav>
  );
}
