/** Texts that are really the same in another language, and why. */
const same: { why: string; in: string; texts: string[] }[] = [
  { why: 'the word that is used there', in: 'de fr nl', texts: ['Code'] },
  { why: 'the word that is used there', in: 'da de fr sv', texts: ['Version'] },
  { why: 'the word that is used there', in: 'de', texts: ['Details', 'Name', 'Export', 'Import'] },
  { why: 'the word that is used there', in: 'cs fr', texts: ['Licence'] },
  { why: 'the word that is used there', in: 'it nl', texts: ['Privacy'] },
  { why: 'the word that is used there', in: 'nl sv', texts: ['Headers'] },
  { why: 'the word that is used there', in: 'nl', texts: ['Later: {source}'] },
  { why: 'the word that is used there', in: 'es it', texts: ['No'] },
  { why: 'the word that is used there', in: 'tr', texts: ['Form'] },
  { why: 'the French word', in: 'fr', texts: ['minutes', 'Suggestions', 'Notifications'] },
  { why: 'the French word', in: 'fr pt', texts: ['Sites', '{count} sites'] },
  { why: 'the French word', in: 'fr pt ro tr', texts: ['{count} site'] },
  { why: 'the French word', in: 'da fr sv', texts: ['Session', '{count} session'] },
  { why: 'the French word', in: 'fr', texts: ['{count} sessions'] },
  { why: 'the French word', in: 'da sv', texts: ['{name}: session'] },
  { why: 'as Firefox calls them', in: 'da de nl', texts: ['Container {name}'] },
  { why: 'names, and a word that is the same', in: 'de it nl', texts: ['JSON in Base64'] },
  { why: 'the word that is used there', in: 'fr', texts: ['Questions', 'Palette', 'Description'] },
  { why: 'the word that is used there', in: 'fr it', texts: ['Logo'] },
  { why: 'the word that is used there', in: 'ro', texts: ['Text', 'Font'] },
  { why: 'the word that is used there', in: 'da de fi id nl', texts: ['Logo'] },
  { why: 'the word that is used there', in: 'de sv', texts: ['Text'] },
  { why: 'the word that is used there', in: 'de', texts: ['Palette'] },
  { why: 'the Dutch word, and a unit', in: 'nl', texts: ['{width} × {height} pixels, {size} kB'] },
  { why: 'the word that is used there', in: 'cs', texts: ['Text'] },
  { why: 'the word that is used there', in: 'cs pl tr', texts: ['Logo'] },
];

export const isSameAsEnglish = (text: string, tag: string): boolean =>
  same.some((each) => each.in.split(' ').includes(tag) && each.texts.includes(text));
