import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import styles from "./lazyPart.module.css";
import { strings } from "./strings.ts";

/**
 * Where a lazy component stands: on the page itself, as rows of a table, over the page as a side pane, or out of sight,
 * where it fails silently.
 */
type PartPlace = "part" | "rows" | "pane" | "background";

/**
 * `preload` loads it before its first use, which then shows it at once: React shows a fallback even for what has just been
 * loaded, and nothing in its place for the next 300 ms. Raises what loading it raises.
 */
type LazyPart<Props> = ComponentType<Props & { fallback?: ReactNode }> & { preload: () => Promise<void> };

/**
 * A component that loads on first use; `fetchPartsWhenIdle` sees to it that this need not wait for a thin link. While it
 * loads, `fallback` stands in its place. One that cannot be loaded says so there, and can be tried again without a
 * reload of the page.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  place: PartPlace = "part",
): LazyPart<Props> {
  const importPart = (again = false) =>
    lazy(async () => {
      if (again) await askForMissingStyles();
      return { default: await load() };
    });
  let latest: ComponentType<Props> = importPart();
  function LazyPart({ fallback, ...props }: Props & { fallback?: ReactNode }) {
    const [Part, setPart] = useState(() => latest);
    const retry = () => {
      // React caches a lazy component's failure; a new one loads again.
      latest = importPart(true);
      setPart(() => latest);
    };
    return (
      <ErrorBoundary
        silent={place === "background"}
        onRetry={retry}
        frame={(notice) => FRAMES[place](notice, fallback)}
      >
        <Suspense fallback={fallback ?? (place === "pane" && <PaneLoading />)}>
          {/* The rest of Props & { fallback } without fallback is Props, which TypeScript does not work out. */}
          <Part {...(props as unknown as Props)} />
        </Suspense>
      </ErrorBoundary>
    );
  }
  return Object.assign(LazyPart, {
    preload: async () => {
      latest = await load();
    },
  });
}

/** Shown in place of a component that couldn't be loaded. */
const FRAMES: Record<PartPlace, (notice: ReactNode, fallback: ReactNode) => ReactNode> = {
  part: (notice) => notice,
  background: () => null,
  pane: (notice) => <div className={styles["pane"]}>{notice}</div>,
  rows: (notice, fallback) => (
    <>
      {fallback}
      <div role="row">
        <div role="gridcell">{notice}</div>
      </div>
    </>
  ),
};

/** A side pane that loads when it is first opened and then stays mounted, so that closing it gives the focus back. */
export function lazyPane<Props extends { open: boolean; onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded = false;
  const Pane = lazyPart(async () => {
    const component = await load();
    loaded = true;
    return component;
  }, "pane");
  return function LazyPane(props) {
    const [opened, setOpened] = useState(props.open);
    if (props.open && !opened) setOpened(true);
    useCloseUnloaded(props, () => loaded);
    return (props.open || (opened && loaded)) && <Pane {...props} />;
  };
}

/** Escape closes also a pane that is still loading, or could not be loaded. */
function useCloseUnloaded(pane: { open: boolean; onClose: () => void }, isLoaded: () => boolean): void {
  const { open, onClose } = pane;
  useEffect(() => {
    if (!open) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Escape" && !isLoaded()) onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

/** Vite requests a part's styles once, and treats a failed link as loaded. */
async function askForMissingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const missing = links.filter(({ sheet }) => sheet === null);
  await Promise.all(
    missing.map((failed) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = failed.href;
      const arrived = new Promise((done, fail) => {
        link.addEventListener("load", done);
        link.addEventListener("error", () => fail(new Error(`Unable to preload ${link.href}`)));
      });
      failed.replaceWith(link);
      return arrived;
    }),
  );
}

function PaneLoading() {
  return (
    <p className={styles["pane"]} role="status">
      {strings.loadingPart}
    </p>
  );
}

/** Resolves once the browser has nothing better to do. */
export const whenIdle = (): Promise<void> =>
  new Promise((done) => {
    if (window.requestIdleCallback) window.requestIdleCallback(() => done());
    else setTimeout(done, 2_000);
  });

/**
 * When the page is idle, fetches the files of all lazy parts into the browser's cache, one after the
 * other. Only fetched, not run: unopened parts cost neither time nor memory.
 */
export async function fetchPartsWhenIdle(): Promise<void> {
  await whenIdle();
  // Only builds have parts.json (.config/parts.ts).
  if (import.meta.env.DEV) return;
  try {
    const names: unknown = await (await fetch(new URL("parts.json", document.baseURI))).json();
    for (const name of Array.isArray(names) ? names : []) {
      await whenIdle();
      await (await fetch(new URL(String(name), document.baseURI), { priority: "low" })).arrayBuffer();
    }
  } catch {
    // A part that can't be fetched now is fetched when used, and its failure is shown there.
  }
}
