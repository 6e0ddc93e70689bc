import { GridRegular } from "@fluentui/react-icons/headless/svg/grid";
import { ServerRegular } from "@fluentui/react-icons/headless/svg/server";
import type { ReactNode } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { AppLink } from "../ui/AppLink.tsx";
import { Card } from "../ui/Card.tsx";
import { paneStrings } from "./paneStrings.ts";
import { appStrings } from "./strings.ts";
import { backupPath, FLEET_PATH } from "./paths.ts";
import { PlainPage } from "./PlainPage.tsx";

const servicesStrings = paneStrings.services;

/** All services, by category, as in the portal; this console serves those of backup. */
export function AllServicesPage({ stamp }: { stamp: Stamp }) {
  return (
    <PlainPage title={appStrings.allServices} trail={null}>
      <section aria-labelledby="services-administration">
        <h2 id="services-administration" className="services-group">
          {servicesStrings.group}
        </h2>
        <div className="services">
          <Service
            icon={<ServerRegular fontSize={28} aria-hidden />}
            to={backupPath(stamp.id)}
            name={servicesStrings.backup}
            lead={servicesStrings.backupLead}
          />
          <Service
            icon={<GridRegular fontSize={28} aria-hidden />}
            to={FLEET_PATH}
            name={appStrings.allStamps}
            lead={servicesStrings.fleetLead}
          />
        </div>
      </section>
    </PlainPage>
  );
}

function Service({ icon, to, name, lead }: { icon: ReactNode; to: string; name: string; lead: string }) {
  return (
    <Card orientation="horizontal" className="service">
      <span className="blade-icon">{icon}</span>
      <div>
        <AppLink to={to}>{name}</AppLink>
        <p className="muted">{lead}</p>
      </div>
    </Card>
  );
}
