import { z } from 'astro/zod';
import { dossier, names, ref, words } from './fields.ts';

/** A position: latitude, then longitude, in degrees, such as `[41.0391, 29.0003]`. */
export const position = z.tuple([
  z.number().min(-90, 'latitude is at least -90').max(90, 'latitude is at most 90'),
  z.number().min(-180, 'longitude is at least -180').max(180, 'longitude is at most 180'),
]);

/** Somewhere on a map. `content/ledger/places.yaml`, one entry per place. */
export const place = z.strictObject({
  /** The name in English text: `Dolmabahçe Palace`. */
  name: words,
  /** The short name for pictures: `Dolmabahçe`. */
  short: words.optional(),
  kind: z.enum([
    'city',
    'airport',
    'palace',
    'consulate',
    'ministry',
    'district',
    'water',
    'road',
    'country',
  ]),
  /** The city it lies in: from far away it goes by that name. */
  city: ref('places').optional(),
  names: names.optional(),
  /**
   * Where it is: latitude, longitude. Leave it out for a district, which is drawn from its outline, and for a place
   * whose position no source gives: such a place is never put on a map.
   */
  at: position.optional(),
  /** For a water, a second point: its name runs from `at` towards here. */
  towards: position.optional(),
  /** For a water or road that bends, its course instead: its name runs along it, `[[41.02, 29.0], [41.05, 29.03]]`. */
  along: z.array(position).min(2, 'needs at least two positions').optional(),
  /** `surveyed` when a register gives the position, `approximate` when it is general knowledge. */
  precision: z.enum(['surveyed', 'approximate']).optional(),
  /** Where the position is from: `OurAirports`, `GeoNames`, `general knowledge`. */
  positionFrom: words.optional(),
  dossier,
});
export type Place = z.output<typeof place>;
