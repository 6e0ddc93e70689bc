import { useCallback, useSyncExternalStore } from "react";
import { useHashLocation } from "wouter/use-hash-location";

/** For wouter's Router: the path in the hash, without the query that may follow it. */
export function useHashPath(): ReturnType<typeof useHashLocation> {
  const [location, navigate] = useHashLocation();
  return [location.split("?", 1)[0] ?? location, navigate];
}

/** The query below "?" in the hash, and how to change it: in place, without another entry of the history. */
export function useHashQuery(): [query: string, setQuery: (query: string) => void] {
  const query = useSyncExternalStore(subscribe, currentQuery);
  const setQuery = useCallback((next: string) => {
    const path = location.hash.split("?", 1)[0] || "#/";
    history.replaceState(history.state, "", next === "" ? path : `${path}?${next}`);
    // Browsers say nothing of what a script replaced.
    dispatchEvent(new HashChangeEvent("hashchange"));
  }, []);
  return [query, setQuery];
}

/** One parameter of that query; null for none. */
export function useHashParam(name: string): [value: string | null, setValue: (value: string | null) => void] {
  const [query, setQuery] = useHashQuery();
  const params = new URLSearchParams(query);
  const setValue = (value: string | null) => {
    if (value === null) params.delete(name);
    else params.set(name, value);
    // A comma needs no escape in a query, and without one the address can be read.
    setQuery(params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":"));
  };
  return [params.get(name), setValue];
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

function currentQuery(): string {
  const at = location.hash.indexOf("?");
  return at === -1 ? "" : location.hash.slice(at + 1);
}
