import { useEffect, useRef, useState } from "react";

/** What Back led to, which is the entry below this page then. */
const BELOW = "below";
/** Before the key of an entry of the history, which Back was kept from going to. */
const ENTRY = "entry:";

export interface LeaveGuard {
  /** Whether leaving needs confirmation now. */
  asking: boolean;
  leave: () => void;
  stay: () => void;
}

/**
 * Keeps this page's address while `active`: links, closing, another stamp and Back all change the hash, so they are met
 * here before the router hears of them. The address is put right at once, since any answer that is drawn meanwhile reads
 * it, and no entry of the history but one just made is written over. Closing or reloading the tab is asked by the browser.
 */
export function useLeaveGuard(active: boolean): LeaveGuard {
  /** Where somebody wanted to go: the address of a step of the router's, BELOW, or ENTRY and a key. */
  const [requestedHash, setRequestedHash] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!active || left) return;
    const here = location.href;
    const onMove = (event: Event) => {
      if (location.href === here) return;
      // In the capture phase, and so before the router's own listener on the same target.
      event.stopImmediatePropagation();
      opener.current = document.activeElement;
      if (event.isTrusted) {
        // Back, Forward or a typed address: its entry stays, and this page stands on top of it again.
        setRequestedHash(BELOW);
        history.pushState(null, "", here);
      } else {
        // The router's own step made a new entry, which this page turns into itself and leaves.
        setRequestedHash(location.href);
        history.replaceState(null, "", here);
        history.back();
      }
    };
    // Where the browser lets Back, Forward and their lists be called off, the history stays whole.
    const onNavigate = (event: NavigateEvent) => {
      const { navigationType, cancelable, destination } = event;
      if (navigationType !== "traverse" || !cancelable || destination.url === here) return;
      event.preventDefault();
      opener.current = document.activeElement;
      setRequestedHash(ENTRY + destination.key);
    };
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // The router's own steps are told by hashchange at once; Back and plain links first by popstate, and by hashchange
    // only after others may have read the new address.
    window.addEventListener("popstate", onMove, { capture: true });
    window.addEventListener("hashchange", onMove, { capture: true });
    window.addEventListener("beforeunload", onBeforeUnload);
    navigationOf(window)?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("popstate", onMove, { capture: true });
      window.removeEventListener("hashchange", onMove, { capture: true });
      window.removeEventListener("beforeunload", onBeforeUnload);
      navigationOf(window)?.removeEventListener("navigate", onNavigate);
    };
  }, [active, left]);
  // Only once the listeners are gone.
  useEffect(() => {
    if (!left || requestedHash === null) return;
    if (requestedHash === BELOW) history.back();
    else if (requestedHash.startsWith(ENTRY))
      navigationOf(window)?.traverseTo(requestedHash.slice(ENTRY.length));
    else location.href = requestedHash;
  }, [left, requestedHash]);
  return {
    asking: requestedHash !== null && !left,
    leave: () => setLeft(true),
    stay: () => {
      setRequestedHash(null);
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}

/** The browser's Navigation API, which older ones lack. */
function navigationOf(page: { navigation?: Navigation }): Navigation | undefined {
  return page.navigation;
}
