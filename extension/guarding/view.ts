import type { Model } from './model.ts';
import type { Scene } from './scene.ts';
import { question } from './views/question.ts';
import { access, loading, saved, stopped } from './views/states.ts';

/** The page in the state that it is in. */
export function guardingView(scene: Scene): unknown {
  const { model } = scene;
  const as = <M extends Model>(known: M) => ({ ...scene, model: known });
  switch (model.step) {
    case 'loading':
      return loading(scene);
    case 'access':
      return access(as(model));
    case 'question':
      return question(as(model));
    case 'saved':
      return saved(as(model));
    default:
      return stopped(as(model));
  }
}
