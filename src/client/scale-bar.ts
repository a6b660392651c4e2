/** Sets the scale bar of a picture for a ground that is enlarged `k` times: again a round number, about as long. */
export function setScaleBar(picture: SVGSVGElement, k: number): void {
  const bar = picture.querySelector<SVGPathElement>('path.scale');
  const text = bar?.parentElement?.querySelector<SVGTextElement>('text');
  if (!bar || !text) return;
  const built =
    (bar.dataset.built ??= `${bar.getAttribute('d')}|${text.getAttribute('x')}|${text.textContent}`);
  const [path = '', x = '', words = ''] = built.split('|');
  const km = Number(/[\d.,]+/.exec(words)?.[0].replace(',', ''));
  const length = Number(/h([\d.]+)/.exec(path)?.[1]);
  if (!km || !length) return;
  const wanted = km / k;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const round = k === 1 ? km : power * ([5, 2, 1].find((step) => step * power <= wanted * 1.001) ?? 1);
  const long = (length * k * round) / km;
  bar.setAttribute('d', path.replace(/h[\d.]+/, `h${long}`));
  text.setAttribute('x', String(Number(x) + long - length));
  text.textContent = words.replace(/[\d.,]+/, round.toLocaleString(document.documentElement.lang));
}
