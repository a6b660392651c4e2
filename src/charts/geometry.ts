import type { Topology } from 'topojson-specification';

/** A file of `content/geo/`: TopoJSON in degrees, with one of the layers `districts`, `countries` or `areas`. */
export type Geometry = Topology;
