// In an embed: takes `?theme=light|dark|auto` from the address. Anything else is left alone. Nothing is stored.
{
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
