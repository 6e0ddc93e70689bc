import { use, useEffect } from "react";
import { useStore } from "../store.ts";
import { findListed } from "./findListed.ts";
import { StampsContext, type ListedStamps, type Stamps } from "./stampList.ts";

/** The list of stamps and their sessions. Requires a provider. */
export function useStamps(): Stamps {
  const stamps = use(StampsContext);
  if (!stamps) throw new Error("useStamps is used outside StampsContext");
  return stamps;
}

/** The stamps currently listed. */
export function useListedStamps(): ListedStamps {
  return useStore(useStamps().list);
}

/** Finds the stamps of stamps.json that aren't found yet; for components that show the progress. */
export function useFindListed(): void {
  const stamps = useStamps();
  useEffect(() => void findListed(stamps), [stamps]);
}
