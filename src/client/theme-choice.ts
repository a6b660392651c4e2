// Keeps the reader's choice of colours on the device, once one is made. Runs in the head, before the first paint.
{
  const KEY = 'theme';
  const root = document.documentElement;
  const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].map((meta) => ({
    meta,
    paper: meta.content,
  }));

  const kept = (): string | null => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is denied: the choice then holds for this page
    }
  };

  const keep = (value: string): void => {
    try {
      if (value === 'auto') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, value);
    } catch {
      /* as above */
    }
  };

  const apply = (value: string | null): void => {
    root.dataset.theme = value === 'light' || value === 'dark' ? value : 'auto';
    // the browser's own bar: light paper stands in the first meta, dark in the second
    const chosen = value === 'light' ? bars[0] : value === 'dark' ? bars[1] : undefined;
    for (const { meta, paper } of bars) meta.content = (chosen ?? { paper }).paper;
  };

  apply(kept());
  addEventListener('DOMContentLoaded', () => {
    const buttons = document.querySelectorAll<HTMLInputElement>('.theme-choice input');
    const value = kept();
    buttons.forEach((button) => {
      if (value) button.checked = button.value === value;
      button.addEventListener('change', () => {
        keep(button.value);
        apply(button.value);
      });
    });
  });
}
