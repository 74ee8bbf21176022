import { sceneOf } from './scenes.ts';
import { kinds, type Kind } from './server.ts';
import { beginning, directions, schemes, widths, type State } from './state.ts';

/** A theme of somebody's own goes into the address only where it still fits in a message. */
const longest = 6000;

/** As everybody finds a scene. */
function sceneState(id: string): State {
  const { kind = beginning.kind, needs } = sceneOf(id);
  return { ...beginning, scene: id, kind, attributes: { ...beginning.attributes, ...needs } };
}

/** What differs from the scene as everybody finds it, for the fragment of the address. */
export function toFragment(state: State): string {
  const params = new URLSearchParams();
  const plain = sceneState(state.scene);
  if (state.scene !== beginning.scene) params.set('scene', state.scene);
  for (const name of ['lasts', 'kind', 'scheme', 'lang', 'direction', 'width', 'theme'] as const)
    if (state[name] !== plain[name]) params.set(name, String(state[name]));
  if (state.theme === 'own') {
    if (state.themeFile.length <= longest) params.set('theme-file', state.themeFile);
    else params.delete('theme');
  }
  const names = new Set([...Object.keys(plain.attributes), ...Object.keys(state.attributes)]);
  for (const name of names) {
    const value = state.attributes[name];
    if (value === undefined) params.append('without', name);
    else if (value !== plain.attributes[name]) params.set(`:${name}`, value);
  }
  return params.toString();
}

/** Whether the address holds all of the state. */
export const fitsFragment = ({ theme, themeFile }: State): boolean =>
  theme !== 'own' || themeFile.length <= longest;

/** An address may say anything: what is not known stays as it is in the beginning. */
export function fromFragment(fragment: string): State {
  const params = new URLSearchParams(fragment);
  const among = <Name extends string>(name: string, options: Record<Name, string>, otherwise: Name): Name => {
    const value = params.get(name) ?? '';
    return Object.hasOwn(options, value) ? (value as Name) : otherwise;
  };
  const word = (name: string, otherwise: string) => {
    const value = params.get(name) ?? '';
    return /^[\w-]{1,40}$/.test(value) ? value : otherwise;
  };
  const plain = sceneState(word('scene', beginning.scene));
  const attributes = { ...plain.attributes };
  for (const name of params.getAll('without')) delete attributes[name];
  for (const [name, value] of params) if (/^:[a-z]+(-[a-z]+)*$/.test(name)) attributes[name.slice(1)] = value;
  const lasts = Number(params.get('lasts') ?? beginning.lasts);
  return {
    scene: plain.scene,
    attributes,
    lasts: lasts >= 30 && lasts <= 86_400 ? lasts : beginning.lasts,
    kind: among<Kind>('kind', kinds, plain.kind),
    theme: word('theme', beginning.theme),
    themeFile: params.get('theme-file')?.slice(0, longest) ?? '',
    scheme: among('scheme', schemes, beginning.scheme),
    lang: word('lang', beginning.lang),
    direction: among('direction', directions, beginning.direction),
    width: among('width', widths, beginning.width),
  };
}
