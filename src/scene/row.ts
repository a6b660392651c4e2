/** A time as the ledger has it. */
export interface Time {
  text: string;
  /** `minute`, `about`, `span`, `part of day`, `day` and longer ones. */
  precision: string;
  /** First and last minute it can mean, in UTC+3: `2025-05-15T03:15`. */
  from: string;
  to: string;
}

/** One line of the list, table and data file that say in words what a picture shows. */
export interface Row {
  /** The id of the mark in the picture. */
  id: string;
  name: string;
  /** The side whose shape stands before the name. */
  party?: string;
  /** Left out where nothing is more or less sure, as in a table of what was said. */
  status?: string;
  /** It is what somebody said: then that it was said is all that happened. */
  said?: boolean;
  sentence: string;
  /** As the reader reads them: `15 May 2025, 03:15`. */
  happened: string;
  known: string;
  /** The same times for programs, one for each thing that the row tells. */
  times: { happened: readonly Time[]; known: readonly Time[] };
  /** Where it was, where the name does not say so: `Atatürk Airport`. */
  where?: string;
  /** Latitude and longitude in degrees, where there is a position. */
  position?: readonly [number, number];
  /** What else to know: `Position approximate`. */
  note?: string;
  /** What became of it, where that is told apart from what was known. */
  later?: string;
  /** Ids of claims and sources. */
  claims: string[];
  sources: string[];
}
