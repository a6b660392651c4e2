// Makes the files in content/geo/ from pinned packages. Run `npm run make:geo`; the same command gives the same bytes.
import { writeFileSync } from 'node:fs';
import { makeMoscow } from './geo-moscow.ts';
import { makeRegion } from './geo-region.ts';
import { CITIES, makeCity } from './geo-turkey.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** Every geometry by the name of its file. */
export const GEOMETRIES: Record<string, (workshop: Workshop) => Promise<string>> = {
  ...Object.fromEntries(
    Object.entries(CITIES).map(([name, city]) => [name, (workshop: Workshop) => makeCity(workshop, city)]),
  ),
  region: makeRegion,
  moscow: makeMoscow,
};

if (import.meta.main) {
  const workshop = await openWorkshop();
  for (const [name, make] of Object.entries(GEOMETRIES))
    writeFileSync(`content/geo/${name}.json`, await make(workshop));
}
