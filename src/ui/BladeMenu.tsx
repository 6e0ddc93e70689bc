import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { strings } from "./strings.ts";

export interface MenuEntry {
  label: string;
  href: string;
  icon: ReactNode;
  current: boolean;
  /** Stands at the end of its line. */
  badge?: ReactNode;
  /** Heading under which it stands. */
  group: string | null;
}

/** The blade's menu with its search (Ctrl+/), as in the portal. */
export function BladeMenu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  const [sought, setSought] = useState("");
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== "/") return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const found = entries.filter((entry) => entry.label.toLowerCase().includes(sought.trim().toLowerCase()));
  const groups = [...new Set(found.map((entry) => entry.group))];
  return (
    <nav className="blade-menu" aria-label={label}>
      <input
        ref={search}
        type="search"
        className="menu-search"
        placeholder={strings.nav.search}
        aria-label={strings.nav.search}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group !== null && <p className="menu-group">{group}</p>}
          <ul>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <li key={entry.href}>
                  <Link
                    href={entry.href}
                    className="menu-link"
                    aria-current={entry.current ? "page" : undefined}
                  >
                    {entry.icon}
                    {entry.label}
                    {entry.badge}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && <p className="menu-group">{strings.nav.searchNone}</p>}
    </nav>
  );
}
