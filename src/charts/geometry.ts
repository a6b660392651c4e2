import type { Topology } from 'topojson-specification';

/** A file of `content/geo/`: TopoJSON in degrees, with the layer `districts`. */
export type Geometry = Topology;
