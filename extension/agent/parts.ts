// The isolated world is shared by all content scripts of this extension, and no page can look into it.
const key = Symbol.for('session-guard');
const world = globalThis as { [key]?: Record<string, () => void> };
const parts = (world[key] ??= {});

/** A script that comes twice, as after an update, takes over from the one before. */
export function takeOver(part: 'agent' | 'reader' | 'prompt-host', stop: () => void): void {
  parts[part]?.();
  parts[part] = stop;
}

/** The extension is gone: everything of it in this page goes silent. */
export function stopAll(): void {
  for (const stop of Object.values(parts)) stop();
}
