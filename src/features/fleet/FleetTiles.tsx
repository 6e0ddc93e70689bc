import { ToggleButton } from "@fluentui/react-components";
import { isShownAs, type FleetShow } from "../../domain/fleet.ts";
import type { FleetEntry } from "./fleetEntries.ts";
import { formatNumber } from "../../ui/format.ts";
import styles from "./FleetFilters.module.css";
import { fleetStrings } from "./strings.ts";

const TILES: readonly FleetShow[] = ["all", "attention", "running", "silent", "signIn", "protected"];

export interface FleetTilesProps {
  entries: readonly FleetEntry[];
  show: FleetShow;
  onShow: (show: FleetShow) => void;
}

/** How many stamps are in which state; a press shows those alone, and again all. */
export function FleetTiles({ entries, show, onShow }: FleetTilesProps) {
  return (
    <div role="group" aria-label={fleetStrings.filter.tiles} className={styles["tiles"]}>
      {TILES.map((tile) => (
        <ToggleButton
          key={tile}
          className={styles["tile"] ?? ""}
          checked={show === tile}
          onClick={() => onShow(show === tile ? "all" : tile)}
        >
          <strong className={styles["number"]}>
            {formatNumber(entries.filter(({ state }) => isShownAs(state, tile)).length)}
          </strong>{" "}
          {tile === "all" ? fleetStrings.filter.allStamps : fleetStrings.show[tile]}
        </ToggleButton>
      ))}
    </div>
  );
}
