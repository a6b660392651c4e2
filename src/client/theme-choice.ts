// Keeps the reader's choice of colours on the device, once one is made. Runs in the head, before the first paint.
{
  const KEY = 'theme';
  const root = document.documentElement;

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
    if (value === 'light' || value === 'dark') root.dataset.theme = value;
    else delete root.dataset.theme;
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
