/** Light or dark, normal or large type: this computer's own choice, kept beside the program. */
export type Theme = 'system' | 'light' | 'dark';
export type TypeSize = 'normal' | 'large';

const THEME = 'theme';
const SIZE = 'type-size';

class Looks {
  theme = $state<Theme>('system');
  size = $state<TypeSize>('normal');

  /** Takes up what was chosen last and follows the system where nothing was. */
  start(): void {
    const theme = localStorage.getItem(THEME);
    if (theme === 'light' || theme === 'dark') this.theme = theme;
    if (localStorage.getItem(SIZE) === 'large') this.size = 'large';
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#show());
    this.#show();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    localStorage.setItem(THEME, theme);
    this.#show();
  }

  setSize(size: TypeSize): void {
    this.size = size;
    localStorage.setItem(SIZE, size);
    this.#show();
  }

  #show(): void {
    const dark = this.theme === 'dark' || (this.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    document.documentElement.dataset['size'] = this.size;
  }
}

export const looks = new Looks();
