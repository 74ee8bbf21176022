import { expect, test } from 'vitest';
import type { PromptModel } from '../prompt-model.ts';
import { inPage } from './in-page.ts';
import { createLateLanguages } from './late-languages.ts';
import type { createPrompt, SpeakingPorts } from './prompt.ts';
import { english, type Texts } from './texts.ts';

const model = { phase: 'warning' } as PromptModel;

/** An element whose nearest `lang` is `place.lang`, and a prompt that notes in which language it drew. */
function opened() {
  const place = { lang: 'en' };
  const host = { closest: () => place } as unknown as HTMLElement;
  const came: Record<string, (texts: Texts) => void> = {};
  const files = ['de', 'ar'].map((tag) => [tag, () => new Promise<Texts>((come) => (came[tag] = come))]);
  const drawn: string[] = [];
  const create = (_host: unknown, _root: unknown, ports: SpeakingPorts) => ({
    update: (shown: PromptModel | undefined) => void drawn.push(shown ? ports.language().tag : 'nothing'),
    remove: () => drawn.push('removed'),
  });
  const prompt = inPage(createLateLanguages(Object.fromEntries(files)), create as typeof createPrompt)(
    host,
    {} as ShadowRoot,
    {} as SpeakingPorts,
    {} as never,
  );
  const come = async (tag: string) => {
    came[tag]!(english().texts);
    await new Promise((go) => setImmediate(go));
  };
  return { place, prompt, drawn, come };
}

test('the language of the place is followed once it is there; until then nothing changes', async () => {
  const { place, prompt, drawn, come } = opened();
  prompt.update(model);
  place.lang = 'de-AT';
  prompt.update(model);
  prompt.update(model);
  expect(drawn).toEqual(['en', 'en', 'en']);
  await come('de');
  expect(drawn.slice(3)).toEqual(['de-AT']);

  place.lang = 'ar';
  prompt.update(model);
  expect(drawn.at(-1)).toBe('de-AT');
  await come('ar');
  expect(drawn.at(-1)).toBe('ar');
});

test('what changed again meanwhile counts, whichever comes first', async () => {
  const { place, prompt, drawn, come } = opened();
  place.lang = 'de';
  prompt.update(model);
  place.lang = 'ar';
  prompt.update(model);
  await come('ar');
  await come('de');
  expect(drawn).toEqual(['en', 'en', 'ar', 'ar']);
});

test('what came too late for a prompt that is gone draws nothing', async () => {
  const { place, prompt, drawn, come } = opened();
  place.lang = 'de';
  prompt.update(model);
  prompt.remove();
  await come('de');
  expect(drawn).toEqual(['en', 'removed']);
});
