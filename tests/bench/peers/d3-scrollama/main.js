// A scrolling story as the documents of scrollama, d3-geo and world-atlas show it: the page fetches countries and
// places, draws them, and moves the map at every step.
import { geoConicConformal, geoPath, json, select } from 'd3';
import scrollama from 'scrollama';
import { feature } from 'topojson-client';
import './style.css';

const [world, { places, links, centre }] = await Promise.all([
  json('./countries-110m.json'),
  json('./places.json'),
]);
const svg = select('svg');
const projection = geoConicConformal()
  .parallels([35, 55])
  .rotate([-centre[0], 0])
  .center([0, centre[1]])
  .scale(1000)
  .translate([180, 250]);
const path = geoPath(projection);
const map = svg.append('g');

map
  .selectAll('.country')
  .data(feature(world, world.objects.countries).features)
  .join('path')
  .attr('class', 'country')
  .attr('d', path);
map
  .selectAll('.link')
  .data(links)
  .join('path')
  .attr('d', (coordinates) => path({ type: 'LineString', coordinates }))
  .attr('fill', 'none')
  .attr('stroke', 'black')
  .attr('stroke-dasharray', '1 4');
const mark = map
  .selectAll('.mark')
  .data(places)
  .join('g')
  .attr('class', 'mark')
  .attr('transform', ({ at }) => `translate(${projection(at)})`);
mark.append('circle').attr('r', 6);
mark
  .append('text')
  .attr('x', 10)
  .text(({ name }) => name);
mark
  .selectAll('.name')
  .data(({ names }) => names)
  .join('text')
  .attr('class', 'name')
  .attr('x', 10)
  .attr('y', (_, i) => 16 * (i + 1))
  .text(({ name }) => name)
  .attr('fill', ({ colour }) => colour);

scrollama()
  .setup({ step: '.step', offset: 0.8 })
  .onStepEnter(({ index }) => {
    const here = places[index % places.length];
    const [x, y] = projection(here.at);
    map
      .transition()
      .duration(800)
      .attr(
        'transform',
        `translate(180 250) scale(${index ? 1.5 : 1}) translate(${index ? [-x, -y] : '-180 -250'})`,
      );
    mark.classed('dim', (place) => index > 0 && place !== here);
  });
