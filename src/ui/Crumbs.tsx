import { Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem } from "@fluentui/react-components";
import { Fragment } from "react";
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

/** Where a page stands in the portal. */
export function Crumbs({ trail, current }: CrumbsProps) {
  const narrow = useIsNarrow();
  return (
    <Breadcrumb aria-label={strings.nav.breadcrumb} size="small">
      {trail.map(({ label, to }) => (
        <Fragment key={label}>
          <BreadcrumbItem>
            {label === strings.home || narrow ? (
              <AppLink to={to}>{label}</AppLink>
            ) : (
              // The rail has the link of this name.
              <BreadcrumbButton onClick={() => (location.hash = to)}>{label}</BreadcrumbButton>
            )}
          </BreadcrumbItem>
          <BreadcrumbDivider />
        </Fragment>
      ))}
      <BreadcrumbItem>
        <span aria-current="page">{current}</span>
      </BreadcrumbItem>
    </Breadcrumb>
  );
}
