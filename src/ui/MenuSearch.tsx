import { SearchBox } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { strings } from "./strings.ts";

/** The search of the blade's menu; Ctrl+/ goes there, as in the portal. */
export function MenuSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
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
  return (
    <SearchBox
      ref={(element: HTMLInputElement | null) => {
        search.current = element;
      }}
      className="menu-search"
      placeholder={strings.nav.search}
      aria-label={strings.nav.search}
      value={value}
      onChange={(_, data) => onChange(data.value)}
    />
  );
}
