/** The toolbar's choices: theme, colour scheme and language, put on the page as a host would. */
import type { Decorator, Preview } from '@storybook/web-components-vite';

const sheets = import.meta.glob<string>('../themes/*.css', {
  // As they are: a build for older browsers would take light-dark() apart.
  query: '?raw',
  import: 'default',
  eager: true,
});
const themes = Object.fromEntries(
  Object.entries(sheets).map(([path, css]) => [path.replace(/^.*\/(.+)\.css$/, '$1'), css]),
);

const style = document.createElement('style');

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [...Object.keys(themes), 'none'].map((value) => ({ value, title: `theme: ${value}` })),
    },
  },
  scheme: {
    description: 'Colour scheme',
    toolbar: { icon: 'contrast', dynamicTitle: true, items: ['light', 'dark'] },
  },
  language: {
    description: 'Language',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'da', title: 'Dansk' },
        { value: 'en', title: 'English' },
      ],
    },
  },
};

export const initialGlobals = { theme: 'base', scheme: 'light', language: 'da' };

export const withAppearance: Decorator = (story, { globals }) => {
  const { theme, scheme, language } = globals as typeof initialGlobals;
  const root = document.documentElement;
  root.lang = language;
  root.style.colorScheme = scheme;
  // A theme of a portal holds only what it has otherwise than the base.
  style.textContent = theme === 'none' ? '' : `${themes['base'] ?? ''}\n${themes[theme] ?? ''}`;
  document.head.append(style);
  return story();
};
