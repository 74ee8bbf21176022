import { matchesGlob } from '../profile/glob.ts';

/**
 * What names of cookies, storage items and headers suggest. They only sort: no name proves anything, and every time
 * comes from a value. These are the only tables of names; the place to add one.
 */

/** Why a name speaks against a session. */
export type Against =
  'analytics' | 'consent' | 'csrf' | 'language' | 'appearance' | 'experiment' | 'advertising';

/** Small letters; `*` any characters. */
const against: Readonly<Record<Against, string>> = {
  analytics:
    '_ga _ga_* _gid _gat _gat_* __utm* _pk_id* _pk_ses* _hjid _hjsession* _hj* amplitude* amp_* mp_* mixpanel* ' +
    'ajs_* _clck _clsk ai_session ai_user _dd_s ph_* intercom-* hubspotutk __hs* _vwo* *analytics* s_cc s_sq s_vi',
  consent:
    'optanonconsent optanonalertboxclosed cookieconsent* cookie_consent* cookie-consent* *consent* *gdpr* euconsent* ' +
    'cookielawinfo* usprivacy didomi* tarteaucitron* *cookie_notice*',
  csrf: '*csrf* *xsrf* *requestverificationtoken* *antiforgery* *authenticity_token* *anti-forgery*',
  language:
    'lang language locale i18n* i18next* *_lang *-lang *_language *_locale nlocale next_locale django_language',
  appearance:
    'theme *_theme *-theme dark* color-scheme colour-scheme *sidebar* *dismissed* *banner* timezone tz *layout*',
  experiment:
    'ab_* ab-* abtest* *experiment* *optimizely* *_variant *featureflag* feature_* launchdarkly* ld:* statsig*',
  advertising:
    '_fbp _fbc _gcl_* ide test_cookie fr _uet* muid _tt* _pin_* _scid* li_* lidc bcookie *doubleclick* __gads __gpi',
};

/** Names of sessions that are not made of such words. */
const sessionNames =
  'connect.sid jsessionid phpsessid aspsessionid* asp.net_sessionid .aspnetcore.* .aspxauth laravel_session ci_session ' +
  'cfid cftoken wordpress_logged_in_* wordpress_sec_* *authjs.* *next-auth.* kc_session* keycloak_* ory_kratos_session ' +
  'fedauth fedauth1 sessionid sessid *_sess *_sid *.sid beaker.session.id rack.session _*_session mod_auth_openidc_session';

const sessionWords =
  'sid session sessions sess auth authn authenticated authentication authorization token jwt login logged loggedin ' +
  'signin signedin remember rememberme identity idtoken accesstoken access oidc oauth oauth2 sso saml user account id';

/** Of the words above, those that suggest a session only beside another. */
const vagueWords = 'access user account id';

const endWords =
  'expires expire expiry expiration expired exp expiresat expiresin expireson expirationtime expirytime ends end endsat ' +
  'endtime until validuntil validto timeout deadline';

/** They say nothing of what the moment is about. */
const smallWords =
  'at on in to the is my app web site date time timestamp ts ms s utc epoch valid next host secure';

/** What systems are known to write, and how it states the end. The value still has to be read. */
export const containers: readonly (readonly [name: string, how: How])[] = [
  ['wordpress_logged_in_*', { as: 'moment', split: '|', part: 1, unit: 'epoch-s' }],
  ['wordpress_sec_*', { as: 'moment', split: '|', part: 1, unit: 'epoch-s' }],
  ['oidc.user:*', { as: 'json', path: '/expires_at', unit: 'epoch-s' }],
  ['@@auth0spajs@@::*', { as: 'json', path: '/expiresAt', unit: 'epoch-s' }],
  ['sb-*-auth-token', { as: 'json', path: '/expires_at', unit: 'epoch-s' }],
  ['okta-token-storage', { as: 'json', path: '/accessToken/expiresAt', unit: 'epoch-s' }],
];

export interface How {
  as: 'moment' | 'jwt' | 'json' | 'base64-json';
  path?: string;
  split?: string;
  part?: number;
  unit?: 'epoch-s';
}

/** Reply headers that are worth a look. */
export const endHeaders: readonly string[] = [
  'session-expires-at',
  'session-expires',
  'session-expiry',
  'x-session-expires-at',
  'x-session-expires',
  'x-session-expiry',
  'x-session-expiration',
  'x-auth-expires-at',
];

const list = (names: string) => names.split(' ');
const among = (names: string) => {
  const known = new Set(list(names));
  return (word: string) => known.has(word);
};
const isSessionWord = among(sessionWords);
const isVague = among(vagueWords);
const isEndWord = among(endWords);
const isSmall = among(smallWords);

/** The longest that is looked at: a page may call its items anything. */
const longest = 200;

/** `__Host-sessionExpiresAt` → session, expires, at. */
const wordsOf = (name: string): string[] =>
  name
    .slice(0, longest)
    .replace(/^__(Host|Secure)-/i, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);

const bare = (name: string) =>
  name
    .slice(0, longest)
    .toLowerCase()
    .replace(/^__(host|secure)-/, '');

export function speaksAgainst(name: string): Against | undefined {
  const plain = bare(name);
  return (Object.keys(against) as Against[]).find((why) =>
    list(against[why]).some((glob) => matchesGlob(glob, plain)),
  );
}

/** Whether it may be the name of a session, or of something that belongs to one. */
export function isSessionLike(name: string): boolean {
  if (speaksAgainst(name)) return false;
  const words = wordsOf(name).filter((word) => isSessionWord(word));
  return (
    words.some((word) => !isVague(word)) ||
    words.length > 1 ||
    list(sessionNames).some((glob) => matchesGlob(glob, bare(name)))
  );
}

/** Whether it promises an end: of a session, of something else, or it does not say of what. */
export function endNamed(name: string): 'session' | 'plain' | 'other' | undefined {
  const words = wordsOf(name);
  if (!words.some((word) => isEndWord(word))) return undefined;
  if (speaksAgainst(name)) return 'other';
  const rest = words.filter((word) => !isEndWord(word) && !isSmall(word));
  if (rest.length === 0) return 'plain';
  return rest.some((word) => isSessionWord(word) && !isVague(word)) ? 'session' : 'other';
}

export function containerFor(name: string): How | undefined {
  return containers.find(([glob]) => matchesGlob(glob, name.slice(0, longest)))?.[1];
}

/** Names without `*`, for asking about a cookie that the browser does not list. */
export const exactSessionNames: readonly string[] = [
  'connect.sid',
  'JSESSIONID',
  'PHPSESSID',
  'ASP.NET_SessionId',
  '.ASPXAUTH',
  '.AspNetCore.Cookies',
  'laravel_session',
  'ci_session',
  'sessionid',
  'session',
  'sid',
  'auth',
  'auth_token',
  'token',
  'remember_token',
  'next-auth.session-token',
  '__Secure-next-auth.session-token',
  'authjs.session-token',
  '__Secure-authjs.session-token',
  '__Secure-session',
  'ory_kratos_session',
];
