/**
 * Where the token of this tab is: in session storage only, so that it is gone with the last tab. Tabs hand it to
 * each other over a channel of this page's own.
 */
const tokenKey = 'asterwise-session-token';
const patience = 300;

/** As the sign-in states it. */
export interface SignedIn {
  token: string;
  expires_at: string;
  user: { id: string };
}

type Message = { ask: true } | { have: string } | { signedIn: SignedIn } | { signedOut: string };

const channel = new BroadcastChannel('asterwise-tokens');
const say = (message: Message) => channel.postMessage(message);

/** Returns the way to stop. */
function hear(heard: (message: Message) => void): () => void {
  const listen = ({ data }: MessageEvent) => heard(data as Message);
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}

export const token = (): string | null => sessionStorage.getItem(tokenKey);

export function authorized(given?: HeadersInit): Headers {
  const headers = new Headers(given);
  const current = token();
  if (current) headers.set('Authorization', `Bearer ${current}`);
  return headers;
}

/** This tab's token, or that of a tab beside it; `undefined` where none answers. */
export function findToken(): Promise<string | undefined> {
  const own = token();
  if (own) return Promise.resolve(own);
  return new Promise((resolve) => {
    const done = (found?: string) => {
      clearTimeout(late);
      stop();
      if (found) sessionStorage.setItem(tokenKey, found);
      resolve(found);
    };
    const stop = hear((message) => {
      if ('have' in message) done(message.have);
      if ('signedIn' in message) done(message.signedIn.token);
    });
    const late = setTimeout(done, patience);
    say({ ask: true });
  });
}

/** Answers tabs that ask, and takes over what another tab signed in to. */
export function shareToken(signedInElsewhere: (session: SignedIn) => void): void {
  hear((message) => {
    const own = token();
    if ('ask' in message && own) say({ have: own });
    else if ('signedOut' in message && message.signedOut === own) sessionStorage.removeItem(tokenKey);
    else if ('signedIn' in message) {
      sessionStorage.setItem(tokenKey, message.signedIn.token);
      signedInElsewhere(message.signedIn);
    }
  });
}

export function signedIn(session: SignedIn): void {
  sessionStorage.setItem(tokenKey, session.token);
  say({ signedIn: session });
}

export function signedOut(): void {
  const own = token();
  sessionStorage.removeItem(tokenKey);
  if (own) say({ signedOut: own });
}
