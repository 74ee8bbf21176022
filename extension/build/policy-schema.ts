import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import manifest from '../../manifest.json' with { type: 'json' };

/** Named by the manifest, and read by the browser alone. */
export const policySchema: Plugin = {
  name: 'policy-schema',
  generateBundle() {
    const fileName = manifest.storage.managed_schema;
    this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName, 'utf8') });
  },
};
