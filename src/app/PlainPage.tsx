import type { ReactNode } from "react";
import { Crumbs, type Crumb } from "../ui/Crumbs.tsx";
import { strings } from "../ui/strings.ts";
import { appStrings } from "./strings.ts";
import { SERVICES_PATH } from "./paths.ts";
import "./page.css";

const HOME: Crumb = { label: strings.home, to: SERVICES_PATH };
const SERVICES: Crumb = { label: appStrings.allServices, to: SERVICES_PATH };

export interface PlainPageProps {
  title: string;
  lead?: string;
  /** Pages on the way from All services to this one; null for All services itself. */
  trail: readonly Crumb[] | null;
  children: ReactNode;
}

/** A page of the portal outside the blade: breadcrumb, title, content. */
export function PlainPage({ title, lead, trail, children }: PlainPageProps) {
  return (
    <div className="shell-page">
      <header>
        <Crumbs trail={trail === null ? [HOME] : [HOME, SERVICES, ...trail]} current={title} />
        <h1 className="shell-title">{title}</h1>
        {lead && <p className="muted">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
