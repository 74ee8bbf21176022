import type { ManifestV3Export } from '@crxjs/vite-plugin';
import source from '../../manifest.json' with { type: 'json' };
import about from '../../package.json' with { type: 'json' };

export type Target = 'chromium' | 'firefox';

/** What the browsers do not have in common. */
const own: Record<Target, object> = {
  chromium: {
    // The first that keeps its word about addresses that change with each session (`use_dynamic_url`).
    minimum_chrome_version: '130',
  },
  firefox: {
    // An event page, not a worker.
    background: { scripts: [source.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'session-guard@example.org',
        // The first that asks people about the data an add-on collects, on Android too; here it is none.
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

export function manifestFor(target: Target): ManifestV3Export {
  return { ...source, version: about.version, ...own[target] } as unknown as ManifestV3Export;
}
