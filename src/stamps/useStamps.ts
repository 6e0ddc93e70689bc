import { use, useEffect } from "react";
import { useStore } from "../store.ts";
import { findListed } from "./findListed.ts";
import { StampsContext, type ListedStamps, type Stamps } from "./stampList.ts";

/** The list of stamps and what opens them. Only below a provider. */
export function useStamps(): Stamps {
  const stamps = use(StampsContext);
  if (!stamps) throw new Error("useStamps is used outside StampsContext");
  return stamps;
}

/** The stamps as they are listed now. */
export function useListedStamps(): ListedStamps {
  return useStore(useStamps().list);
}

/** While stamps of stamps.json are still to be found, finds them; for the components that show how that goes. */
export function useFindListed(): void {
  const stamps = useStamps();
  useEffect(() => void findListed(stamps), [stamps]);
}
