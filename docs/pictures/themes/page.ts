import { existsSync, readFileSync } from 'node:fs';

const words = {
  en: {
    place: 'Harbour',
    parts: ['Orders', 'Parcels', 'People'],
    title: 'Order 4711',
    lead: 'Two parcels, one still to be packed.',
    columns: ['Parcel', 'Weight', 'State'],
    weights: ['2.4 kg', '0.8 kg'],
    states: ['Packed', 'Waiting'],
    name: 'Name',
    notes: 'Notes',
    buttons: ['Save', 'Cancel'],
  },
  ar: {
    place: 'المرفأ',
    parts: ['الطلبات', 'الطرود', 'الأشخاص'],
    title: 'الطلب 4711',
    lead: 'طردان، أحدهما لم يُعبّأ بعد.',
    columns: ['الطرد', 'الوزن', 'الحالة'],
    weights: ['2.4 كغ', '0.8 كغ'],
    states: ['معبّأ', 'ينتظر'],
    name: 'الاسم',
    notes: 'ملاحظات',
    buttons: ['حفظ', 'إلغاء'],
  },
};

export type PageLanguage = keyof typeof words;

/** A little page of work, that each style sheet of `pages/` dresses in another manner. */
export function contentIn(language: PageLanguage): string {
  const { place, parts, title, lead, columns, weights, states, name, notes, buttons } = words[language];
  const [packed, waiting] = states;
  return `
    <header><b>${place}</b><nav>${parts.map((part) => `<a href="#">${part}</a>`).join('')}</nav></header>
    <h2>${title}</h2>
    <p class="lead">${lead}</p>
    <table>
      <thead><tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr></thead>
      <tr><td>A-1</td><td>${weights[0]}</td><td><i class="done">${packed}</i></td></tr>
      <tr><td>A-2</td><td>${weights[1]}</td><td><i>${waiting}</i></td></tr>
    </table>
    <form>
      <label>${name} <input id="name" name="name"></label>
      <label>${notes} <textarea id="notes" name="notes" rows="3"></textarea></label>
      <p><button type="button">${buttons[0]}</button><button type="button">${buttons[1]}</button></p>
    </form>`;
}

const sheet = (name: string): URL => new URL(`pages/${name}.css`, import.meta.url);
const read = (name: string): string => readFileSync(sheet(name), 'utf8');

/** The manner of pages that the theme is for; the plainest where it is for any. */
export const mannerOf = (theme: string): string =>
  read('plain') + (existsSync(sheet(theme)) ? read(theme) : '');
