/** One line of the list, table and data file that say in words what a picture shows. */
export interface Row {
  /** The id of the mark in the picture. */
  id: string;
  name: string;
  /** The side whose shape stands before the name. */
  party?: string;
  status: string;
  sentence: string;
  /** As the reader reads them: `15 May 2025, 03:15`. */
  happened: string;
  known: string;
  /** Latitude and longitude in degrees, where there is a position. */
  position?: readonly [number, number];
  /** What to know about the position. */
  positionNote?: string;
  /** Ids of claims and sources. */
  claims: string[];
  sources: string[];
}
