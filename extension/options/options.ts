import { render } from 'lit';
import { browser } from '../pages/browser.ts';
import { createCommands } from '../pages/command.ts';
import { markLanguage } from '../pages/language.ts';
import { pagePorts } from '../pages/page-ports.ts';
import { pageSpeaking } from '../pages/page-speaking.ts';
import { createOptions, type OptionsEdges, type Shown } from './page.ts';
import { pageView } from './views/page-view.ts';
import { themeEdges } from './themes/theme-edges.ts';

const { storage, permissions, runtime, commands, tabs } = browser;
type Wanted = Parameters<typeof permissions.request>[0];

const isFirefox = runtime.getURL('').startsWith('moz-');
const shortcutsAddress = isFirefox ? 'about:addons' : 'chrome://extensions/shortcuts';

const ports = pagePorts(document);

const edges: OptionsEdges = {
  storage: storage as unknown as OptionsEdges['storage'],
  permissions: permissions as unknown as OptionsEdges['permissions'],
  ports,
  // The list says when it ends, not how long it takes: nothing to count down.
  isShown: () => false,
  hands: {
    send: createCommands((command) => runtime.sendMessage(command)),
    request: (needs) => permissions.request(needs as Wanted),
    remove: (needs) => permissions.remove(needs as Wanted),
  },
  version: runtime.getManifest().version,
  speaking: pageSpeaking(ports),
  hash: () => location.hash,
  onHash: (run) => addEventListener('hashchange', run),
  async shortcuts() {
    const all = await commands.getAll();
    return all.map(({ name = '', description, shortcut = '' }) => ({
      name: name === '_execute_action' ? '' : description || name,
      keys: shortcut,
    }));
  },
  shortcutsAddress,
  changeShortcuts() {
    const { openShortcutSettings } = commands as { openShortcutSettings?: () => Promise<void> };
    void (openShortcutSettings ? openShortcutSettings() : tabs.create({ url: shortcutsAddress }));
  },
  saveFile(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  },
  copy: (text) => navigator.clipboard.writeText(text),
  themes: themeEdges(storage.local),
};

let place: string | undefined;

function draw(shown: Shown): void {
  const words = shown.state === 'ready' ? shown.scene.words : shown.words;
  markLanguage(document, words);
  const { title, content } = pageView(shown);
  if (document.title !== title) document.title = title;
  render(content, document.body);
  for (const dialog of document.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();

  // Another place: what it is about is read first, as after following a link.
  const next = shown.state === 'ready' ? location.hash : undefined;
  if (place !== undefined && next !== undefined && next !== place) {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus();
  }
  place = next ?? place;
}

const { hasUnsaved } = createOptions(edges, draw);

addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault();
});
