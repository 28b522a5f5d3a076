import type { Page } from 'playwright-core';

/** What something is called: the beginning of it, or a pattern. */
export type Name = string | RegExp;
const exactly = (name: Name): RegExp => (typeof name === 'string' ? new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) : name);

/** How somebody works a page: each way of doing it can do the same. */
export interface Hands {
  press(name: Name): Promise<void>;
  write(label: string, text: string): Promise<void>;
  /** Takes the first answer of a choice that is still open. */
  choose(label: string): Promise<void>;
  tick(label: string): Promise<void>;
  file(button: string, name: string, bytes: Buffer): Promise<void>;
}

/** Somebody who cannot use a mouse: Tab, Enter, the space bar, arrows and letters, and nothing else. */
export class Keys implements Hands {
  constructor(private readonly page: Page) {}

  /** Tabs on until the focus is on what is called so. */
  private async to(name: Name): Promise<void> {
    const sought = exactly(name);
    for (let n = 0; n < 300; n++) {
      const at = await this.page.evaluate<string>(`(() => { const one = document.activeElement; return (one?.getAttribute('aria-label') || one?.labels?.[0]?.textContent || one?.textContent || '').trim(); })()`);
      if (sought.test(at) && (await this.page.evaluate<boolean>(`document.activeElement.matches('a, button, input, select, textarea')`))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key never came to ${String(sought)}.`);
  }

  async press(name: Name): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Enter');
  }

  async write(label: string, text: string): Promise<void> {
    await this.to(label);
    await this.page.keyboard.type(text);
  }

  async choose(label: string): Promise<void> {
    await this.to(label);
    await this.page.keyboard.press('ArrowDown');
  }

  async tick(label: string): Promise<void> {
    await this.to(label);
    await this.page.keyboard.press('Space');
  }

  async file(button: string, name: string, bytes: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)]);
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: bytes });
  }
}

/** Somebody with a phone in one hand. */
export class Thumb implements Hands {
  taps = 0;
  constructor(private readonly page: Page) {}

  async press(name: Name): Promise<void> {
    const sought = { name: exactly(name) };
    await this.page.getByRole('link', sought).or(this.page.getByRole('button', sought)).filter({ visible: true }).first().tap();
    this.taps += 1;
  }

  async write(label: string, text: string): Promise<void> {
    await this.page.getByLabel(exactly(label)).first().tap();
    await this.page.keyboard.type(text);
  }

  /** The list of a choice is the phone's own and no part of the page. */
  async choose(label: string): Promise<void> {
    const field = this.page.getByLabel(exactly(label)).first();
    await field.tap();
    await field.selectOption({ index: 1 });
  }

  async tick(label: string): Promise<void> {
    await this.page.getByLabel(exactly(label)).first().tap();
  }

  async file(button: string, name: string, bytes: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)]);
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: bytes });
  }
}
