import { Link } from "wouter";
import type { Stamp } from "../domain/stamp.ts";
import { paneStrings } from "../ui/paneStrings.ts";
import { strings } from "../ui/strings.ts";
import { BladeIcon } from "../ui/BladeIcon.tsx";
import { backupPath, FLEET_PATH } from "./paths.ts";
import "./page.css";

const words = paneStrings.services;

/** All services, by category, as in the portal; this console serves one of them. */
export function AllServicesPage({ stamp }: { stamp: Stamp }) {
  return (
    <div className="shell-page">
      <h1 className="shell-title">{strings.allServices}</h1>
      <p className="muted">{words.lead}</p>
      <section aria-labelledby="services-administration" className="services">
        <h2 id="services-administration" className="services-group">
          {words.group}
        </h2>
        <div className="service">
          <BladeIcon />
          <div>
            <Link href={backupPath(stamp.id)}>{words.backup}</Link>
            <p className="muted">{words.backupLead}</p>
          </div>
        </div>
        <div className="service">
          <BladeIcon />
          <div>
            <Link href={FLEET_PATH}>{strings.allStamps}</Link>
            <p className="muted">{words.fleetLead}</p>
          </div>
        </div>
      </section>
    </div>
  );
}
