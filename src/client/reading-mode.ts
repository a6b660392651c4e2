// How the story is read: `scroll`, `step` or `flat`, as an attribute of the page. Runs in the head, before the first
// paint, so that nothing moves later. Without it the story is flat. The choice is kept on the device once one is made.
{
  const KEY = 'reading';
  const MODES = ['scroll', 'step', 'flat'];
  const CALM = '(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)';
  const root = document.documentElement;

  const kept = (): string | null => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is denied: the choice then holds for this page
    }
  };

  const keep = (mode: string): void => {
    try {
      localStorage.setItem(KEY, mode);
    } catch {
      /* as above */
    }
  };

  const saving = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  const chosen = kept() ?? '';
  root.dataset.reading = MODES.includes(chosen)
    ? chosen
    : matchMedia(CALM).matches || saving()
      ? 'flat'
      : 'scroll';

  /** Changes the mode and leaves the reader at the same place. */
  const change = (mode: string): void => {
    const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
    const here = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 2).pop();
    root.dataset.reading = mode;
    dispatchEvent(new Event('reading-change'));
    if (scrollY > 0) here?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };

  addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll<HTMLInputElement>('.reading-mode input').forEach((button) => {
      button.checked = button.value === root.dataset.reading;
      button.addEventListener('change', () => {
        keep(button.value);
        change(button.value);
      });
    });
  });
}
