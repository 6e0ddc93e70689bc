import type { Stamp } from "./stamp.ts";

/** The stamps that hold every word of the text in their title, id or region, in their order; case and accents aside. */
export function searchStamps(stamps: readonly Stamp[], text: string): readonly Stamp[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return stamps;
  return stamps.filter(({ title, id, region }) => {
    const held = plain(`${title} ${id} ${region}`);
    return words.every((word) => held.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
