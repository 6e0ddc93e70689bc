import { useState, type ReactNode } from "react";
import { AppLink } from "./AppLink.tsx";
import { lazyPart, whenIdle } from "./lazyPart.tsx";
import { strings } from "./strings.ts";

// Fluent's SearchBox is 3.6 of the first load's 145 KB, and the list is what the page was opened for.
const MenuSearch = lazyPart(() =>
  whenIdle().then(() => import("./MenuSearch.tsx").then((module) => module.MenuSearch)),
);

export interface MenuEntry {
  label: string;
  href: string;
  icon: ReactNode;
  current: boolean;
  /** Stands at the end of its line. */
  badge?: ReactNode;
  /** Heading of its group. */
  group: string | null;
}

/** The blade's menu with its search (Ctrl+/), as in the portal. */
export function BladeMenu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  const [sought, setSought] = useState("");
  const found = entries.filter((entry) => entry.label.toLowerCase().includes(sought.trim().toLowerCase()));
  const groups = [...new Set(found.map((entry) => entry.group))];
  return (
    <nav className="blade-menu" aria-label={label}>
      <MenuSearch value={sought} onChange={setSought} fallback={<div className="menu-search" />} />
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group !== null && <p className="menu-group">{group}</p>}
          <ul>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <li key={entry.label}>
                  <AppLink
                    to={entry.href}
                    className="menu-link"
                    aria-current={entry.current ? "page" : undefined}
                  >
                    <span className="menu-icon" aria-hidden>
                      {entry.icon}
                    </span>
                    {entry.label}
                    {entry.badge}
                  </AppLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && <p className="menu-group">{strings.nav.searchNone}</p>}
    </nav>
  );
}
