import { useArrowNavigationGroup } from "@fluentui/react-components";

/**
 * Keeps Fluent's focus manager (tabster) alive once an overlay has used it. It is disposed with its last user, and
 * then never takes back the aria-hidden that it put on the page while the overlay was open.
 */
export function OverlayKeeper() {
  useArrowNavigationGroup();
  return null;
}
