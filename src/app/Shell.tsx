import { Button } from "@fluentui/react-components";
import { AppsListRegular } from "@fluentui/react-icons/headless/svg/apps-list";
import { GridRegular } from "@fluentui/react-icons/headless/svg/grid";
import { NavigationRegular } from "@fluentui/react-icons/headless/svg/navigation";
import { useState, type ReactElement, type ReactNode } from "react";
import { useRoute } from "wouter";
import type { Stamp } from "../domain/stamp.ts";
import { AppLink } from "../ui/AppLink.tsx";
import { useIsNarrow } from "../ui/breakpoints.ts";
import { appStrings } from "./strings.ts";
import type { MockedStamps } from "../features/demo/control.ts";
import { lazyPart } from "../ui/lazyPart.tsx";
import { BarTools } from "./BarTools.tsx";
import { FLEET_PATH, SERVICES_PATH } from "./paths.ts";
import { StampPicker } from "./StampPicker.tsx";
import "./shell.css";

// A build without mocks has no trace of the demo: the condition is a literal there, and the import is dropped.
const DemoBanner =
  import.meta.env.VITE_MOCKS === "true"
    ? lazyPart(() => import("./DemoBanner.tsx").then((module) => module.DemoBanner))
    : null;

const DemoSide =
  import.meta.env.VITE_MOCKS === "true"
    ? lazyPart(() => import("./DemoSide.tsx").then((module) => module.DemoSide))
    : null;

export interface ShellProps {
  current: Stamp;
  mocked: MockedStamps | null;
  children: ReactNode;
}

/** The portal around a page: top bar, banner of a mocked stamp, left rail. index.html paints the same before script. */
export function Shell({ current, mocked, children }: ShellProps) {
  const narrow = useIsNarrow();
  // Beside the content it is there from the start; over it, only on request.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const railOpen = wanted ?? !narrow;
  const onLink = () => narrow && setWanted(null);
  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={focusContent}>
        {appStrings.nav.skip}
      </a>
      <header className="bar">
        <Button
          appearance="transparent"
          className="bar-button"
          icon={<NavigationRegular />}
          aria-label={appStrings.nav.toggle}
          aria-expanded={railOpen}
          onClick={() => setWanted(!railOpen)}
        />
        <span className="bar-product">{appStrings.product}</span>
        <span className="bar-part">{appStrings.productPart}</span>
        <div className="bar-tools">
          <StampPicker current={current} />
          <BarTools />
        </div>
      </header>
      {DemoBanner && mocked && (
        <DemoBanner mocked={mocked} fallback={<div className="demo-banner">{appStrings.mockedStamp}</div>} />
      )}
      <div className="shell-columns">
        <nav hidden={!railOpen} className="rail" aria-label={appStrings.nav.label}>
          <RailLink
            to={SERVICES_PATH}
            label={appStrings.allServices}
            icon={<AppsListRegular />}
            onClick={onLink}
          />
          <RailLink to={FLEET_PATH} label={appStrings.allStamps} icon={<GridRegular />} onClick={onLink} />
        </nav>
        <main id="content" tabIndex={-1} className="content">
          {children}
        </main>
        {DemoSide && mocked && <DemoSide mocked={mocked} />}
      </div>
    </div>
  );
}

interface RailLinkProps {
  to: string;
  label: string;
  icon: ReactElement;
  onClick: () => void;
}

function RailLink({ to, label, icon, onClick }: RailLinkProps) {
  const [current] = useRoute(to);
  return (
    <AppLink to={to} className="rail-link" aria-current={current ? "page" : undefined} onClick={onClick}>
      <span className="rail-icon" aria-hidden>
        {icon}
      </span>
      {label}
    </AppLink>
  );
}

/** "#content" would be taken for an address of this page, so the skip link moves the focus itself. */
function focusContent(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
