// `<network-views>`: walks the diagram with arrow keys, dims what is not looked at, filters and counts. The three views
// and the choice between them work without it.

const ARROWS: Record<string, [axis: 'node' | 'tie', step: number]> = {
  ArrowRight: ['node', 1],
  ArrowLeft: ['node', -1],
  ArrowDown: ['tie', 1],
  ArrowUp: ['tie', -1],
};

class NetworkViews extends HTMLElement {
  /** The actor whose ties the arrows walk. */
  private actor = '';

  connectedCallback(): void {
    const fields = this.querySelector<HTMLFieldSetElement>('.tie-filters');
    const help = this.querySelector<HTMLElement>('.walk-help');
    if (!fields || !help) return;
    fields.inert = help.inert = false;
    fields.addEventListener('change', () => this.filter());
    const frames = this.querySelector('.frames') as HTMLElement;
    this.name();
    this.filter();
    frames.addEventListener('keydown', (event) => this.walk(event as KeyboardEvent));
    frames.addEventListener('focusin', (event) => this.attend(event.target as Element));
    frames.addEventListener('focusout', () => this.attend(null));
    frames.addEventListener('pointerover', (event) => this.attend(event.target as Element));
    frames.addEventListener('pointerleave', () => this.attend(document.activeElement));
    // after the note at a mark has had its say
    document.addEventListener('click', (event) => this.open(event));
  }

  /** Ledger id of a link of the picture. */
  private idOf(link: Element | null | undefined): string {
    return link?.getAttribute('href')?.slice(`#${this.dataset.chart}-`.length) ?? '';
  }

  private linksIn(selector = ''): SVGAElement[] {
    return [...this.querySelectorAll<SVGAElement>(`.picture${selector} a`)];
  }

  /** The ends of a tie. */
  private endsOf(tie: string): string[] {
    return this.querySelector<HTMLElement>(`li[data-tie='${tie}']`)?.dataset.ends?.split(' ') ?? [];
  }

  /** The actors, those with most ties first: the order of the list. */
  private actors(): string[] {
    return [...this.querySelectorAll<HTMLElement>('.actor-ties')].map(
      ({ dataset }) => dataset.actor as string,
    );
  }

  private tiesOf(actor: string): string[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-actor='${actor}'] li:not([hidden])`)].map(
      ({ dataset }) => dataset.tie as string,
    );
  }

  /** A name for each link: who or what, how many ties, which of how many; what is seen is part of what is said. */
  private name(): void {
    const names = JSON.parse(this.dataset.actors ?? '{}') as Record<string, string>;
    const actors = this.actors();
    for (const link of this.linksIn()) {
      const id = this.idOf(link);
      const tie = this.querySelector(`li[data-tie='${id}']`);
      const said = names[id]
        ? `${names[id]}, ${this.text('of', actors.indexOf(id) + 1, actors.length)}`
        : `${tie?.querySelector('strong')?.textContent} ${tie?.querySelector('.chip')?.textContent}`;
      const seen = [...link.querySelectorAll('text')].map(({ textContent }) => textContent?.trim());
      link.setAttribute('aria-label', [`${said}.`, ...seen].join(' '));
    }
  }

  /** One stop of the Tab key in each frame, among what is shown. */
  private rove(to?: SVGAElement): void {
    const actors = this.actors();
    for (const frame of ['.narrow', '.wide']) {
      const links = this.linksIn(frame);
      const shown = links.filter((link) => !link.hasAttribute('hidden'));
      const stop =
        to && links.includes(to) ? to : shown.find((link) => link.getAttribute('tabindex') === '0');
      const first = shown.find((link) => this.idOf(link) === actors[0]) ?? shown[0];
      for (const link of links) link.setAttribute('tabindex', link === (stop ?? first) ? '0' : '-1');
    }
  }

  private text(word: 'of' | 'count', n: number, all: number): string {
    return (this.dataset[word] ?? '').replace('{n}', String(n)).replace('{all}', String(all));
  }

  private walk(event: KeyboardEvent): void {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    if (event.key === 'Escape') {
      this.querySelector<HTMLInputElement>('.view-choice :checked')?.focus();
      return;
    }
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const links = this.linksIn(link.closest('.wide') ? '.wide' : '.narrow').filter(
      (each) => !each.hasAttribute('hidden'),
    );
    const there = new Map(links.map((each) => [this.idOf(each), each]));
    const id = this.idOf(link);
    const ends = this.endsOf(id);
    const isTie = ends.length > 0;
    if (isTie && !ends.includes(this.actor)) this.actor = ends[0] as string;
    const drawn = this.actors().filter((actor) => there.has(actor));
    let next: string | undefined;
    if (drawn.length === 0) next = around([...there.keys()], id, arrow[1]);
    else if (arrow[0] === 'tie') {
      if (!isTie) this.actor = id;
      const ties = this.tiesOf(this.actor).filter((tie) => there.has(tie));
      next = isTie ? around(ties, id, arrow[1]) : ties.at(arrow[1] > 0 ? 0 : -1);
    } else if (isTie)
      next = arrow[1] > 0 ? ends.find((end) => end !== this.actor && there.has(end)) : this.actor;
    else next = around(drawn, id, arrow[1]);
    const target = there.get(next ?? '');
    if (!target) return;
    if (!isTie || this.endsOf(next as string).length === 0) this.actor = next as string;
    this.rove(target);
    target.focus();
  }

  /** What is looked at, with what it is tied to, stays; the rest steps back. */
  private attend(element: Element | null): void {
    const id = this.idOf(element?.closest('.picture a'));
    const ends = this.endsOf(id);
    const kept = new Set([id, ...ends]);
    if (id && ends.length === 0)
      for (const tie of this.tiesOf(id)) [tie, ...this.endsOf(tie)].forEach((each) => kept.add(each));
    for (const link of this.linksIn()) link.classList.toggle('away', id !== '' && !kept.has(this.idOf(link)));
  }

  /** A link into the list shows it. */
  private open(event: Event): void {
    const link = (event.target as Element).closest('a');
    const place = document.getElementById((link?.getAttribute('href') ?? '').replace(/^#/, ''));
    const radio = this.querySelector<HTMLInputElement>('[value=list]');
    if (!event.defaultPrevented && radio && place && this.contains(place)) radio.checked = true;
  }

  private filter(): void {
    const wanted = [...this.querySelectorAll<HTMLSelectElement>('.tie-filters select')].filter(
      ({ value }) => value,
    );
    const shown = new Set<string>();
    const all = new Set<string>();
    for (const row of this.querySelectorAll<HTMLElement>('[data-tie]')) {
      const fits = wanted.every(({ name, value }) => row.dataset[name]?.split(' ').includes(value));
      row.hidden = !fits;
      all.add(row.dataset.tie as string);
      if (fits) shown.add(row.dataset.tie as string);
    }
    for (const section of this.querySelectorAll<HTMLElement>('.actor-ties'))
      section.hidden = !section.querySelector('li:not([hidden])');
    const kept = new Set([...shown].flatMap((tie) => [tie, ...this.endsOf(tie)]));
    for (const link of this.linksIn()) link.toggleAttribute('hidden', !kept.has(this.idOf(link)));
    this.rove();
    const output = this.querySelector('output');
    if (output) output.textContent = this.text('count', shown.size, all.size);
  }
}

/** The neighbour in a list that closes on itself. */
const around = (list: string[], id: string, step: number): string | undefined =>
  list[(list.indexOf(id) + step + list.length) % list.length];

customElements.define('network-views', NetworkViews);

export {};
