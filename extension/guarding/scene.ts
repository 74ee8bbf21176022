import type { Gestures } from './dialog.ts';
import type { Model } from './model.ts';
import type { Language } from '../pages/language.ts';

/** All that a view draws from. */
export interface Scene<M extends Model = Model> {
  model: M;
  language: Language;
  gestures: Gestures;
}
