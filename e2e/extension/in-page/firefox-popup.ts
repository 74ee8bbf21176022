/** These run with all rights of Firefox: WebDriver's commands reach only tabs, its parts reach the popup, too. */
interface Actor {
  executeScript(script: string, given: unknown[], how: object): Promise<unknown>;
  clickElement(element: unknown, capabilities: object): Promise<void>;
  sendKeysToElement(element: unknown, keys: string, capabilities: object): Promise<void>;
}

interface Internals {
  Services: { wm: { getMostRecentWindow(type: string): Window } };
  WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
  ChromeUtils: {
    importESModule(path: string): {
      ExtensionParent: {
        apiManager: {
          global: { browserActionFor(extension: unknown): { triggerAction(window: Window): Promise<void> } };
        };
      };
    };
  };
}

export async function pressToolbarButton(id: string): Promise<void> {
  const { Services, WebExtensionPolicy, ChromeUtils } = globalThis as unknown as Internals;
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** @param text Keys to type into what `script` returns; it is clicked where there is none. */
export async function inPopup(
  script: string,
  given: unknown[],
  how: 'run' | 'click' | 'type',
  text: string,
): Promise<unknown> {
  const { Services } = globalThis as unknown as Internals;
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const popups = document.querySelectorAll('browser[webextension-view-type=popup]');
  const popup = [...popups].at(-1) as unknown as
    { browsingContext: { currentWindowGlobal: { getActor(name: string): Actor } } } | undefined;
  if (!popup) throw new Error('No popup is open.');
  const actor = popup.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const capabilities = { toJSON: () => ({}) };
  const result = await actor.executeScript(script, given, {
    async: how === 'run',
    sandboxName: null,
    timeout: 10_000,
  });
  if (how === 'click') await actor.clickElement(result, capabilities);
  if (how === 'type') await actor.sendKeysToElement(result, text, capabilities);
  return how === 'run' ? result : undefined;
}
