import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Stamp } from "../domain/stamp.ts";
import { FleetOverview } from "../features/fleet/FleetOverview.tsx";
import { fleetStrings } from "../features/fleet/strings.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { AppLink } from "../ui/AppLink.tsx";
import { Blade } from "../ui/Blade.tsx";
import { strings } from "../ui/strings.ts";
import { alertsPath, backupPath, SERVICES_PATH } from "./paths.ts";

export interface FleetPageProps {
  stamps: readonly Stamp[];
  sessionOf: (stamp: Stamp) => StampSession;
}

/** All stamps of this console, worst first. */
export function FleetPage({ stamps, sessionOf }: FleetPageProps) {
  const { stamp } = useSession();
  const [, navigate] = useLocation();
  useEffect(() => {
    document.title = fleetStrings.documentTitle;
  }, []);
  return (
    <Blade
      title={fleetStrings.title}
      subtitle={strings.blade}
      closeLabel={fleetStrings.close}
      onClose={() => navigate(backupPath(stamp.id))}
      breadcrumb={
        <nav aria-label={strings.nav.breadcrumb} className="crumbs">
          <AppLink to={SERVICES_PATH}>{strings.home}</AppLink>
          <span aria-hidden>›</span>
          <span aria-current="page">{fleetStrings.title}</span>
        </nav>
      }
      menu={null}
    >
      <FleetOverview stamps={stamps} sessionOf={sessionOf} hrefOf={backupPath} alertsHrefOf={alertsPath} />
    </Blade>
  );
}
