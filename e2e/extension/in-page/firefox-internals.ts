/** These run with all rights of Firefox itself, and use what its own tests use. */
import type { Access } from './api.ts';

interface Extension {
  backgroundState: string;
  terminateBackground(how: object): Promise<void>;
}

interface Internals {
  WebExtensionPolicy: { getByID(id: string): { extension: Extension } };
  ChromeUtils: {
    importESModule(path: string): {
      ExtensionPermissions: Record<
        'add' | 'remove',
        (id: string, access: object, extension: Extension) => Promise<void>
      >;
    };
  };
}

export async function changeAccess(id: string, how: 'add' | 'remove', access: Access): Promise<void> {
  const { WebExtensionPolicy, ChromeUtils } = globalThis as unknown as Internals;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { origins = [], permissions = [] } = access;
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions[how](id, { origins, permissions, data_collection: [] }, extension);
}

export async function terminate(id: string): Promise<void> {
  const { WebExtensionPolicy } = globalThis as unknown as Internals;
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

export function isRunning(id: string): boolean {
  const { WebExtensionPolicy } = globalThis as unknown as Internals;
  return WebExtensionPolicy.getByID(id).extension.backgroundState === 'running';
}
