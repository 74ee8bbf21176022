import { meet, toObserver, toReader, type Rules, type Told } from './channel.ts';
import { apply, getter } from './natives.ts';
import { createObserving } from './observe.ts';
import { channelName, later } from './observer-ports.ts';
import { wrapFetch } from './wrap-fetch.ts';
import { wrapXhr } from './wrap-xhr.ts';

const { CustomEvent } = window;
const { parse, stringify } = JSON;
const { addEventListener, dispatchEvent } = EventTarget.prototype;
const detailOf = getter(CustomEvent.prototype, 'detail');
const page = document;

const name = channelName();
const observing = createObserving(
  later,
  (told: Told) => void send(toReader(name), { detail: stringify(told) }),
);

function send(type: string, init: CustomEventInit): boolean {
  return apply(dispatchEvent, page, [new CustomEvent(type, init)]) as boolean;
}

function follow(event: Event) {
  try {
    observing.follow(parse(detailOf(event as CustomEvent) as string) as Rules);
  } catch {
    // These are no rules.
  }
}

/** A reader asks, or an observer that came with an update, and is not needed. */
function met(event: Event) {
  if (detailOf(event as CustomEvent)) return;
  event.preventDefault();
  send(meet, { detail: name });
}

if (window.top === window && send(meet, { cancelable: true })) {
  apply(addEventListener, page, [meet, met]);
  apply(addEventListener, page, [toObserver(name), follow]);
  wrapFetch(window, observing.see);
  wrapXhr(observing.see);
  send(meet, { detail: name });
}
