/**
 * Whether the page has lost its network since it was loaded: `offline` cuts it until `online`. A page that was
 * loaded without a network never had one to lose, so a demo works offline.
 */
export function watchConnection(page: EventTarget): () => boolean {
  let cut = false;
  page.addEventListener("offline", () => {
    cut = true;
  });
  page.addEventListener("online", () => {
    cut = false;
  });
  return () => cut;
}
