import { Button } from "@fluentui/react-components";
import { AppsListRegular } from "@fluentui/react-icons/headless/svg/apps-list";
import { GridRegular } from "@fluentui/react-icons/headless/svg/grid";
import { NavigationRegular } from "@fluentui/react-icons/headless/svg/navigation";
import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { Stamp } from "../domain/stamp.ts";
import { strings } from "../ui/strings.ts";
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
  const [railOpen, setRailOpen] = useState(false);
  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={focusContent}>
        {strings.nav.skip}
      </a>
      <header className="bar">
        <Button
          appearance="transparent"
          className="bar-button"
          icon={<NavigationRegular />}
          aria-label={strings.nav.toggle}
          aria-expanded={railOpen}
          onClick={() => setRailOpen(!railOpen)}
        />
        <span className="bar-product">{strings.product}</span>
        <span className="bar-part">{strings.productPart}</span>
        <div className="bar-tools">
          <StampPicker current={current} />
          <BarTools />
        </div>
      </header>
      {DemoBanner && mocked && (
        <DemoBanner mocked={mocked} fallback={<div className="demo-banner">{strings.mockedStamp}</div>} />
      )}
      <div className="shell-columns">
        <nav className={railOpen ? "rail rail-open" : "rail"} aria-label={strings.nav.label}>
          <Link href={SERVICES_PATH} className="rail-link" onClick={() => setRailOpen(false)}>
            <AppsListRegular fontSize={20} aria-hidden />
            {strings.allServices}
          </Link>
          <Link href={FLEET_PATH} className="rail-link" onClick={() => setRailOpen(false)}>
            <GridRegular fontSize={20} aria-hidden />
            {strings.allStamps}
          </Link>
        </nav>
        <main id="content" tabIndex={-1} className="content">
          {children}
        </main>
        {DemoSide && mocked && <DemoSide mocked={mocked} />}
      </div>
    </div>
  );
}

/** "#content" would be taken for an address of this page, so the skip link moves the focus itself. */
function focusContent(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
