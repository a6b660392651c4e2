/**
 * Keeps the hatching of a ground at its size while the ground is enlarged: a pattern of its own, for it would grow with
 * what it fills.
 */
export function keepHatch(picture: SVGSVGElement, scale: number): void {
  const name = picture.querySelector(':scope > use')?.getAttribute('href')?.slice(1);
  const hatched = name && document.getElementById(name)?.querySelector<SVGUseElement>('.occupied');
  const shared = document.getElementById('hatch');
  if (!hatched || !shared) return;
  let own = document.getElementById(`${name}-hatch`);
  if (!own) {
    own = shared.cloneNode(true) as HTMLElement;
    own.id = `${name}-hatch`;
    shared.after(own);
    hatched.style.fill = `url(#${own.id})`;
  }
  own.setAttribute('patternTransform', `rotate(45) scale(${1 / scale})`);
}
