import type { Gestures } from './dialog.ts';
import type { Model } from './model.ts';
import type { GuardingLanguage } from './texts.ts';

/** All that a view draws from. */
export interface Scene<M extends Model = Model> {
  model: M;
  language: GuardingLanguage;
  gestures: Gestures;
}
