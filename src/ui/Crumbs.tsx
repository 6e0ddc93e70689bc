import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem } from "@fluentui/react-components";
import { Fragment } from "react";
import { AppLink } from "./AppLink.tsx";
import { strings } from "./strings.ts";

export interface CrumbsProps {
  /** The pages above this one, outermost first. */
  path: readonly { label: string; to: string }[];
  current: string;
}

/** Where a page stands in the portal. */
export function Crumbs({ path, current }: CrumbsProps) {
  return (
    <Breadcrumb aria-label={strings.nav.breadcrumb} size="small">
      {path.map(({ label, to }) => (
        <Fragment key={label}>
          <BreadcrumbItem>
            <AppLink to={to}>{label}</AppLink>
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
