// A map as the documents of Observable Plot show it: geo for countries, dot, link and text for places.
import * as Plot from '@observablehq/plot';
import { feature } from 'topojson-client';

const fetched = (file) => fetch(file).then((response) => response.json());
const [world, { places, links, centre }] = await Promise.all([
  fetched('./countries-110m.json'),
  fetched('./places.json'),
]);
const width = document.querySelector('#map').clientWidth;

document.querySelector('#map').append(
  Plot.plot({
    width,
    height: 500,
    projection: {
      type: 'conic-conformal',
      parallels: [35, 55],
      rotate: [-centre[0], 0],
      domain: { type: 'MultiPoint', coordinates: places.map(({ at }) => at) },
      inset: 60,
    },
    marks: [
      Plot.geo(feature(world, world.objects.countries), { fill: '#f1ede4', stroke: '#b9b09d' }),
      Plot.link(links, {
        x1: (link) => link[0][0],
        y1: (link) => link[0][1],
        x2: (link) => link[1][0],
        y2: (link) => link[1][1],
        strokeDasharray: '1 4',
      }),
      Plot.dot(places, { x: ({ at }) => at[0], y: ({ at }) => at[1], r: 6, fill: 'black' }),
      Plot.text(places, {
        x: ({ at }) => at[0],
        y: ({ at }) => at[1],
        text: ({ name, names }) => [name, ...names.map((each) => each.name)].join('\n'),
        textAnchor: 'start',
        lineAnchor: 'top',
        dx: 10,
        dy: -6,
        stroke: '#fbfaf6',
        fill: 'black',
      }),
    ],
  }),
);
