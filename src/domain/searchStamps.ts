import type { Stamp } from "./stamp.ts";

/** The stamps whose title, id or region contains every word of the text, in order. Ignores case and accents. */
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
