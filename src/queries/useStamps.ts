import { use, useSyncExternalStore } from "react";
import { StampsContext, type ListedStamps, type Stamps } from "./stampList.ts";

/** The list of stamps and what opens them. Only below a provider. */
export function useStamps(): Stamps {
  const stamps = use(StampsContext);
  if (!stamps) throw new Error("useStamps is used outside StampsContext");
  return stamps;
}

/** The stamps as they are listed now. */
export function useListedStamps(): ListedStamps {
  const { list } = useStamps();
  return useSyncExternalStore(list.subscribe, list.get);
}
