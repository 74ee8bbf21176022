import { render } from 'lit/html.js';
import { byId } from '../assets/dom.ts';
import { attributeList } from './attributes.ts';
import { codeFor } from './code.ts';
import { codePanel } from './code-view.ts';
import { keepFocus } from './keep-focus.ts';
import { lookPanel } from './look.ts';
import { machine } from './machine.ts';
import { panel, type Leaf } from './panel.ts';
import { createPlay } from './play.ts';
import { sceneList } from './scene-list.ts';
import { changeScene } from './scenes.ts';
import { readManifest } from './settings.ts';
import { fitsFragment, fromFragment, toFragment } from './share.ts';
import type { Choices } from './site/choices.ts';
import type { State } from './state.ts';
import { fileOf } from './theme.ts';
import { createThemeEditing } from './theme-editing.ts';
import { surroundings } from './surroundings.ts';
import { caption, top } from './top.ts';

const choices = (await (await fetch('/playground/choices.json')).json()) as Choices;
const settings = readManifest(choices.manifest as Parameters<typeof readManifest>[0]);
const places = {
  top: byId('top'),
  machine: byId('machine'),
  controls: byId('controls'),
  captions: [byId('caption-one'), byId('caption-two')] as const,
  frames: [byId<HTMLIFrameElement>('frame-one'), byId<HTMLIFrameElement>('frame-two')] as const,
};

let state = fromFragment(location.hash.slice(1));
let leaf = 'scenes';
let drawing = false;

const directionOf = ({ lang, direction }: State) =>
  direction === 'auto' ? (choices.languages.find(({ tag }) => tag === lang)?.direction ?? 'ltr') : direction;

const play = createPlay({ frame: (tab) => places.frames[tab - 1]!, changed, directionOf }, state);

/** Many things change at once in a jump: they are drawn together. */
function changed(): void {
  if (drawing) return;
  drawing = true;
  setTimeout(
    () => {
      drawing = false;
      draw();
    },
    play.playing ? 150 : 30,
  );
}

/** `session`: its terms are others, so it begins anew. */
function set(part: Partial<State>, { attribute = '', again = false } = {}): void {
  state = { ...state, ...part };
  history.replaceState(null, '', `#${toFragment(state)}`);
  play.wear(state, attribute);
  if (!again) return;
  void play.play();
  draw();
  // On a small screen the stage is above what was pressed.
  byId('stages').scrollIntoView({ block: 'nearest' });
}

function setAttribute(name: string, value: string | undefined): void {
  const attributes = { ...state.attributes };
  if (value === undefined) delete attributes[name];
  else attributes[name] = value;
  if (attributes[name] !== state.attributes[name]) set({ attributes }, { attribute: name });
}

const editing = createThemeEditing((themeFile) => {
  set({ theme: 'own', themeFile });
  draw();
});
const edit = async () => editing.open(await fileOf(state), state.lang);

const leaves: Leaf[] = [
  {
    id: 'scenes',
    title: 'Scenes',
    draw: () =>
      sceneList(state.scene, play.playing, (scene) => set(changeScene(state, scene), { again: true })),
  },
  {
    id: 'world',
    title: 'World',
    draw: () => surroundings(play, state, (part) => set(part, { again: true })),
  },
  {
    id: 'attributes',
    title: 'Attributes',
    draw: () => attributeList(settings, state.attributes, play.problems, setAttribute),
  },
  {
    id: 'look',
    title: 'Look',
    draw: () => lookPanel(state, choices, play.themeProblems, set, () => void edit()),
  },
  {
    id: 'code',
    title: 'Code',
    draw: () => codePanel(codeFor(state, play.answered, directionOf(state)), changed),
  },
];

function draw(): void {
  document.body.dataset.width = state.width;
  document.body.toggleAttribute('data-playing', play.playing);
  byId('stage-two').hidden = !play.hasSecond;
  render(top(fitsFragment(state), changed), places.top);
  render(caption(play, 1), places.captions[0]);
  render(caption(play, 2), places.captions[1]);
  render(machine(play), places.machine);
  render(
    panel(leaves, leaf, (id) => {
      leaf = id;
      draw();
      byId('leaf').scrollTop = 0;
    }),
    places.controls,
  );
}

new BroadcastChannel('session-guard playground').onmessage = ({ data }) => {
  if (['ada', 'grace', ''].includes(data as string)) play.signedIn(data as string);
};
window.addEventListener('hashchange', () => {
  state = fromFragment(location.hash.slice(1));
  play.wear(state);
  void play.play();
});
// The clock of the stage is seen to run.
setInterval(() => {
  if (!document.hidden && play.clock.speed > 0) draw();
}, 250);

keepFocus(places.controls);
void play.play();
draw();
