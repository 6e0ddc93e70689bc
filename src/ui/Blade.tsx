import { DatabaseArrowDownFilled } from "@fluentui/react-icons/headless/svg/database-arrow-down";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import type { ReactNode } from "react";
import { Button } from "@fluentui/react-components";

export interface BladeProps {
  title: string;
  subtitle: string;
  breadcrumb: ReactNode;
  menu: ReactNode;
  closeLabel: string;
  onClose: () => void;
  /** A second blade beside this one. */
  side?: ReactNode;
  children: ReactNode;
}

/** The portal's blade: breadcrumb, title, region, close, menu, body. */
export function Blade({
  title,
  subtitle,
  breadcrumb,
  menu,
  closeLabel,
  onClose,
  side,
  children,
}: BladeProps) {
  return (
    <>
      <header className="blade-head">
        {breadcrumb}
        <div className="blade-row">
          <span className="blade-icon" aria-hidden>
            <DatabaseArrowDownFilled fontSize={28} />
          </span>
          <div>
            <h1 className="blade-title">{title}</h1>
            <p className="blade-region">{subtitle}</p>
          </div>
          <Button
            className="blade-close"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={closeLabel}
            onClick={onClose}
          />
        </div>
      </header>
      <div className={side ? "blade-columns blade-columns-side" : "blade-columns"}>
        {menu}
        <div className="blade-body">{children}</div>
        {side && <div className="blade-side">{side}</div>}
      </div>
    </>
  );
}

/** The scrolling part of a blade; its command bar and confirmations stay in place. */
export function BladeContent({
  className = "",
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) {
  return <div className={`blade-content ${className}`}>{children}</div>;
}
