import { useEffect, type RefObject } from "react";

interface Inline {
  element: HTMLElement;
  close: () => void;
}

/** What is open within the page and within panes, in the order in which it was opened. */
const open: Inline[] = [];

/**
 * Lets Escape close something inline: the innermost open thing, once. One that holds the focus goes first, then the one
 * opened last beside the focus; menus, popovers and panes above it close before it.
 */
export function useEscape(element: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    if (!element.current) return;
    const inline = { element: element.current, close };
    open.push(inline);
    // Captured, since a pane would close itself on the event's way up.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || innermost(event.target) !== inline) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      open.splice(open.indexOf(inline), 1);
      document.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [element, close]);
}

function innermost(target: EventTarget | null): Inline | undefined {
  // An open list of a combobox keeps the focus in its field.
  if (!(target instanceof Element) || target.matches("[role=combobox][aria-expanded=true]")) return undefined;
  return (
    open.findLast(({ element }) => element.contains(target)) ??
    open.findLast(({ element }) => layerOf(element) === layerOf(target))
  );
}

/** The dialog that contains an element, else the page's root, whose siblings are Fluent's portals. */
function layerOf(element: Element): Element {
  return element.closest("[role=dialog], body > *") ?? document.body;
}
